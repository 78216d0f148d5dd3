"""The answer sheet: groups of numbered cells behind one tab stop."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.kit.answer_cell import AnswerCell
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.roving import Roving
from app.ui.kit.tokens import px


@dataclass(frozen=True)
class CellState:
    """What one cell shows: a state of ``answer_cell.CELL_STATES``, and its flag."""

    state: str = "unanswered"
    flagged: bool = False


@dataclass(frozen=True)
class SheetGroup:
    """A heading with its note, and the numbers below it."""

    title: str
    note: str
    numbers: tuple[int, ...]


class AnswerSheet(QWidget):
    """Cells in groups. Arrows, Home and End move inside; Enter, Space and click emit ``activated(number)``."""

    activated = Signal(int)

    def __init__(
        self, groups: Sequence[SheetGroup] = (), columns: int = 7, side: float = 36, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns, self._side = columns, side
        self._cells: dict[int, AnswerCell] = {}
        self._order: dict[int, int] = {}
        self._painted: set[int] = set()
        self._states: dict[int, CellState] = {}
        self._current = 0
        self._roving = Roving(self)
        self._column = column(spacing=12)
        self.setLayout(self._column)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_groups(groups)

    def set_groups(self, groups: Sequence[SheetGroup]) -> None:
        """Show these groups of cells, all unanswered."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._cells, self._painted = {}, set()
        for group in groups:
            self._column.addWidget(self._build(group))
        self._order = {number: index for index, number in enumerate(self._cells)}
        self._roving.set_members(list(self._cells.values()))

    def set_states(self, states: Mapping[int, CellState], current: int = 0) -> None:
        """Show what each number's cell shall show (unanswered if left out) and which question is on the screen."""
        self._states, self._current = dict(states), current
        for number, cell in self._cells.items():
            shown = states.get(number, CellState())
            cell.set_state(shown.state, shown.flagged, number == current)
        if current in self._cells:
            self._roving.set_current(self._order[current])

    def set_current(self, number: int) -> None:
        """Move the frame of the current question, and with it the tab stop. Only two cells change."""
        before, self._current = self._current, number
        for one in {before, number} & self._cells.keys():
            self.set_state(one, self._states.get(one, CellState()))
        if number in self._cells:
            self._roving.set_current(self._order[number])

    def paint_ahead(self, ground: QColor) -> None:
        """Paint now the cells as they will be once the question before or after is the current one."""
        near = {number for number in range(self._current - 1, self._current + 2) if number in self._cells}
        for number in self._painted - near:
            self._cells[number].forget_picture()
        self._painted = near
        for number in near:
            self._cells[number].paint_ahead(ground, number != self._current)

    def set_state(self, number: int, state: CellState) -> None:
        """Change one cell."""
        self._states[number] = state
        if number in self._cells:
            self._cells[number].set_state(state.state, state.flagged, number == self._current)

    def cell(self, number: int) -> AnswerCell:
        """The cell of a number."""
        return self._cells[number]

    def focus_cell(self, number: int | None = None) -> None:
        """Give focus to a cell, the tab stop if None."""
        self._roving.focus(None if number is None else self._order[number])

    def _build(self, group: SheetGroup) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(3))
        for place, number in enumerate(group.numbers):
            cell = AnswerCell(number, self._side)
            cell.clicked.connect(lambda _=False, chosen=number: self.activated.emit(chosen))
            self._cells[number] = cell
            grid.addWidget(cell, place // self._columns, place % self._columns)
        grid.setColumnStretch(self._columns, 1)
        box = QWidget()
        heading = [row(Label(group.title, 14, bold=True), Label(group.note, 14, "text3"), None, spacing=6)]
        box.setLayout(column(*(heading if group.title or group.note else []), grid, spacing=5))
        return box
