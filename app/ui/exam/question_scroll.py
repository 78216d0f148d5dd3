"""The scroll area around a question."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.ui.kit.scroll_page import ScrollPage


class QuestionScroll(ScrollPage):
    """Leaves ← and → to the page: previous and next question."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)
