"""A tab at the top of the window, with a badge for what is due."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import current_theme, px

_SIZE, _SIDE = 16, 12


class TabButton(PaintedButton):
    """Checkable and exclusive among its siblings. ``badge`` is a short figure; it is read out with the name, in
    ``said`` words where there are some."""

    def __init__(self, text: str, badge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = ""
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_badge(badge)

    def set_badge(self, badge: str, said: str = "") -> None:
        """Show another figure, or none."""
        name = self.text() + (f"，{said or f'{badge} 项'}" if badge else "")
        if (badge, name) == (self._badge, self.accessibleName()):
            return
        self._badge = badge
        renamed(self, name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(font(_SIZE, bold=True)).horizontalAdvance(self.text()) + 2 * px(_SIDE)
        if self._badge:
            width += self._badge_width() + px(6)
        return QSize(round(width), px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = font(_SIZE, on)
        metrics = QFontMetricsF(letters)
        width = metrics.horizontalAdvance(self.text())
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(letters)
        painter.setPen(theme.colour("red" if on else "text" if self.underMouse() else "text2"))
        painter.drawText(QPointF(px(_SIDE), baseline), self.text())
        painter.setPen(Qt.PenStyle.NoPen)
        if on:
            painter.setBrush(theme.colour("red_fill"))
            painter.drawRoundedRect(QRectF(px(_SIDE), self.height() - px(3), width, px(3)), 1.5, 1.5)
        if self._badge:
            box = QRectF(px(_SIDE) + width + px(6), self.height() / 2 - px(10), self._badge_width(), px(20))
            painter.setBrush(theme.colour("red_soft"))
            painter.drawRoundedRect(box, px(10), px(10))
            painter.setFont(font(14, bold=True))
            painter.setPen(theme.colour("red"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _badge_width(self) -> int:
        return max(px(20), round(QFontMetricsF(font(14, bold=True)).horizontalAdvance(self._badge)) + px(10))
