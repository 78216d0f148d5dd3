"""A table of things: arrows go from row to row, Enter opens one."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.ui.kit.row_model import RowModel
from app.ui.kit.tokens import px

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowTable(QTableView):
    """One tab stop, nothing to edit; lengths in design pixels."""

    def __init__(self, name: str, model: RowModel[Any]) -> None:
        super().__init__()
        self._room_for: Mapping[int, float] = {}
        self.setModel(model)
        model.setParent(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self.open_row)

    def set_lines(self, height: float, least: float) -> None:
        """Rows are one line, without a grid, and the table never slides sideways; no column is narrower than
        ``least``."""
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(height))
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setMinimumSectionSize(px(least))

    def set_columns(self, widths: Mapping[int, float], stretched: int, room_for: Mapping[int, float]) -> None:
        """A column of ``room_for`` is hidden while the table is narrower than that."""
        self._room_for = room_for
        self.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        for column, width in widths.items():
            self.setColumnWidth(column, px(width))

    def open_row(self, index: QModelIndex) -> bool:
        """By Enter or a double click. False where there is nothing to open."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in self._room_for.items():
            hidden = event.size().width() < px(width)
            if self.isColumnHidden(column) != hidden:
                self.setColumnHidden(column, hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if not (event.key() in _ENTER and here.isValid() and self.open_row(here)):
            super().keyPressEvent(event)
