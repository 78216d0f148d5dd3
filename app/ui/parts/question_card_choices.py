"""Options to choose among: one of them, or several."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.question import Question, QuestionKind
from app.domain.shown_letters import POSITIONS, keys_shown, option_words
from app.ui.kit.layouts import column
from app.ui.kit.option_button import OptionButton

Permit = Callable[[tuple[str, ...]], bool]


class _Option(OptionButton):
    """Asks before it shows that it is chosen: the one who saves decides."""

    wanted = Signal()
    stepped = Signal(int)
    """Up (-1) or down (1) to another option."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right belong to the page (previous and next question)."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        self.wanted.emit()


class QuestionCardChoices(QWidget):
    """The answer is the chosen keys in the file's order. ``permit`` is asked with an answer before it is shown."""

    changed = Signal()

    def __init__(self, question: Question, shown: Sequence[str], permit: Permit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._permit, self._locked = question, permit, False
        self._keys = keys_shown(question, shown)
        self._multiple = question.kind is QuestionKind.MULTIPLE
        self._options = {
            key: _Option(POSITIONS[place], option_words(question, key), self._multiple)
            for place, key in enumerate(self._keys)
        }
        for key, option in self._options.items():
            option.wanted.connect(lambda chosen=key: self._toggle(chosen))
            option.stepped.connect(lambda step, at=key: self._step(at, step))
        self.setLayout(column(*self._options.values(), spacing=10))

    def answer(self) -> tuple[str, ...]:
        return tuple(sorted(key for key, option in self._options.items() if option.isChecked()))

    def set_answer(self, answer: Sequence[str]) -> None:
        """Show an answer that was given before."""
        for key, option in self._options.items():
            option.setChecked(key in answer)

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        for option in self._options.values():
            option.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.PointingHandCursor)

    def complete(self) -> bool:
        return any(option.isChecked() for option in self._options.values())

    def choose(self, place: int) -> bool:
        """Press the option at ``place`` (from 0); False if there is none."""
        if not 0 <= place < len(self._keys):
            return False
        option = self._options[self._keys[place]]
        option.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._toggle(self._keys[place])
        return True

    def reveal(self) -> None:
        """Show what was right, wrong and left out."""
        right, nothing = set(self._question.answer), not self.complete()
        for key, option in self._options.items():
            if option.isChecked():
                option.set_result("right" if key in right else "wrong")
            elif key in right:
                option.set_result("missed" if self._multiple and not nothing else "correct")
            else:
                option.set_result("")

    def _step(self, key: str, step: int) -> None:
        place = self._keys.index(key) + step
        if 0 <= place < len(self._keys):
            self._options[self._keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _toggle(self, key: str) -> None:
        if self._locked:
            return
        chosen = set(self.answer())
        if self._multiple:
            chosen ^= {key}
        elif key in chosen:
            return
        else:
            chosen = {key}
        wanted = tuple(sorted(chosen))
        if self._permit(wanted):
            self.set_answer(wanted)
            self.changed.emit()
