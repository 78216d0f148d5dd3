"""A card that is one big button."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from app.ui.kit.card import CARD_KINDS, paint_sheet
from app.ui.kit.tokens import px


class ActionCard(QAbstractButton):
    """Takes focus; click, Enter and Space emit ``clicked``. The layout's widgets only show, they take no focus."""

    def __init__(self, layout: QLayout, name: str, kind: str = "1", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setLayout(layout)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        wanted = layout.sizeHint() if layout is not None else super().sizeHint()
        return wanted.expandedTo(QSize(px(36), px(36)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, line, radius = CARD_KINDS[self._kind]
        if self.isChecked():
            line = "ink"  # chosen is ink blue; red would read as wrong
        elif self.underMouse() and self.isEnabled():
            line = "red"
        paint_sheet(QPainter(self), QRectF(self.rect()), ground, line, radius, 2 if self.isChecked() else 1)
