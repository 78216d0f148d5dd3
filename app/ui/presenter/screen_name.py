"""What a screen is for, large on the screen itself, before a session starts."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.fonts import SANS, face
from app.ui.kit.tokens import current_theme
from app.ui.presenter.arrangement import ScreenFacts


class ScreenName(QWidget):
    """A band over the lower part of one screen; it takes neither focus nor clicks."""

    def __init__(self, screen: ScreenFacts, role: str, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags | Qt.WindowType.WindowTransparentForInput)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._role, self._facts = role, f"{screen.name}　{screen.resolution}"
        self.setAccessibleName(f"{role} {self._facts}")
        x, y, width, height = screen.box
        tall = height // 5
        self.setGeometry(QRect(x + width // 10, y + height - tall - height // 12, width * 8 // 10, tall))

    def text(self) -> str:
        return f"{self._role} {self._facts}"

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("red_fill"))
        painter.setPen(theme.colour("on_red"))
        upper, lower = self.rect(), self.rect()
        upper.setBottom(self.height() * 62 // 100)
        lower.setTop(self.height() * 60 // 100)
        painter.setFont(face(SANS, self.height() * 36 // 100, True))
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self._role)
        painter.setFont(face(SANS, max(self.height() * 16 // 100, 16)))
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self._facts)
