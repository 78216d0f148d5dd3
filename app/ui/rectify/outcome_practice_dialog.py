"""好做法: what was done, who did it, what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.outcome import GoodPractice
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.layouts import boxed, row
from app.ui.parts.acting_dialog import ActingDialog

HINT = "写怎么做、谁在做、做了多久、结果多少；不写群众的姓名和身份信息。"


class OutcomePracticeDialog(ActingDialog):
    def __init__(
        self,
        anchor: QWidget,
        campaign: str,
        units: Sequence[LedgerUnit],
        issues: Sequence[IssueRow],
        save: Callable[[GoodPractice], object],
        standing: GoodPractice | None = None,
    ) -> None:
        """``save`` may raise UserError. ``standing`` is the one that is changed."""
        self._campaign, self._standing = campaign, standing
        title, story = (standing.title, standing.story) if standing else ("", "")
        self.title = line_field("题目", title, "如：两人同到、当场双签", 110)
        self.unit = ChoiceField("做法出自", [("", "本单位"), *((unit.id, unit.name) for unit in units)])
        listed = [(one.id, f"问题 {one.number}　{one.title}") for one in sorted(issues, key=lambda one: one.number)]
        self.issue = ChoiceField("从哪个问题来", [("", "不对应某个问题"), *listed])
        self.story = text_area("内容", story, height=190)
        if standing:
            self.unit.choose(standing.unit)
            self.issue.choose(standing.issue)
        two = row((FormField("做法出自", self.unit), 2), (FormField("从哪个问题来", self.issue), 3), spacing=14)
        rows = [FormField("题目", self.title), boxed(two), FormField("内容", self.story, HINT)]
        head, word = ("修改这条好做法", "保存") if standing else ("登记一条好做法", "登记")
        super().__init__(anchor, head, rows, lambda: _do(save, self.practice()), word, width=820)

    def practice(self) -> GoodPractice:
        key = self._standing.id if self._standing else ""
        head = (key, self._campaign, self.title.text(), self.unit.chosen(), self.story.toPlainText().strip())
        return GoodPractice(*head, self.issue.chosen())


def _do(save: Callable[[GoodPractice], object], practice: GoodPractice) -> None:
    save(practice)
