"""One of a few words, in the forms of 讲; the wheel does not change it by accident."""

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class PickBox(QComboBox):
    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], chosen: str = "", parent: QWidget | None = None
    ) -> None:
        """``choices`` are (key, words)."""
        super().__init__(parent)
        for key, words in choices:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setAccessibleName(name)
        self.setMaxVisibleItems(14)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def picked(self) -> str:
        """The key of the choice."""
        return str(self.currentData() or "")

    def pick(self, key: str) -> None:
        """Choose without telling anybody."""
        self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
