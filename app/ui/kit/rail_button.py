"""An entry of the rail: a character like a seal, and the word below it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.fonts import font
from app.ui.kit.icons import rail_pixmap
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.tokens import current_theme, px

_HIGH, _LOW = 76, 66


class RailButton(PaintedButton):
    """Checkable. ``glyph`` is a rail character (xue, jiang, kao, gai, ji) or the name of an icon."""

    def __init__(self, glyph: str, text: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph, self._low = glyph, False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tip(self, tip or text)

    def set_low(self, low: bool) -> None:
        """The lower form, for windows of little height."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(76), px(_LOW if self._low else _HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(36 if self._low else 42)
        seal = QRectF((self.width() - side) / 2, px(4 if self._low else 6), side, side)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("red_fill"))
            painter.drawRoundedRect(seal, px(9), px(9))
            painter.setPen(QPen(theme.colour("on_red", 120), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = px(3)
            painter.drawRoundedRect(seal.adjusted(inset, inset, -inset, -inset), px(7), px(7))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("surface3"))
            painter.drawRoundedRect(seal, px(9), px(9))
        extent = 21 if self._low else 25
        margin = (side - px(extent)) / 2
        picture = rail_pixmap(self._glyph, extent, "on_red" if on else "text2")
        painter.drawPixmap(QPointF(seal.x() + margin, seal.y() + margin), picture)
        painter.setFont(font(14, on))
        painter.setPen(theme.colour("red" if on else "text2"))
        below = QRectF(0, seal.bottom() + px(1), self.width(), px(22))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
