"""One of a few words, that the wheel does not change by accident."""

from collections.abc import Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.kit.tokens import px


class ChoiceField(QComboBox):
    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        chosen: str = "",
        width: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``choices`` are (key, words)."""
        super().__init__(parent)
        for key, words in choices:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.setAccessibleName(name)
        self.setMaxVisibleItems(14)
        if width:
            self.setFixedWidth(px(width))
        else:
            self.setMinimumContentsLength(8)
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def chosen(self) -> str:
        """The key of the choice."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
