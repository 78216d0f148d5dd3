"""The months of a unit side by side, so that an empty one is seen."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.report_grid import ReportGrid
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.layouts import clear
from app.ui.kit.roving import Roving
from app.ui.rectify.report_month_button import ReportMonthButton
from app.ui.rectify.report_words import cell_words, look_of, month_name

YEAR = 12


class ReportMonthStrip(QWidget):
    """Twelve months at most, those around the chosen one. One tab stop; arrows go from month to month, Enter or a click
    chooses."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("各月填报情况")
        self._line = FlowLayout(spacing=5)
        self.setLayout(self._line)
        self._roving = Roving(self)
        self.buttons: list[ReportMonthButton] = []

    def show_unit(self, grid: ReportGrid, unit_id: str, month: str, today: date) -> None:
        self._roving.set_members([])
        clear(self._line)
        at = grid.months.index(month) // YEAR * YEAR
        name = next(unit.name for unit in grid.units if unit.id == unit_id)
        self.buttons = []
        for one in grid.months[at : at + YEAR]:
            cell = grid.cell(unit_id, one)
            spoken = cell_words(name, one, cell, today)
            state = cell.words.replace("（迟）", " 迟") or ("不用报" if one <= f"{today:%Y-%m}" else "")
            made = ReportMonthButton(one, month_name(one, today), state, look_of(cell), spoken)
            made.setChecked(one == month)
            made.clicked.connect(lambda _=False, key=one: self._choose(key))
            self._line.addWidget(made)
            made.show()
            self.buttons.append(made)
        self._roving.set_members(self.buttons, next(i for i, made in enumerate(self.buttons) if made.month == month))
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line.heightForWidth(width)

    def focus_chosen(self) -> None:
        self._roving.focus()

    def _choose(self, month: str) -> None:
        for made in self.buttons:
            made.setChecked(made.month == month)
        self.chosen.emit(month)
