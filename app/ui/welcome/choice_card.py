"""A card of the welcome that is one of several answers."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.card import paint_sheet


class ChoiceCard(QAbstractButton):
    """Checkable; one of its siblings is on. ``words`` are what it is called."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._name)
        self._name()

    def hasHeightForWidth(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # Enter goes on to the next step
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        line = "red" if on else "text2" if self.underMouse() else "border_strong"
        paint_sheet(QPainter(self), QRectF(self.rect()), "red_soft" if on else "surface", line, 12, 2 if on else 1)

    def _name(self) -> None:
        renamed(self, self._words + ("，已选" if self.isChecked() else ""))
        self.update()
