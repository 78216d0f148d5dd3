"""The ledger as a table: arrows go from row to row, Enter opens, a click on a head orders by it."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal

from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.row_table import RowTable
from app.ui.rectify.ledger_columns import (
    DEADLINE,
    DIMENSION,
    LEADER,
    MEASURES,
    NUMBER,
    ORDER_OF,
    SOURCE,
    STATE,
    TITLE,
    UNIT,
)
from app.ui.rectify.ledger_delegate import LedgerDelegate
from app.ui.rectify.ledger_model import LedgerModel

_WIDTHS = {
    NUMBER: 64,
    DIMENSION: 112,
    UNIT: 126,
    LEADER: 96,
    STATE: 172,
    MEASURES: 124,
    DEADLINE: 190,
    SOURCE: 134,
}
_ROOM_FOR = {SOURCE: 1396, LEADER: 1126, DIMENSION: 1026, UNIT: 886, NUMBER: 706, MEASURES: 640}
"""With less room these stand in the details only."""


class LedgerTable(RowTable):
    opened = Signal(str)
    order_wanted = Signal(str)

    def __init__(self) -> None:
        self._issues = LedgerModel()
        super().__init__("整改台账表", self._issues)
        self.setItemDelegate(LedgerDelegate(self))
        self.set_lines(44, 56)
        self.set_columns(_WIDTHS, TITLE, _ROOM_FOR)
        self.horizontalHeader().sectionClicked.connect(lambda column: self.order_wanted.emit(ORDER_OF[column]))

    def show_rows(self, rows: Sequence[IssueRow], names: Mapping[str, str], today: date, order: str) -> None:
        """The issue that was chosen stays so, where it is still shown."""
        before = self.chosen()
        self._issues.show(rows, names, today)
        head, key = self.horizontalHeader(), order.removeprefix("-")
        head.setSortIndicatorShown(bool(key))
        if key:
            turned = Qt.SortOrder.DescendingOrder if order.startswith("-") else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(ORDER_OF.index(key), turned)
        if rows:
            self.choose(before)

    def chosen(self) -> str:
        """The id of the current row, or ""."""
        here = self.currentIndex()
        return self._issues.row(here.row()).id if here.isValid() else ""

    def choose(self, issue_id: str) -> None:
        """That issue, else the first."""
        at = max(0, self._issues.place_of(issue_id)) if issue_id else 0
        if at < self._issues.rowCount():
            self.setCurrentIndex(self._issues.index(at, TITLE))

    def open_row(self, index: QModelIndex) -> bool:
        self.opened.emit(self._issues.row(index.row()).id)
        return True
