"""The list of a 排序."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.question import Question
from app.domain.shown_letters import keys_shown, option_words
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.order_list import OrderList
from app.ui.parts.question_card_choices import Permit

_HINT = "用鼠标拖动，或选中一项后按 Ctrl+↑、Ctrl+↓ 移动。"


class QuestionCardOrder(QWidget):
    """The answer is the keys from top to bottom, and nothing as long as nothing was moved."""

    changed = Signal()

    def __init__(self, question: Question, shown: Sequence[str], permit: Permit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._touched = question, False
        lines = [(key, option_words(question, key)) for key in keys_shown(question, shown)]
        self._list = OrderList(lines, permit)
        self._hint = Paragraph(_HINT, 15, "text2")
        self.setLayout(column(self._hint, self._list, spacing=10))
        self._list.changed.connect(self._note)

    def answer(self) -> tuple[str, ...]:
        return self._list.order() if self._touched else ()

    def set_answer(self, answer: Sequence[str]) -> None:
        """Show an answer that was given before."""
        if answer:
            self._touched = True
            self._list.set_order(answer)

    def set_locked(self, locked: bool) -> None:
        self._hint.setVisible(not locked)
        self._list.set_locked(locked)

    def complete(self) -> bool:
        return self._touched

    def choose(self, place: int) -> bool:
        return False

    def take_focus(self) -> None:
        self._list.take_focus()

    def reveal(self) -> None:
        self._list.reveal(self._question.answer)

    def _note(self) -> None:
        self._touched = True
        self.changed.emit()
