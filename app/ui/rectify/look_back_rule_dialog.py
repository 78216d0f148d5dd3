"""回头看 of a rule: five points, each by fact, and 保留, 修订 or 废止."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.ledger.outcome import IssuedRule
from app.domain.ledger.rule_look_back import POINTS, RuleLookBack, Verdict
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.layouts import boxed, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.rectify.ledger_date_field import LedgerDateField
from app.ui.rectify.look_back_field import LookBackField
from app.ui.rectify.look_back_form import LookBackForm

HINTS = {
    "sound": "依据合不合上位规定，如：对照《社会救助暂行办法》第 9 条，双人核查的要求一致",
    "precise": "管住了哪个环节、漏了哪个，如：第 4 条没有写影像存哪里，12 户照片散在手机里",
    "timely": "过没过时，如：2024 年上级改为 5 个工作日，本办法仍写 10 个",
    "carried_out": "谁照着办了，如：抽 30 份核查表，30 份双签；7 个乡镇有 2 个没有登记簿",
    "enforced": "违反了怎么处理的，如：今年查出代签 3 份，3 人都按第 11 条谈话提醒",
}
OTHER = "其他制度（写名称）"
BY_FACT = "每一项写查了什么、问了谁、多少。只有形容词的，不能保存。"


class LookBackRuleDialog(LookBackForm):
    def __init__(
        self,
        anchor: QWidget,
        campaign: str,
        rules: Sequence[IssuedRule],
        chosen: str,
        today: date,
        who: str,
        save: Callable[[RuleLookBack], object],
    ) -> None:
        """``chosen`` is the id of one of ``rules``, "" for one from elsewhere; ``save`` may raise UserError."""
        self._campaign = campaign
        self.rule = ChoiceField("哪一项制度", [*((one.id, one.name) for one in rules), ("", OTHER)], chosen)
        self.name = line_field("制度名称", hint="制度名称", most=100)
        self.on = LedgerDateField("回头看日期", today, today, past=True)
        self.by = line_field("回头看的人", who, "姓名，几人的用顿号隔开", 60)
        self.points = {key: LookBackField(name, HINTS[key], 76) for key, name in POINTS}
        self.verdict = SegmentControl([(one.name, one.value) for one in Verdict], Verdict.KEEP.name, "结论")
        self.reason = LookBackField("理由", "哪一条、出了什么事，打算怎么改", 76)
        self._named = FormField("制度名称", self.name)
        first = row((FormField("哪一项制度", self.rule), 4), (self._named, 4), spacing=14)
        second = row((FormField("日期", self.on), 3), (FormField("谁去看的", self.by), 4), spacing=14)
        verdict = FormField("结论", boxed(row(self.verdict, None)))
        rows = [Paragraph(BY_FACT, 15, "text2"), boxed(first), boxed(second), *self.points.values(), verdict]
        fields = {f"“{name}”": self.points[key] for key, name in POINTS} | {"为什么": self.reason}
        super().__init__(anchor, "制度回头看", [*rows, self.reason], fields, lambda: _do(save, self.look()))
        self.rule.currentIndexChanged.connect(self._ask_name)
        self._ask_name()

    def look(self) -> RuleLookBack:
        """Raises UserError for what is no date."""
        named = self.name.text().strip() or (self.rule.currentText() if self.rule.chosen() else "")
        sound, precise, timely, carried_out, enforced = (self.points[key].text().strip() for key, _ in POINTS)
        return RuleLookBack(
            *("", self._campaign, self.rule.chosen(), named, self.on.needed_day(), self.by.text().strip()),
            *(sound, precise, timely, carried_out, enforced),
            Verdict[self.verdict.chosen()],
            self.reason.text().strip(),
        )

    def _ask_name(self) -> None:
        self._named.setVisible(not self.rule.chosen())


def _do(save: Callable[[RuleLookBack], object], look: RuleLookBack) -> None:
    save(look)
