"""The inputs of a 填空, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.domain.question import Question
from app.ui.kit.layouts import column
from app.ui.parts.blank_field import BlankField
from app.ui.parts.question_card_choices import Permit

PAUSE_MS = 500


class QuestionCardBlanks(QWidget):
    """The answer has one entry a blank. Typing is offered to ``permit`` when it pauses or leaves the field."""

    changed = Signal()

    def __init__(self, question: Question, permit: Permit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._permit = permit
        self._fields = [BlankField(number, accepted) for number, accepted in enumerate(question.answer, 1)]
        self._saved: tuple[str, ...] = ("",) * len(self._fields)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self.setLayout(column(*self._fields, spacing=12))
        self._pause.timeout.connect(self.flush)
        for field in self._fields:
            field.edited.connect(self._note)
            field.left.connect(self.flush)

    def answer(self) -> tuple[str, ...]:
        texts = tuple(field.value().strip() for field in self._fields)
        return texts if any(texts) else ()

    def set_answer(self, answer: Sequence[str]) -> None:
        """Show an answer that was given before."""
        self._saved = (*answer, *[""] * len(self._fields))[: len(self._fields)]
        for field, text in zip(self._fields, self._saved, strict=True):
            field.set_value(text)

    def set_locked(self, locked: bool) -> None:
        for field in self._fields:
            field.set_locked(locked)

    def complete(self) -> bool:
        return all(field.value().strip() for field in self._fields)

    def choose(self, place: int) -> bool:
        return False

    def take_focus(self) -> None:
        self._fields[0].take_focus()

    def reveal(self) -> None:
        for field in self._fields:
            field.reveal()

    def flush(self) -> bool:
        """Offer what was typed since the last time; False where it was not taken (the text stays)."""
        self._pause.stop()
        texts = tuple(field.value().strip() for field in self._fields)
        if texts == self._saved:
            return True
        if not self._permit(texts):
            return False
        self._saved = texts
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is offered before a card goes, by whoever takes it away; nothing is once it is gone."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._pause.stop()

    def _note(self) -> None:
        self._pause.start()
        self.changed.emit()
