"""Finds words in the whole guide: a field, and the way from one place to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.search_field import SearchField


class GuideFind(QWidget):
    """Enter goes to the next place, Shift+Enter to the one before."""

    searched = Signal(str)  # what is looked for has changed
    step_wanted = Signal(int)  # 1 or -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = SearchField("在使用说明中查找", "在使用说明中查找，快捷键 Ctrl+F", width=240)
        self._said = Label("", 14, "text2")
        before = button("", "ghost", "chevron_up", small=True, tip="上一处 Shift+Enter", name="上一处")
        after = button("", "ghost", "chevron_down", small=True, tip="下一处 Enter", name="下一处")
        self.setLayout(row(self._field, before, after, self._said, spacing=6))
        self._field.textChanged.connect(lambda text: self.searched.emit(text.strip()))
        before.clicked.connect(lambda: self.step_wanted.emit(-1))
        after.clicked.connect(lambda: self.step_wanted.emit(1))

    @property
    def wanted(self) -> str:
        return self._field.text().strip()

    def take_focus(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def say(self, words: str) -> None:
        self._said.setText(words)
        announce(self, words)

    def said(self) -> str:
        return self._said.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
