"""How sure one is of an answer; nothing is chosen to begin with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.labels import CONFIDENCE
from app.ui.kit.chip import Chip
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label


class ConfidenceChoice(QWidget):
    """有把握, 不太确定 or 猜测."""

    changed = Signal()

    def __init__(self, chosen: str = "") -> None:
        super().__init__()
        self._chips = {key: Chip(word, checked=key == chosen) for key, word in CONFIDENCE.items()}
        self._group = QButtonGroup(self)
        for chip in self._chips.values():
            self._group.addButton(chip)
        self.setLayout(FlowLayout(Label("把握程度", 15, "text2"), *self._chips.values(), spacing=10))
        self.setAccessibleName("把握程度")
        self._group.buttonToggled.connect(lambda _, on: self.changed.emit() if on else None)

    def chosen(self) -> str:
        """A key of CONFIDENCE, or ``""``."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose as if by hand."""
        self._chips[key].setChecked(True)
