"""How sure a person was of an answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.domain.labels import CONFIDENCE
from app.ui.kit.label import Label
from app.ui.kit.layouts import row


class ConfidenceBar(QWidget):
    """有把握, 不太确定, 猜测; nothing is chosen at first, and nothing need be."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {key: QRadioButton(word) for key, word in CONFIDENCE.items()}
        self._group = QButtonGroup(self)
        for key, choice in self._choices.items():
            self._group.addButton(choice)
            choice.setAccessibleName(f"把握程度：{CONFIDENCE[key]}")
            choice.clicked.connect(lambda _=False, chosen=key: self.changed.emit(chosen))
        self.setAccessibleName("把握程度（可不选）")
        self.setLayout(row(Label("把握程度", 15, "text2"), *self._choices.values(), spacing=16))

    def chosen(self) -> str:
        """Key of CONFIDENCE, or ""."""
        return next((key for key, choice in self._choices.items() if choice.isChecked()), "")

    def set_chosen(self, key: str) -> None:
        """Show a choice, or none, without telling anyone."""
        self._group.setExclusive(False)
        for name, choice in self._choices.items():
            choice.setChecked(name == key)
        self._group.setExclusive(True)

    def choose(self, place: int) -> None:
        """Choose by place (from 0), as the keys 7, 8 and 9 do."""
        list(self._choices.values())[place].click()
