"""An icon standing alone: decoration beside a word that says the same."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.icons import pixmap
from app.ui.kit.tokens import current_theme, px


class IconLabel(QWidget):
    """A square icon, not focusable; with ``plate`` it stands on a rounded ground of twice its size."""

    def __init__(
        self, name: str, size: float = 20, token: str = "text2", filled: bool = False, plate: str = ""
    ) -> None:
        super().__init__()
        self._name, self._extent, self._token, self._filled, self._plate = name, size, token, filled, plate
        side = px(size * 1.85 if plate else size)
        self.setFixedSize(side, side)

    def set_icon(self, name: str, token: str, filled: bool = False) -> None:
        """Show another icon of the same size."""
        self._name, self._token, self._filled = name, token, filled
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = px(self._extent)
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        if self._plate:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(current_theme().colour(self._plate))
            painter.setBrush(current_theme().colour(self._plate))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(9), px(9))
        painter.drawPixmap(place, pixmap(self._name, self._extent, self._token, self._filled))
