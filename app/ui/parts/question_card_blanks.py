"""The inputs of a 填空, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.domain.answer_words import form_words
from app.domain.blank_matching import matched
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
        self._question, self._permit = question, permit
        self._fields = [BlankField(number) for number, _ in enumerate(question.answer, 1)]
        self._saved: tuple[str, ...] = ("",) * len(self._fields)
        self._taken = True
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
        self._saved, self._taken = self._filled(answer), True
        self._show(self._saved)

    def set_draft(self, answer: Sequence[str]) -> None:
        """Show what was typed before and not taken."""
        self._taken = False
        self._show(self._filled(answer))

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
        """In any order the words that are missing stand beside the blanks that are wrong, one each."""
        expected = self._question.answer
        places = matched([field.value() for field in self._fields], expected, self._question.any_order)
        missing = [accepted for place, accepted in enumerate(expected) if place not in places]
        for field, place in zip(self._fields, places, strict=True):
            field.reveal("" if place is not None else form_words(missing.pop(0)))

    def flush(self) -> bool:
        """Offer what was typed since the last time; False where it was not taken (the text stays)."""
        self._pause.stop()
        texts = tuple(field.value().strip() for field in self._fields)
        if texts != self._saved or not self._taken:
            self._taken = self._permit(texts)
            self._saved = texts if self._taken else self._saved
        return self._taken

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is offered before a card goes, by whoever takes it away; nothing is once it is gone."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._pause.stop()

    def _filled(self, answer: Sequence[str]) -> tuple[str, ...]:
        return (*answer, *[""] * len(self._fields))[: len(self._fields)]

    def _show(self, texts: Sequence[str]) -> None:
        for field, text in zip(self._fields, texts, strict=True):
            field.set_value(text)

    def _note(self) -> None:
        self._pause.start()
        self.changed.emit()
