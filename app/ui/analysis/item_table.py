"""The table of questions: arrows go from row to row, a click on a head orders by it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal

from app.domain.item_analysis import ItemAnalysis
from app.ui.analysis.item_delegate import ItemDelegate
from app.ui.analysis.item_model import (
    ATTEMPTS,
    DISCRIMINATION,
    FACILITY,
    GUESS,
    KIND,
    REMARK,
    STEM,
    ItemModel,
)
from app.ui.kit.row_table import RowTable
from app.ui.kit.tokens import px

_WIDTHS = {KIND: 72, ATTEMPTS: 72, FACILITY: 92, DISCRIMINATION: 92, GUESS: 92, REMARK: 138}
_ROOM_FOR = {GUESS: 940, KIND: 640}
"""With less room these stand in the details only."""
_BY_HEAD = {
    KIND: ("kind",),
    ATTEMPTS: ("-attempts", "attempts"),
    FACILITY: ("facility", "-facility"),
    DISCRIMINATION: ("discrimination", "-discrimination"),
    REMARK: ("review",),
}


class ItemTable(RowTable):
    chosen = Signal(object)  # ItemAnalysis
    order_wanted = Signal(str)

    def __init__(self) -> None:
        self._rows, self._order = ItemModel(), ""
        super().__init__("试题分析表", self._rows)
        self.setItemDelegate(ItemDelegate(self))
        self.setMinimumHeight(px(260))
        self.set_lines(42, 60)
        self.set_columns(_WIDTHS, STEM, _ROOM_FOR)
        self.horizontalHeader().sectionClicked.connect(self._order_by)

    def show_items(self, items: Sequence[ItemAnalysis], order: str) -> None:
        """In the order given; the question that was chosen stays so."""
        row = self.currentIndex().row()
        before = self._rows.row(row).question if row >= 0 else None
        self._order = order
        self._rows.set_rows(items)
        place = next((at for at, item in enumerate(items) if item.question == before), 0)
        if items:
            self.choose(place)

    def choose(self, row: int) -> None:
        self.selectRow(row)
        self.scrollTo(self._rows.index(row, STEM))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._rows.row(current.row()))

    def _order_by(self, column: int) -> None:
        """A second click turns it round."""
        orders = _BY_HEAD.get(column)
        if orders is not None:
            at = orders.index(self._order) + 1 if self._order in orders else 0
            self.order_wanted.emit(orders[at % len(orders)])
