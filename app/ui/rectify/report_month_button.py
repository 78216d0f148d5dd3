"""A month in the strip: its name, and what became of its report."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONES
from app.ui.rectify.report_words import CellLook

_WIDTH, _HEIGHT, _ICON = 96, 54, 16


class ReportMonthButton(PaintedButton):
    def __init__(self, month: str, name: str, state: str, look: CellLook, spoken: str) -> None:
        """``state`` is "" for a month that has not begun."""
        super().__init__()
        self.month = month
        self._name, self._state, self._look = name, state, look
        self.setCheckable(True)
        self.setEnabled(bool(state))
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wanted = QFontMetricsF(font(15, True)).horizontalAdvance(self._name) + px(20)
        return QSize(max(px(_WIDTH), round(wanted)), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() and self.isEnabled()
        line = "red" if on else "text2" if hot else "border"
        painter.setPen(QPen(theme.colour(line), px(2) if on else 1))
        painter.setBrush(theme.colour("surface" if self.isEnabled() else "surface2"))
        half = px(2) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), px(8), px(8))
        self._words(painter, font(15, on), self._name, "text" if self.isEnabled() else "text3", 0.30, "")
        ink = TONES[self._look.tone][0] if self._state else "text3"
        self._words(painter, font(14), self._state or "未到", ink, 0.70, self._look.icon if self._state else "")

    def _words(self, painter: QPainter, letters: QFont, words: str, ink: str, middle: float, icon: str) -> None:
        metrics = QFontMetricsF(letters)
        mark = px(_ICON + 4) if icon else 0
        left = (self.width() - metrics.horizontalAdvance(words) - mark) / 2
        centre = self.height() * middle + (px(1) if middle < 0.5 else -px(1))
        if icon:
            painter.drawPixmap(QPointF(left, centre - px(_ICON) / 2), pixmap(icon, _ICON, ink, self._look.filled))
        painter.setFont(letters)
        painter.setPen(current_theme().colour(ink))
        painter.drawText(QPointF(left + mark, centre + (metrics.ascent() - metrics.descent()) / 2), words)
