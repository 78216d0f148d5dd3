"""What the steps of ink on the calendar mean."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.tokens import current_theme, px
from app.ui.records.ink_steps import INK

_SIDE, _GAP = 15, 4


class Legend(QWidget):
    """少 … 多, with the minutes in its description."""

    def __init__(self, steps: Sequence[int]) -> None:
        super().__init__()
        self._words = ("0 分钟", f"{steps[-1]} 分钟以上")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"颜色越深，学习时间越长，从 {self._words[0]} 到 {self._words[1]}")

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(14))
        words = sum(metrics.horizontalAdvance(word) for word in self._words)
        return QSize(round(words) + px(16 + len(INK) * (_SIDE + _GAP)), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, letters = current_theme(), font(14)
        metrics = QFontMetricsF(letters)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(letters)
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.setPen(theme.colour("text2"))
        painter.drawText(QPointF(0, baseline), self._words[0])
        left = metrics.horizontalAdvance(self._words[0]) + px(8)
        for place, alpha in enumerate(INK):
            box = QRectF(left + place * px(_SIDE + _GAP), (self.height() - px(_SIDE)) / 2, px(_SIDE), px(_SIDE))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface3"))
            painter.drawRoundedRect(box, px(3), px(3))
            painter.setBrush(theme.colour("ink", alpha))
            painter.drawRoundedRect(box, px(3), px(3))
        painter.setPen(theme.colour("text2"))
        painter.drawText(QPointF(left + len(INK) * px(_SIDE + _GAP) + px(4), baseline), self._words[1])
