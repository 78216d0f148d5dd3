"""Words from a text, with a bar of marker yellow beside them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import current_theme, px


class Quote(QWidget):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setLayout(column(Paragraph(text, 16, line=1.7), margins=(16, 4, 12, 4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("mark", 110 if not theme.dark else 160))
        painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        painter.setBrush(theme.colour("flag"))
        painter.drawRoundedRect(QRectF(0, 0, px(4), self.height()), px(2), px(2))
