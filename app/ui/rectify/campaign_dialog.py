"""A 专项: a new one, or how one is kept."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QSpinBox, QWidget

from app.domain.errors import UserError
from app.domain.ledger.campaign import LAST_DAY, Campaign, CountBy
from app.domain.ledger.ledger_unit import LedgerUnit
from app.services.ledger_service import LedgerService
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, row
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.campaign_ending import CampaignEnding
from app.ui.rectify.campaign_steps_field import CampaignStepsField
from app.ui.rectify.issue_history_card import IssueHistoryCard
from app.ui.rectify.ledger_date_field import LedgerDateField

HISTORY = 2
"""So many of the newest changes stand in the dialog."""
DUE_HINT = "改了只管以后的月份；这个月的日子已经过了的，从下个月起算。"
OTHER_HINT = "只写与上面不同的，每行一个，如：养老服务股 20。"


class CampaignDialog(ActingDialog):
    """Without ``campaign`` it opens a new one; ``done`` gets its id, "" where it was ended."""

    def __init__(
        self, anchor: QWidget, ledger: LedgerService, campaign: Campaign | None, done: Callable[[str], None]
    ) -> None:
        self._ledger, self._campaign, self._done = ledger, campaign, done
        today = ledger.today()
        since, until = (campaign.since, campaign.until) if campaign else (None, None)
        self.name_field = line_field("专项名称", campaign.title if campaign else "", "如：临时救助资金监管专项", 80)
        self.since = LedgerDateField("开始日期", today, since or today)
        self.until = LedgerDateField("结束日期", today, until or date(today.year + (today.month > 9), 12, 31))
        days: list[Item] = [FormField("开始日期", self.since), FormField("结束日期", self.until), None]
        rows: list[QWidget] = [FormField("专项名称", self.name_field), boxed(row(*days, spacing=16))]
        if campaign is not None:
            rows.extend(self._settings(campaign, ledger.units()))
            rows.append(CampaignEnding(ledger, campaign, lambda: self._ended(campaign)))
            names = {unit.id: unit.name for unit in ledger.units(retired=True)}
            rows.append(IssueHistoryCard(ledger.campaign_history(campaign.id), names, HISTORY))
        title, word = ("专项设置", "保存") if campaign else ("新建专项", "建立专项")
        super().__init__(anchor, title, rows, self._keep, word)

    def first_focus(self) -> QWidget | None:
        return self.name_field

    def _ended(self, campaign: Campaign) -> None:
        """Or taken up again."""
        self.dismiss()
        self._done(campaign.id if campaign.retired else "")

    def _settings(self, campaign: Campaign, units: Sequence[LedgerUnit]) -> list[QWidget]:
        names = {unit.id: unit.name for unit in units}
        self.count_by = SegmentControl([(one.name, one.value) for one in CountBy], campaign.count_by.name, "措施怎么数")
        self.due_day = QSpinBox()
        self.due_day.setRange(1, LAST_DAY)
        self.due_day.setValue(campaign.due_day)
        for one in (self.due_day, self.due_day.lineEdit()):
            one.setAccessibleName("月报截止日")
        self.due_day.setFixedWidth(px(90))
        others = "\n".join(f"{names[unit]} {day}" for unit, day in campaign.due_days if unit in names)
        self.due_days = text_area("另定截止日的单位", others, "", 66)
        self.steps = CampaignStepsField(campaign)
        return [
            FormField("具体措施怎么数", self.count_by),
            FormField("月报截止", row(Label("每月"), self.due_day, Label("日前"), None), DUE_HINT),
            FormField("另定截止日的单位", self.due_days, OTHER_HINT),
            self.steps,
        ]

    def _keep(self) -> None:
        since, until = self.since.needed_day(), self.until.needed_day()
        title = self.name_field.text().strip()
        if self._campaign is None:
            self._done(self._ledger.open_campaign(title, since, until))
            return
        self._ledger.change_campaign(
            replace(
                self._campaign,
                title=title,
                since=since,
                until=until,
                count_by=CountBy[self.count_by.chosen()],
                due_day=self.due_day.value(),
                due_days=self._other_days(),
                steps=self.steps.steps(),
                minutes_steps=self.steps.minutes_steps(),
            )
        )
        self._done(self._campaign.id)

    def _other_days(self) -> tuple[tuple[str, int], ...]:
        ids = {unit.name: unit.id for unit in self._ledger.units()}
        found = []
        for line in self.due_days.toPlainText().splitlines():
            name, _, day = line.strip().rpartition(" ")
            if not line.strip():
                continue
            if name.strip() not in ids or not day.isdecimal():
                how = "请写成“单位名称 日”，如“养老服务股 20”，单位要先在“科室与单位”里。"
                raise UserError(f"“{line.strip()}”看不懂。{how}")
            found.append((ids[name.strip()], int(day)))
        return tuple(found)
