"""A thin bar that shows how far something has come."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.tokens import current_theme, px


class Bar(QWidget):
    """``value`` from 0 to 1; announced as 「进度 60%」 or with a name of one's own."""

    def __init__(self, value: float = 0.0, token: str = "red_fill", height: float = 6, name: str = "进度") -> None:
        super().__init__()
        self._value, self._token, self._called = 0.0, token, name
        self.setFixedHeight(max(3, px(height)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(px(40))
        self.set_value(value)

    def value(self) -> float:
        """What is shown."""
        return self._value

    def set_value(self, value: float, token: str = "") -> None:
        """Show another value, in another colour if given."""
        self._value = min(1.0, max(0.0, value))
        self._token = token or self._token
        renamed(self, f"{self._called} {round(self._value * 100)}%")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = box.height() / 2
        painter.setBrush(theme.colour("surface3"))
        painter.drawRoundedRect(box, radius, radius)
        if self._value > 0:
            box.setWidth(max(box.height(), box.width() * self._value))
            painter.setBrush(theme.colour(self._token))
            painter.drawRoundedRect(box, radius, radius)
