"""Which kinds of questions to practise: all, or those ticked."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.question import QuestionKind
from app.ui.kit.chip import Chip
from app.ui.kit.flow_layout import FlowLayout

KINDS = tuple(QuestionKind)


class KindChips(QWidget):
    """「全部题型」 is on as long as no other is; each chip says how many there are."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: frozenset[QuestionKind] = frozenset()
        self._counts: dict[QuestionKind, int] = {}
        self._flow = FlowLayout(spacing=8)
        self.setLayout(self._flow)
        self._draw()

    def chosen(self) -> frozenset[QuestionKind]:
        """The kinds ticked; empty for all."""
        return self._chosen

    def set_chosen(self, kinds: frozenset[QuestionKind]) -> None:
        self._chosen = kinds
        self._draw()

    def set_counts(self, counts: Mapping[QuestionKind, int]) -> None:
        """How many questions of each kind there are to choose from."""
        if dict(counts) != self._counts:
            self._counts = dict(counts)
            self._draw()

    def _draw(self) -> None:
        focused = next((place for place, chip in enumerate(self._chips()) if chip.hasFocus()), -1)
        for chip in self._chips():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        every = Chip("全部题型", not self._chosen)
        every.clicked.connect(lambda: self._choose(frozenset()))
        self._flow.addWidget(every)
        for kind in KINDS:
            chip = Chip(f"{kind.value} {self._counts.get(kind, 0)}", kind in self._chosen)
            chip.setEnabled(self._counts.get(kind, 0) > 0 or kind in self._chosen)
            chip.clicked.connect(lambda _=False, one=kind: self._choose(self._chosen ^ {one}))
            self._flow.addWidget(chip)
        if focused >= 0:
            self._chips()[focused].setFocus()

    def _chips(self) -> list[Chip]:
        items = [self._flow.itemAt(place) for place in range(self._flow.count())]
        return [item.widget() for item in items if item is not None and isinstance(item.widget(), Chip)]  # type: ignore[misc]

    def _choose(self, kinds: frozenset[QuestionKind]) -> None:
        self._chosen = kinds
        self._draw()
        self.changed.emit()
