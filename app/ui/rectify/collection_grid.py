"""The grid of units and months: arrows go from cell to cell, Enter opens the report."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.domain.ledger.report_grid import ReportGrid
from app.ui.kit.fonts import font
from app.ui.kit.tokens import px
from app.ui.rectify.collection_delegate import CollectionDelegate
from app.ui.rectify.collection_model import CollectionModel, Index

_COLUMN, _ROW, _UNIT = 86, 30, 168
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CollectionGrid(QTableView):
    """One tab stop."""

    opened = Signal(str, str)
    """Unit and month."""
    month_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cells = CollectionModel()
        self.setModel(self._cells)
        self._cells.setParent(self)
        self.setItemDelegate(CollectionDelegate(self))
        self.setAccessibleName("各单位各月填报情况")
        self.setFont(font(15))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress_heads()
        self.doubleClicked.connect(self._open)

    def show_grid(self, grid: ReportGrid | None, today: date, unit: str = "", month: str = "") -> None:
        """With the cell of ``unit`` and ``month`` chosen, where it is there."""
        self._cells.show(grid, today)
        here = self._cells.place_of(unit or (grid.units[0].id if grid and grid.units else ""), month)
        if here.isValid():
            self.setCurrentIndex(here)
            self.scrollTo(here)
        self._spread()

    def chosen(self) -> tuple[str, str]:
        """Unit and month of the current cell, "" where there is none."""
        here = self.currentIndex()
        cell = self._cells.cell(here) if here.isValid() else None
        return (cell.unit, cell.month) if cell else ("", "")

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.column() != previous.column():
            self.month_chosen.emit(self._cells.cell(current).month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _open(self, index: QModelIndex) -> None:
        cell = self._cells.cell(index)
        self.opened.emit(cell.unit, cell.month)

    def _spread(self) -> None:
        """Columns share the room; with many of them they keep their width and the table scrolls."""
        count = self._cells.columnCount()
        if count:
            room = self.viewport().width()
            self.horizontalHeader().setDefaultSectionSize(max(px(_COLUMN), min(room // count, px(150))))

    def _dress_heads(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        for head in (across, down):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setHighlightSections(False)
            head.setSectionsClickable(False)
            head.setFont(font(15))
        across.setMinimumSectionSize(px(60))
        across.setDefaultSectionSize(px(_COLUMN))
        across.setFixedHeight(px(34))
        down.setMinimumSectionSize(px(_ROW))
        down.setDefaultSectionSize(px(_ROW))
        down.setFixedWidth(px(_UNIT))
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
