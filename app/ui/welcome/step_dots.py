"""How far one is in a few steps: 1 of 3, in words and in dots."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.tokens import current_theme, px


class StepDots(QWidget):
    def __init__(self, count: int) -> None:
        super().__init__()
        self._count, self._current = count, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def set_current(self, step: int) -> None:
        self._current = step
        renamed(self, self._words())
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font(15)).horizontalAdvance(self._words())
        return QSize(round(words) + px(14 + 20 * self._count), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(15))
        painter.setPen(theme.colour("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words())
        painter.setPen(Qt.PenStyle.NoPen)
        left = self.width() - px(20 * self._count)
        for step in range(self._count):
            painter.setBrush(theme.colour("red_fill" if step <= self._current else "border_strong"))
            radius = px(5) if step == self._current else px(3.5)
            painter.drawEllipse(QPointF(left + px(20) * step + px(10), self.height() / 2), radius, radius)

    def _words(self) -> str:
        return f"第 {self._current + 1} 步，共 {self._count} 步"
