"""Another article: its number and our short name for it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.ui.kit.fonts import font
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.tokens import current_theme, px


class ArticleLink(PaintedButton):
    def __init__(self, label: str, name: str) -> None:
        super().__init__()
        self._label, self._words = label, name
        self.setAccessibleName(f"{label}，{name}")
        set_tip(self, f"{label}　{name}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface3"))
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        letters = font(15)
        metrics = QFontMetricsF(letters)
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(letters)
        painter.setPen(theme.colour("ink"))
        left = px(6)
        painter.drawText(QPointF(left, baseline), self._label)
        left += round(metrics.horizontalAdvance(self._label)) + px(10)
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - left - px(4))
        painter.drawText(QPointF(left, baseline), words)
