"""A whole number with its unit, that the wheel does not change by accident."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from app.ui.kit.tokens import px


class NumberField(QSpinBox):
    """``before`` and ``unit`` stand around the number, ``name`` is what a screen reader says."""

    def __init__(
        self,
        name: str,
        value: int,
        lowest: int,
        highest: int,
        unit: str = "",
        before: str = "",
        width: float = 110,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setValue(value)
        self.setSuffix(f" {unit}" if unit else "")
        self.setPrefix(f"{before} " if before else "")
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setFixedWidth(px(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the number, as in any such field, and is no order to save the page."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where one is typing: else the wheel is for the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
