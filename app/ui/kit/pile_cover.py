"""The picture of a sheet, in front of a pile for a moment."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class PileCover(QWidget):
    """Opaque: what lies behind is not painted. It takes the mouse, which must not reach a sheet that is not seen.

    Without a picture it has no size; it is not hidden, for to show a widget Qt asks the screen where the mouse is, and
    waits for the answer.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.resize(0, 0)

    def show_picture(self, picture: QPixmap, size: QSize) -> None:
        """``picture`` is of this ``size``."""
        self._picture = picture
        self.raise_()
        self.resize(size)
        self.update()

    def take_away(self) -> None:
        self.resize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)
