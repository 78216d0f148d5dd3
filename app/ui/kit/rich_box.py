"""The box with a bar that stands under quotations and key sentences."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.ui.kit.tokens import current_theme, px

BOXED: dict[str, tuple[str, str, str]] = {
    "quote": ("surface2", "border", "gold"),
    "key": ("red_soft", "red_line", "red_fill"),
}
"""Kinds of paragraph that stand in a box: ground, line, bar."""


def paint_box(painter: QPainter, box: QRectF, kind: str) -> None:
    """Draw the box of a paragraph of ``kind``, the bar clipped to its round corners."""
    theme = current_theme()
    ground, line, bar = BOXED[kind]
    shape = QPainterPath()
    shape.addRoundedRect(box, px(8), px(8))
    painter.fillPath(shape, theme.colour(ground))
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(box.x(), box.y(), px(5), box.height()), theme.colour(bar))
    painter.restore()
    painter.setPen(QPen(theme.colour(line), 1))
    painter.drawPath(shape)
