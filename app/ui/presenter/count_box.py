"""A whole number with its unit, in the forms of 讲."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox

from app.ui.kit.tokens import px


class CountBox(QSpinBox):
    def __init__(self, name: str, value: int, lowest: int, highest: int, unit: str, width: float = 104) -> None:
        super().__init__()
        self.setRange(lowest, highest)
        self.setValue(value)
        self.setSuffix(f" {unit}")
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setFixedWidth(px(width))

    def show_value(self, value: int) -> None:
        """Without telling anybody."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only where one is typing: else the wheel is for the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
