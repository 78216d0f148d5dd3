"""What a round of practice came to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.marking import Verdict
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.ring import Ring
from app.ui.parts.answer_panel_words import VERDICTS
from app.ui.parts.round_item import RoundItem


class RoundSummary(QWidget):
    """Right, partly right and wrong, the questions to look at again, and the two ways on."""

    again = Signal()
    done = Signal()

    def __init__(self, title: str, items: Sequence[RoundItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        right = sum(item.verdict is Verdict.RIGHT for item in items)
        partial = sum(item.verdict is Verdict.PARTIAL for item in items)
        missed = [item for item in items if item.verdict is not Verdict.RIGHT]
        share = right / len(items) if items else 0.0
        ring = Ring(share, f"{right}", f"共 {len(items)} 题", 132, "green_fill")
        figures = row(
            _figure("checkmark_circle", "green", f"答对 {right}"),
            _figure("warning", "amber", f"部分正确 {partial}"),
            _figure("dismiss_circle", "red", f"答错 {len(missed) - partial}"),
            None,
            spacing=22,
        )
        words = column(
            None,
            Label("本轮练习完成", 22, bold=True, serif=True),
            Paragraph(title, 16, "text2"),
            figures,
            Paragraph(_advice(len(items), len(missed)), 16),
            None,
            spacing=10,
        )
        head = Card(row(ring, (words, 1), margins=(26, 20, 26, 20), spacing=28))
        self._again = button(f"再练没全对的 {len(missed)} 题", "primary", "arrow_repeat_all", big=True)
        self._done = button("完成", "default" if missed else "primary", big=True)
        if not missed:
            self._again.hide()
        items_shown: list[Item] = [head]
        if missed:
            items_shown.append(self._list(missed))
        items_shown.append(row(self._again, self._done, None, spacing=12))
        self.setLayout(column(*items_shown, None, spacing=16))
        self._again.clicked.connect(self.again)
        self._done.clicked.connect(self.done)

    def main_action(self) -> None:
        (self._again if self._again.isVisibleTo(self) else self._done).click()

    def _list(self, missed: Sequence[RoundItem]) -> QWidget:
        lines: list[Item] = [Label("没全对的题", 17, bold=True, serif=True)]
        for item in missed:
            assert item.verdict is not None
            word, tone, icon = VERDICTS[item.verdict]
            state = Label(word, 15, tone, bold=True)
            stem = ElidedLabel(item.question.stem, 16, lines=2, fit=True)
            lines.append(boxed(row(IconLabel(icon, 18, tone, True), (stem, 1), state, spacing=10)))
        return Card(column(*lines, margins=(22, 16, 22, 16), spacing=12))


def _figure(icon: str, tone: str, words: str) -> QWidget:
    return boxed(row(IconLabel(icon, 18, tone, True), Label(words, 16, bold=True), spacing=6))


def _advice(total: int, missed: int) -> str:
    if not missed:
        return "全部答对。"
    return f"有 {missed} 题没全对，已收进错题本，连续答对 3 次后移出。"
