"""A line to search in, with a magnifying glass that scales with the rest."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.icons import pixmap
from app.ui.kit.tokens import px


class SearchField(QLineEdit):
    """Esc empties it when there is something in it, else Esc goes on to the page."""

    def __init__(self, hint: str, name: str = "", width: float = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)
        self.setTextMargins(px(22), 0, 0, 0)
        if width:
            self.setFixedWidth(px(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(px(10), (self.height() - px(18)) / 2), pixmap("search", 18, "text2"))
