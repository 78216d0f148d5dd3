"""A plain filled rectangle."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def paint_ground(painter: QPainter, box: QRect | QRectF, colour: QColor) -> None:
    """As ``fillRect``, which would make PySide create the enumerations of gradients. Changes pen and brush."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)
