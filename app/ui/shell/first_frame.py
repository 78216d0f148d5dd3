"""What the first paint shows: the shell's outline with grey blocks, before anything else has been loaded.

It is a picture that Qt draws from SVG. A QPainter would have to be given colours, and the first colour given to it
makes PySide create the ninety enumerations of the Qt namespace, which takes longer than the rest of this paint.
"""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.ui.kit.tokens import current_theme
from app.ui.shell.first_picture import first_picture


class FirstFrame(QWidget):
    """Takes no part in anything: the real shell replaces it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = first_picture(current_theme(), self.width(), self.height())
        QSvgRenderer(QByteArray(picture.encode())).render(QPainter(self))
