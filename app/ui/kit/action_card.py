"""A card that is one big button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from app.ui.kit.card import CARD_KINDS, paint_sheet
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import px


class ActionCard(PaintedButton):
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

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, line, radius = CARD_KINDS[self._kind]
        if self.isChecked():
            line = "ink"  # chosen is ink blue; red would read as wrong
        elif self.underMouse() and self.isEnabled():
            line = "red"
        paint_sheet(QPainter(self), QRectF(self.rect()), ground, line, radius, 2 if self.isChecked() else 1)
