"""How sure a person was of an answer."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from app.domain.labels import CONFIDENCE
from app.ui.kit.label import Label
from app.ui.kit.layouts import row


class ConfidenceBar(QWidget):
    """有把握, 不太确定, 猜测; nothing is chosen at first. Disabled, it shows what was chosen and nothing else."""

    changed = Signal(str)

    def __init__(self, needed: bool = False, parent: QWidget | None = None) -> None:
        """Unless ``needed`` it says that nothing need be chosen."""
        super().__init__(parent)
        self._choices = {key: QRadioButton(word) for key, word in CONFIDENCE.items()}
        self._group = QButtonGroup(self)
        for key, choice in self._choices.items():
            self._group.addButton(choice)
            choice.setAccessibleName(f"把握程度：{CONFIDENCE[key]}")
            choice.clicked.connect(lambda _=False, chosen=key: self.changed.emit(chosen))
        name = "把握程度" if needed else "把握程度（可不选）"
        self.setAccessibleName(name)
        self._word = Label(name, 15, "text2")
        self.setLayout(row(self._word, *self._choices.values(), spacing=16))

    def chosen(self) -> str:
        """Key of CONFIDENCE, or ""."""
        return next((key for key, choice in self._choices.items() if choice.isChecked()), "")

    def set_chosen(self, key: str) -> None:
        """Show a choice, or none, without telling anyone."""
        self._group.setExclusive(False)
        for name, choice in self._choices.items():
            choice.setChecked(name == key)
        self._group.setExclusive(True)
        self._show_what_counts()

    def choose(self, place: int) -> None:
        """Choose by place (from 0), as the keys 7, 8 and 9 do."""
        list(self._choices.values())[place].click()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show_what_counts()

    def _show_what_counts(self) -> None:
        for choice in self._choices.values():
            choice.setVisible(self.isEnabled() or choice.isChecked())
        self._word.setVisible(self.isEnabled() or bool(self.chosen()))
