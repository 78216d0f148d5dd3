"""The ledger as a table: arrows go from row to row, Enter opens, a click on a head orders by it."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.tokens import px
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
    DEADLINE: 124,
    SOURCE: 134,
}
_ROOM_FOR = {SOURCE: 1330, LEADER: 1060, DIMENSION: 960, UNIT: 820, NUMBER: 640}
"""With less room these stand in the details only."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerTable(QTableView):
    opened = Signal(str)
    order_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._issues = LedgerModel()
        self.setModel(self._issues)
        self._issues.setParent(self)
        self.setAccessibleName("整改台账表")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(LedgerDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(44))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(px(56))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, px(width))
        head.sectionClicked.connect(lambda column: self.order_wanted.emit(ORDER_OF[column]))
        self.doubleClicked.connect(self._open)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in _ROOM_FOR.items():
            hidden = event.size().width() < px(width)
            if self.isColumnHidden(column) != hidden:
                self.setColumnHidden(column, hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._issues.row(index.row()).id)
