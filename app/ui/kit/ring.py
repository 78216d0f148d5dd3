"""A ring with a figure in it: a score, a year's hours."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.tokens import current_theme, px


class Ring(QWidget):
    """``value`` from 0 to 1 as an arc, ``figure`` large and ``caption`` small in the middle."""

    def __init__(
        self, value: float, figure: str, caption: str, size: float = 120, token: str = "red_fill", width: float = 10
    ) -> None:
        super().__init__()
        self._extent, self._token, self._stroke = size, token, width
        self._value, self._figure, self._caption = 0.0, "", ""
        self.setFixedSize(px(size), px(size))
        self.set(value, figure, caption)

    def set(self, value: float, figure: str, caption: str, token: str = "") -> None:
        """Show other figures."""
        self._value, self._figure, self._caption = min(1.0, max(0.0, value)), figure, caption
        self._token = token or self._token
        renamed(self, f"{figure}，{caption}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = px(self._stroke)
        half = stroke / 2 + 1
        circle = QRectF(self.rect()).adjusted(half, half, -half, -half)
        pen = QPen(theme.colour("surface3"), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(circle)
        if self._value > 0:
            pen.setColor(theme.colour(self._token))
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, round(-360 * 16 * self._value))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme = current_theme()
        figure, caption = font(28 * self._extent / 120, bold=True), font(max(14, 14 * self._extent / 132))
        tall, low = QFontMetricsF(figure), QFontMetricsF(caption)
        height = tall.ascent() + (low.height() if self._caption else 0)
        top = (self.height() - height) / 2 - tall.descent() / 2
        room = QRectF(0, top, self.width(), tall.height())
        painter.setFont(figure)
        painter.setPen(theme.colour("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._figure)
        painter.setFont(caption)
        painter.setPen(theme.colour("text2"))
        below = QRectF(0, top + tall.height() - tall.descent() / 2, self.width(), low.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._caption)
