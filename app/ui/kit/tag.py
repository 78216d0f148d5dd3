"""A small word with a ground: a kind, a state, a source."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONES


class Tag(QWidget):
    """A word in a tone (red, ink, green, amber, grey, plain) with an optional icon. Not focusable."""

    def __init__(self, text: str, tone: str = "grey", icon: str = "", filled: bool = False, size: float = 14) -> None:
        super().__init__()
        self._word, self._tone, self._icon, self._filled, self._extent = text, tone, icon, filled, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """The word shown."""
        return self._word

    def set(self, text: str, tone: str, icon: str = "", filled: bool = False) -> None:
        """Show another word in another tone."""
        self._word, self._tone, self._icon, self._filled = text, tone, icon, filled
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(self._extent))
        icon = px(self._extent + 1) + px(4) if self._icon else 0
        return QSize(round(metrics.horizontalAdvance(self._word)) + icon + px(15), px(self._extent + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        ink, ground, line = TONES[self._tone]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(line), 1))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5))
        left = float(px(7))
        if self._icon:
            side = px(self._extent + 1)
            picture = pixmap(self._icon, self._extent + 1, ink, self._filled)
            painter.drawPixmap(QPointF(left, (self.height() - side) / 2), picture)
            left += side + px(4)
        letters = font(self._extent)
        metrics = QFontMetricsF(letters)
        painter.setFont(letters)
        painter.setPen(theme.colour(ink))
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, baseline), self._word)
