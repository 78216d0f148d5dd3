"""The head of the ledger: which 专项, which view, what can be begun."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.ledger.campaign import Campaign
from app.ui.kit.button import button
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.label import Label
from app.ui.kit.layouts import row, set_across
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.rectify.report_campaign_field import OVER

VIEWS = (("table", "表格"), ("board", "看板"), ("timeline", "时间线"), ("leaders", "责任领导"))
NEW, RETIRED = "+new", "+retired"

NARROW, ROOMY = 300, 340
"""Of the choice of campaigns, beside the other half of the head or above it: then its months are read too."""


class LedgerHead(QWidget):
    campaign_chosen = Signal(str)
    retired_wanted = Signal()
    """Those that are over shall be in the list of choices too."""
    campaign_wanted = Signal()
    """A new one."""
    settings_wanted = Signal()
    units_wanted = Signal()
    view_chosen = Signal(str)
    issue_wanted = Signal()

    def __init__(self, export: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._campaign = ChoiceField("选择专项", [], width=NARROW)
        self._settings = button("专项设置", "ghost", "settings", tip="措施、月报、审签步骤")
        self._units = button("科室与单位", "ghost", "building")
        self.views = SegmentControl(VIEWS, "table", "怎么看")
        self._new = button("新增问题", "primary", "add", tip="新增问题（N）")
        title = Label("整改台账", 24, bold=True, serif=True)
        left = row(title, self._campaign, self._settings, self._units, None, spacing=8)
        right = row(self.views, None, export, self._new, spacing=8)
        self._halves: QBoxLayout = row((left, 1), right, spacing=10)
        self.setLayout(self._halves)
        self._campaign.currentIndexChanged.connect(self._choose)
        self._settings.clicked.connect(self.settings_wanted)
        self._units.clicked.connect(self.units_wanted)
        self.views.changed.connect(self.view_chosen)
        self._new.clicked.connect(self.issue_wanted)

    def show_campaigns(self, campaigns: Sequence[Campaign], chosen: str, hidden: int = 0) -> None:
        """``hidden``: so many more are over and not among them."""
        listed = [(one.id, f"{OVER * one.retired}{one.title}（{_span(one)}）") for one in campaigns]
        more = [(RETIRED, f"已结束的专项（{hidden}）…")] if hidden else []
        self._campaign.set_choices([*listed, *more, (NEW, "新建专项…")], chosen)
        self._chosen = chosen

    def set_ready(self, ready: bool) -> None:
        """Whether there is a campaign: before that there is one thing to do, and it stands below."""
        for one in (self._campaign, self._settings, self._units, self.views, self._new):
            one.setVisible(ready)

    def set_wide(self, wide: bool) -> None:
        set_across(self._halves, wide)
        self._campaign.setFixedWidth(px(NARROW if wide else ROOMY))

    def _choose(self) -> None:
        key = self._campaign.chosen()
        if key == NEW:
            self._campaign.choose(self._chosen)
            self.campaign_wanted.emit()
        elif key == RETIRED:
            self.retired_wanted.emit()
            self._campaign.showPopup()
        else:
            self._chosen = key
            self.campaign_chosen.emit(key)


def _span(campaign: Campaign) -> str:
    since, until = campaign.since, campaign.until
    year = "" if since.year == until.year else f"{until.year}."
    return f"{since.year}.{since.month}—{year}{until.month}"
