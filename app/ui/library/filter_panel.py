"""The filters of the case library, each choice with the number of cases that it would show."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.ui.kit.button import button
from app.ui.kit.elided_check_box import ElidedCheckBox
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import current_theme
from app.ui.library.case_filter import KINDS, CaseFilter, Shelf, word_of

FOLDED = 6


class FilterPanel(QWidget):
    """Emits ``toggled(kind, value)``; whoever listens answers with ``show_filter``."""

    toggled = Signal(str, str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[tuple[str, str], QCheckBox] = {}
        self._counts: dict[tuple[str, str], Label] = {}
        self._open: set[str] = set()
        self._groups: QVBoxLayout = column(spacing=4)
        self._clear = button("清空", "link", name="清空筛选")
        self._clear.clicked.connect(self.cleared)
        self._shelf: Shelf | None = None
        self._shown = CaseFilter()
        inner = boxed(self._groups)
        self._groups.setContentsMargins(0, 0, 8, 8)
        head = row(Label("筛选", 17, bold=True), None, self._clear)
        self.setLayout(column(head, (ScrollPage(inner), 1), margins=(18, 14, 8, 8), spacing=6))

    def show_filter(self, shelf: Shelf, wanted: CaseFilter) -> None:
        """Show choices, ticks and counts."""
        if shelf != self._shelf:
            self._shelf = shelf
            self._build(shelf)
        self._shown = wanted
        for kind in KINDS:
            counts = shelf.counts(wanted, kind)
            for (of, value), box in self._boxes.items():
                if of == kind:
                    self._show_choice(kind, value, box, counts.get(value, 0))
        self._clear.setEnabled(not wanted.empty)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().colour("surface2"))

    def boxes(self) -> dict[tuple[str, str], QCheckBox]:
        """By kind and value."""
        return self._boxes

    def _show_choice(self, kind: str, value: str, box: QCheckBox, count: int) -> None:
        on = value in self._shown.chosen.get(kind, frozenset())
        box.blockSignals(True)
        box.setChecked(on)
        box.blockSignals(False)
        box.setEnabled(on or count > 0)
        box.setAccessibleName(f"{KINDS[kind]}：{word_of(kind, value)}，{count} 个案例")
        self._counts[kind, value].setText(str(count))

    def _build(self, shelf: Shelf) -> None:
        while item := self._groups.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._boxes, self._counts = {}, {}
        for place, kind in enumerate(KINDS):
            if place:
                self._groups.addWidget(Rule())
            self._groups.addWidget(self._group(kind, shelf.choices(kind)))
        self._groups.addStretch(1)

    def _group(self, kind: str, values: list[str]) -> QWidget:
        lines: list[QWidget] = [Label(KINDS[kind], 14, "text2", bold=True)]
        rest: list[QWidget] = []
        for place, value in enumerate(values):
            (lines if place < FOLDED or kind in self._open else rest).append(self._choice(kind, value))
        more = boxed(column(*rest, spacing=2))
        more.hide()
        if rest:
            unfold = button(f"还有 {len(rest)} 项", "link", "chevron_down", name=f"{KINDS[kind]}：还有 {len(rest)} 项")

            def show_all() -> None:
                more.show()
                unfold.hide()
                self._open.add(kind)

            unfold.clicked.connect(show_all)
            lines += [more, boxed(row(unfold, None))]
        return boxed(column(*lines, margins=(0, 6, 0, 6), spacing=2))

    def _choice(self, kind: str, value: str) -> QWidget:
        box, count = ElidedCheckBox(word_of(kind, value)), Label("", 14, "text2")
        box.toggled.connect(lambda _: self.toggled.emit(kind, value))
        self._boxes[kind, value], self._counts[kind, value] = box, count
        return boxed(row((box, 1), count))
