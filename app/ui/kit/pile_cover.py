"""The picture of a sheet, in front of a pile for a moment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.pile_picture import PilePicture


class PileCover(QWidget):
    """Opaque: what lies behind is not painted. It takes the mouse, which must not reach a sheet that is not seen.

    Without a picture it has no size; it is not hidden, for to show a widget Qt asks the screen where the mouse is, and
    waits for the answer.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: PilePicture | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.resize(0, 0)

    def show_picture(self, picture: PilePicture) -> None:
        self._picture = picture
        self.raise_()
        self.resize(picture.size)
        self.update()

    def take_away(self) -> None:
        self.resize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is not None:
            self._picture.draw(QPainter(self))
