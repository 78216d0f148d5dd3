"""The ledger as a table: arrows go from row to row, Enter opens, a click on a head orders by it. Grouped, Enter or a
click on the head of a group folds its issues away."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal

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
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_lines import Line
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
        self._groups: Sequence[LedgerGroup] = ()
        self._folded: set[str] = set()
        self._shown: tuple[Mapping[str, str], date] = ({}, date.min)
        super().__init__("整改台账表", self._issues)
        self.setItemDelegate(LedgerDelegate(self))
        self.set_lines(44, 56)
        self.set_columns(_WIDTHS, TITLE, _ROOM_FOR)
        self.horizontalHeader().sectionClicked.connect(lambda column: self.order_wanted.emit(ORDER_OF[column]))
        self.clicked.connect(self._click)
        self.doubleClicked.disconnect(self.open_row)
        self.doubleClicked.connect(self._open)

    def show_rows(
        self,
        rows: Sequence[Line],
        names: Mapping[str, str],
        today: date,
        order: str,
        groups: Sequence[LedgerGroup] = (),
    ) -> None:
        """The issue that was chosen stays so, where it is still shown. ``groups`` are those of ``rows``, where they
        shall stand under heads."""
        before = self.chosen()
        self._groups, self._shown = groups, (names, today)
        if groups:
            self._issues.show_groups(groups, self._folded, names, today)
        else:
            self._issues.show(rows, names, today)
        head, key = self.horizontalHeader(), order.removeprefix("-")
        head.setSortIndicatorShown(bool(key))
        if key:
            turned = Qt.SortOrder.DescendingOrder if order.startswith("-") else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(ORDER_OF.index(key), turned)
        if rows:
            self.choose(before)

    def chosen(self) -> str:
        """The id of the current row, or ""; a head of a group has none."""
        here = self.currentIndex()
        entry = self._issues.row(here.row()) if here.isValid() else None
        return "" if entry is None or isinstance(entry, LedgerGroup) else entry.id

    def choose(self, issue_id: str) -> None:
        """That issue, else the first."""
        at = self._issues.place_of(issue_id) if issue_id else -1
        if at < 0:
            at = 1 if self._groups and self._groups[0].title not in self._folded else 0
        if at < self._issues.rowCount():
            self.setCurrentIndex(self._issues.index(at, TITLE))
            if self._groups and at == 1:
                self.scrollToTop()

    def open_row(self, index: QModelIndex) -> bool:
        entry = self._issues.row(index.row())
        if isinstance(entry, LedgerGroup):
            self._fold(entry.title)
        else:
            self._open(index)
        return True

    def _open(self, index: QModelIndex) -> None:
        entry = self._issues.row(index.row())
        if not isinstance(entry, LedgerGroup):
            self.opened.emit(entry.id)

    def _click(self, index: QModelIndex) -> None:
        entry = self._issues.row(index.row())
        if isinstance(entry, LedgerGroup):
            self._fold(entry.title)

    def _fold(self, title: str) -> None:
        """Away, or back; its head stays the current row."""
        self._folded ^= {title}
        self._issues.show_groups(self._groups, self._folded, *self._shown)
        for at in range(self._issues.rowCount()):
            entry = self._issues.row(at)
            if isinstance(entry, LedgerGroup) and entry.title == title:
                self.setCurrentIndex(self._issues.index(at, TITLE))
