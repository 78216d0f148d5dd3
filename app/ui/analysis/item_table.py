"""The table of questions: arrows go from row to row, a click on a head orders by it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

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
from app.ui.kit.tokens import px

_WIDTHS = {KIND: 72, ATTEMPTS: 72, FACILITY: 92, DISCRIMINATION: 92, GUESS: 92, REMARK: 138}
_ROOM_FOR = {GUESS: 940, KIND: 640}
_BY_HEAD = {
    KIND: ("kind",),
    ATTEMPTS: ("-attempts", "attempts"),
    FACILITY: ("facility", "-facility"),
    DISCRIMINATION: ("discrimination", "-discrimination"),
    REMARK: ("review",),
}


class ItemTable(QTableView):
    chosen = Signal(object)  # ItemAnalysis
    order_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ItemModel()
        self._order = ""
        self.setModel(self._rows)
        self.setAccessibleName("试题分析表")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(px(260))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(ItemDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(42))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(px(60))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(STEM, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, px(width))
        head.sectionClicked.connect(self._order_by)

    def show_items(self, items: Sequence[ItemAnalysis], order: str) -> None:
        """In the order given; the question that was chosen stays so."""
        row = self.currentIndex().row()
        before = self._rows.item(row).question if row >= 0 else None
        self._order = order
        self._rows.show(items)
        place = next((at for at, item in enumerate(items) if item.question == before), 0)
        if items:
            self.choose(place)

    def choose(self, row: int) -> None:
        self.selectRow(row)
        self.scrollTo(self._rows.index(row, STEM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room the kind and the share of guessing stand in the details only."""
        super().resizeEvent(event)
        for column, width in _ROOM_FOR.items():
            self.setColumnHidden(column, event.size().width() < px(width))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._rows.item(current.row()))

    def _order_by(self, column: int) -> None:
        """A second click turns it round."""
        orders = _BY_HEAD.get(column)
        if orders is not None:
            at = orders.index(self._order) + 1 if self._order in orders else 0
            self.order_wanted.emit(orders[at % len(orders)])
