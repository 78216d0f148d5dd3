"""A hairline between things."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.ground import paint_ground
from app.ui.kit.tokens import current_theme, px


class Rule(QWidget):
    """A line of one pixel, as long as its place, or ``length`` design pixels."""

    def __init__(self, vertical: bool = False, length: float = 0) -> None:
        super().__init__()
        fixed, growing = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(fixed, growing)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(growing, fixed)
        if length:
            (self.setFixedHeight if vertical else self.setFixedWidth)(px(length))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(QPainter(self), self.rect(), current_theme().colour("border"))
