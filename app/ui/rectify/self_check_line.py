"""A self-check in the list: whose, by what, when, how it was answered."""

from app.domain.ledger.self_check import Finding, SelfCheck
from app.ui.kit.action_card import ActionCard
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import day_words
from app.ui.rectify.self_check_look import LOOKS


class SelfCheckLine(ActionCard):
    def __init__(self, check: SelfCheck, unit: str) -> None:
        self.check = check
        done = bool(check.finished_on)
        when = f"{day_words(check.finished_on)}完成" if done else "没有做完"
        tag = Tag("只读", "green", "checkmark_circle", filled=True) if done else Tag("没做完", "amber", "edit")
        if done and check.unclear:
            tag = Tag(f"{len(check.unclear)} 条待核实", "amber", LOOKS[Finding.UNCLEAR].icon, filled=True)
        words = f"{when} · 已答 {check.answered}/{len(check.items)}"
        head = row((ElidedLabel(unit, 16, bold=True), 1), tag, spacing=8)
        act = "打开核实" if done and check.unclear else "打开查看" if done else "继续"
        found = " · ".join(f"{finding} {_count(check, finding)}" for finding in Finding)
        super().__init__(
            column(
                head,
                ElidedLabel(check.title, 15, lines=2, fit=True),
                Paragraph(words, 15, "text2", line=1.4),
                Label(found, 15, "text2"),
                margins=(14, 10, 12, 10),
                spacing=2,
            ),
            f"{unit}，{check.title}，{words}，{found}，{act}",
            "2",
        )


def _count(check: SelfCheck, finding: Finding) -> int:
    return sum(answer.finding is finding for answer in check.answers)
