"""Keys that reach the console: digits gather into a page number, L is held for the dot, all others are acts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent

from app.ui.presenter.act import Act, act_of, digit_of

if TYPE_CHECKING:
    from app.ui.presenter.console_window import ConsoleWindow

HELD_MS = 400
"""L held longer than that is let go with the key; shorter, the dot stays until the next L."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REPEATS = frozenset({Act.NEXT, Act.PREVIOUS, Act.BIGGER, Act.SMALLER, Act.NOTES_DOWN, Act.NOTES_UP, Act.UNDO})


class ConsoleKeys:
    def __init__(self, console: "ConsoleWindow") -> None:
        self._console = console
        self._held = QElapsedTimer()

    def pressed(self, event: QKeyEvent) -> bool:
        """Whether the key meant something."""
        if self._number(event):
            return True
        act = act_of(event)
        if act is None:
            return False
        if event.isAutoRepeat() and act not in _REPEATS:
            return True
        if act is Act.POINTER and self._console.page.tool is not Act.POINTER:
            self._held.start()
        elif act is Act.POINTER:
            self._held.invalidate()
        if act is not Act.VOTE and act in (Act.NEXT, Act.PREVIOUS, Act.FIRST, Act.LAST) and self._console.votes.in_use:
            self._console.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._console.acted.emit(act)
        return True

    def released(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_L or event.isAutoRepeat() or not self._held.isValid():
            return False
        held = self._held.elapsed()
        self._held.invalidate()
        if held > HELD_MS and self._console.page.tool is Act.POINTER:
            self._console.take_tool(Act.POINTER)
        return True

    def _number(self, event: QKeyEvent) -> bool:
        field, key = self._console.go_to, event.key()
        if digit := digit_of(event):
            field.type(digit)
        elif field.pending and key in _ENTER:
            field.go()
        elif field.pending and key == Qt.Key.Key_Backspace:
            field.rub_out()
        elif field.pending and key == Qt.Key.Key_Escape:
            field.forget()
        else:
            field.forget()
            return False
        return True
