"""A question of any kind, to be answered and then shown with its verdict."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.marking import Verdict
from app.domain.question import ANY_ORDER, BLANK, Question, QuestionKind
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.question_card_blanks import QuestionCardBlanks
from app.ui.parts.question_card_choices import Permit, QuestionCardChoices
from app.ui.parts.question_card_order import QuestionCardOrder
from app.ui.parts.question_card_text import QuestionCardText

KIND_HINTS = {
    QuestionKind.SINGLE: "选一项",
    QuestionKind.MULTIPLE: "选出所有符合的选项",
    QuestionKind.TRUE_FALSE: "判断对错",
    QuestionKind.BLANKS: "按题意填写",
    QuestionKind.ORDER: "按先后排好",
    QuestionKind.SHORT: "分条写出要点",
}
_NUMBERS = "①②③④⑤⑥⑦⑧⑨"


def kind_words(question: Question) -> str:
    """The kind as it is announced: 多选题; for a part of a 案例分析 both: 案例分析 · 多选题."""
    word = f"{question.kind.value}题"
    return f"案例分析 · {word}" if question.group else word


class QuestionCard(QWidget):
    """Stem and the means to answer, above them the scenario where there is one and it is not ``told`` elsewhere.
    Options stand in the order ``shown``, lettered by their place.

    ``set_permit`` names who is asked before a choice is shown: the one that saves it. Answers go in and out as
    ``Question.answer`` writes them. ``changed`` is emitted once the answer on screen is another.
    """

    changed = Signal()
    marked = Signal()
    """The person marked a key point of a 简答."""

    def __init__(
        self,
        question: Question,
        shown: tuple[str, ...],
        parent: QWidget | None = None,
        *,
        headed: bool = True,
        told: bool = False,
    ) -> None:
        super().__init__(parent)
        self._question, self._locked = question, False
        self._permit: Permit = lambda _: True
        self._body = self._means(shown)
        items: list[Item] = []
        if question.scenario and not told:
            lines = (Label("案情", 14, "text2", bold=True), Paragraph(question.scenario, 17, line=1.75))
            items.append(Card(column(*lines, margins=(18, 14, 18, 16)), "2"))
        if headed:
            hint = Label(KIND_HINTS.get(question.kind, ""), 15, "text2")
            items.append(boxed(row(Tag(kind_words(question), "ink"), hint, None, spacing=10)))
        items += [Paragraph(_numbered(question), 20, bold=True), self._body]
        self.setLayout(column(*items, spacing=14))
        self._body.changed.connect(self.changed)
        if isinstance(self._body, QuestionCardText):
            self._body.marked.connect(self.marked)

    @property
    def question(self) -> Question:
        return self._question

    def set_permit(self, permit: Callable[[tuple[str, ...]], bool]) -> None:
        """``permit(answer)`` is called before an answer is shown; where it says no, nothing changes on screen.

        Typed text is on screen already: it is offered when typing pauses, and stays where it is when refused.
        """
        self._permit = permit

    def answer(self) -> tuple[str, ...]:
        """The answer on screen; empty where there is none."""
        return self._body.answer()

    def set_answer(self, answer: tuple[str, ...]) -> None:
        """Show an answer given before, without asking or telling anyone."""
        blocked = self._body.blockSignals(True)
        self._body.set_answer(answer)
        self._body.blockSignals(blocked)

    def set_draft(self, answer: tuple[str, ...]) -> None:
        """Show text that was typed before and not taken: it is offered again."""
        if isinstance(self._body, QuestionCardBlanks | QuestionCardText):
            blocked = self._body.blockSignals(True)
            self._body.set_draft(answer)
            self._body.blockSignals(blocked)

    def complete(self) -> bool:
        """Whether everything that can be answered is."""
        return self._body.complete()

    def flush(self) -> bool:
        """Offer text that is still being typed; False where it was refused."""
        return self._body.flush() if isinstance(self._body, QuestionCardBlanks | QuestionCardText) else True

    def reveal(self, verdict: Verdict, marking: bool = True, full: int = 0) -> None:
        """Lock the card and show what was right and what was not. Without ``marking`` the key points of a 简答 are only
        to be read; ``full``: what the question is worth, where it is worth something."""
        self.set_locked(True)
        if isinstance(self._body, QuestionCardText):
            self._body.reveal(marking, full)
        else:
            self._body.reveal()

    def set_locked(self, locked: bool) -> None:
        """Take no more answers, or take them again."""
        self._locked = locked
        self._body.set_locked(locked)

    def ticks(self) -> tuple[bool, ...]:
        """Of a 简答 that is revealed: which key points the person says were written."""
        return self._body.ticks() if isinstance(self._body, QuestionCardText) else ()

    def set_ticks(self, ticks: tuple[bool, ...], final: bool = False) -> None:
        """Show a marking made before; a final one cannot be changed."""
        if isinstance(self._body, QuestionCardText):
            self._body.set_ticks(ticks)
            if final:
                self._body.lock_marking()

    def own_verdict(self) -> Verdict | None:
        """What the person's own marking of a 简答 comes to; None for all other kinds."""
        return self._body.own_verdict() if isinstance(self._body, QuestionCardText) else None

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by A–F or 1–6; True if the key was one of these. Pages hand on what they get."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held or self._locked or event.isAutoRepeat():
            return False
        key = event.key()
        if Qt.Key.Key_A <= key <= Qt.Key.Key_F:
            return self._body.choose(key - Qt.Key.Key_A)
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_6:
            return self._body.choose(key - Qt.Key.Key_1)
        return False

    def takes_focus(self) -> bool:
        """Whether there is something to type or to move."""
        return not isinstance(self._body, QuestionCardChoices)

    def take_focus(self) -> None:
        """Put the cursor where there is something to type or to move."""
        if not isinstance(self._body, QuestionCardChoices):
            self._body.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def _means(
        self, shown: tuple[str, ...]
    ) -> QuestionCardChoices | QuestionCardBlanks | QuestionCardOrder | QuestionCardText:
        question = self._question

        def permit(answer: tuple[str, ...]) -> bool:
            return self._permit(answer)

        if question.kind.chooses:
            return QuestionCardChoices(question, shown, permit)
        if question.kind is QuestionKind.BLANKS:
            return QuestionCardBlanks(question, permit)
        if question.kind is QuestionKind.ORDER:
            return QuestionCardOrder(question, shown, permit)
        return QuestionCardText(question, permit)


def _numbered(question: Question) -> str:
    """The stem with its blanks numbered where there are several, and told where their order does not matter."""
    if question.kind is not QuestionKind.BLANKS or question.stem.count(BLANK) < 2:
        return question.stem
    parts = question.stem.split(BLANK)
    blanks = [f"［{_NUMBERS[place % len(_NUMBERS)]}］" for place in range(len(parts) - 1)]
    stem = "".join(part + blank for part, blank in zip(parts, [*blanks, ""], strict=True))
    return f"{stem}（{ANY_ORDER}）" if question.any_order else stem
