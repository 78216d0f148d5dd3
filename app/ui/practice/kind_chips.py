"""Which kinds of questions to practise: all, or those ticked."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.question import QuestionKind
from app.ui.kit.chip import Chip
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.roving import Roving


class KindChips(QWidget):
    """「全部题型」 is on as long as no other is; each chip says how many there are. One tab stop."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: frozenset[QuestionKind] = frozenset()
        self._counts: dict[QuestionKind, int] = {}
        self._every = Chip("全部题型")
        self._kinds = {kind: Chip(kind.value) for kind in QuestionKind}
        self._every.clicked.connect(lambda: self._choose(frozenset()))
        for kind, chip in self._kinds.items():
            chip.clicked.connect(lambda _=False, one=kind: self._choose(self._chosen ^ {one}))
        self.setLayout(FlowLayout(*self.chips(), spacing=8))
        self._roving = Roving(self)
        self._roving.set_members(self.chips())
        self._draw()

    def chips(self) -> list[Chip]:
        """As they stand."""
        return [self._every, *self._kinds.values()]

    def chosen(self) -> frozenset[QuestionKind]:
        """The kinds ticked; empty for all."""
        return self._chosen

    def set_chosen(self, kinds: frozenset[QuestionKind]) -> None:
        self._chosen = kinds
        self._draw()

    def set_counts(self, counts: Mapping[QuestionKind, int]) -> None:
        """How many questions of each kind there are to choose from."""
        self._counts = dict(counts)
        self._draw()

    def _draw(self) -> None:
        here = self.chips()[self._roving.current()]
        focused = here.hasFocus()
        self._every.setChecked(not self._chosen)
        for kind, chip in self._kinds.items():
            count = self._counts.get(kind, 0)
            chip.set_label(f"{kind.value} {count}")
            chip.setChecked(kind in self._chosen)
            chip.setEnabled(count > 0 or kind in self._chosen)
        if not here.isEnabled():  # Tab must not lead past all of them
            self._roving.set_current(0)
            if focused:
                self._roving.focus()

    def _choose(self, kinds: frozenset[QuestionKind]) -> None:
        self._chosen = kinds
        self._draw()
        self.changed.emit()
