"""What a widget looks like, painted before it is to be seen."""

from collections.abc import Callable, Hashable

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class Picture:
    """Shown for as long as the widget's looks are those that it was taken of: ``looks`` is all that they depend on.

    It is opaque: on a transparent ground text would be set without the smoothing of the screen.
    """

    def __init__(self) -> None:
        self._looks: Hashable = None
        self._pixmap: QPixmap | None = None

    def take(self, widget: QWidget, looks: Hashable, ground: QColor, paint: Callable[[QPainter], None]) -> None:
        """``ground`` is what lies behind the widget. Where a logical pixel is no whole number of pixels of the screen
        nothing is taken: they would not be the same ones."""
        ratio = widget.devicePixelRatioF()
        if looks == self._looks or widget.size().isEmpty() or not ratio.is_integer():
            return
        pixmap = QPixmap(widget.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(ground)
        painter = QPainter(pixmap)
        paint(painter)
        painter.end()
        self._looks, self._pixmap = looks, pixmap

    def show(self, painter: QPainter, looks: Hashable) -> bool:
        """False where it is not a picture of these looks: they have to be painted."""
        if self._pixmap is None or looks != self._looks:
            return False
        painter.drawPixmap(0, 0, self._pixmap)
        return True
