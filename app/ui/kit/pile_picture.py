"""What a sheet of a pile will look like, taken before it is seen."""

import math

from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget


class PilePicture:
    """Pixel by pixel what the screen would show where the pile lies now.

    At 125 % or 150 % a widget may begin within a pixel of the screen, and text is set otherwise by as little as a
    quarter of one: the picture keeps that part, and shows nothing where the pile has since moved to another.
    """

    def __init__(self, sheet: QWidget, pile: QWidget, ground: QColor) -> None:
        """``sheet`` is as large as ``pile``; ``ground`` is what lies behind it."""
        self._size, self._ratio, self._part = _place(pile)
        right, bottom = self._part.x() + self._size.width(), self._part.y() + self._size.height()
        self._pixels = QPixmap(math.ceil(right * self._ratio), math.ceil(bottom * self._ratio))
        self._pixels.setDevicePixelRatio(self._ratio)
        self._pixels.fill(ground)  # on a transparent one text would be set without the smoothing of the screen
        painter = QPainter(self._pixels)
        painter.translate(self._part)
        sheet.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        self._pixels.setDevicePixelRatio(1)

    @property
    def size(self) -> QSize:
        """In logical pixels."""
        return self._size

    def fits(self, pile: QWidget) -> bool:
        return _place(pile) == (self._size, self._ratio, self._part)

    def draw(self, painter: QPainter) -> None:
        """``painter`` begins where the pile does."""
        painter.scale(1 / self._ratio, 1 / self._ratio)  # to a plain copy of pixels
        painter.drawPixmap(-self._part * self._ratio, self._pixels)


def _place(pile: QWidget) -> tuple[QSize, float, QPointF]:
    """Size, pixels of the screen to a logical one, and how far within one of the screen's it begins (both axes, in
    logical pixels)."""
    ratio, corner = pile.devicePixelRatioF(), pile.mapTo(pile.window(), QPoint())
    part = QPointF(*((at * ratio - math.floor(at * ratio)) / ratio for at in (corner.x(), corner.y())))
    return pile.size(), ratio, part
