"""Several out of many words: one tab stop, arrows go from word to word, Space takes it or leaves it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.ui.kit.chip import Chip
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.roving import Roving


class LedgerChipsField(QWidget):
    def __init__(self, name: str, choices: Sequence[tuple[str, str]], chosen: Sequence[str] = ()) -> None:
        """``choices`` are (key, words)."""
        super().__init__()
        self.setAccessibleName(name)
        self._chips = {key: Chip(words, key in chosen) for key, words in choices}
        self.setLayout(FlowLayout(*self._chips.values(), spacing=6))
        self._roving = Roving(self)
        self._roving.set_members(list(self._chips.values()))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def chosen(self) -> tuple[str, ...]:
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def chip(self, key: str) -> Chip:
        return self._chips[key]
