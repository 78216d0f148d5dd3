"""Typing points without a mouse: Enter goes down, Tab to the right, a block from a spreadsheet is pasted as it is."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QWidget

from app.ui.kit.tokens import px
from app.ui.unit_exam.house_table_view import HouseTableView
from app.ui.unit_exam.marks_model import FIRST, MarksModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DEPARTMENT = 1
"""The column of the 科室."""


class MarksTable(HouseTableView):
    """Leaves by Ctrl+Tab or at its last cell."""

    def __init__(self, model: MarksModel) -> None:
        super().__init__("得分录入表")
        self._marks = model
        self.setModel(model)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.fit_columns(220, stretch=False)
        self._department = self.columnWidth(DEPARTMENT)
        for column in range(FIRST, model.columnCount()):
            self.setColumnWidth(column, max(self.columnWidth(column) - px(14), px(88)))  # room for the sum
        self.setCurrentIndex(model.index(0, FIRST))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the department gives way, so that the sum stays in sight."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(at) for at in range(self._marks.columnCount()) if at != DEPARTMENT)
        least = min(self._department, px(120))
        self.setColumnWidth(DEPARTMENT, max(least, min(self._department, self.viewport().width() - others)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._marks.undo()
        elif event.key() in _ENTER:
            if self.state() is not QAbstractItemView.State.EditingState:  # else the end of editing goes on
                self._go(1, 0)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._marks.clear([(one.row(), one.column()) for one in self.selectedIndexes()])
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the cells first."""
        return False if self._go(0, 1 if forward else -1) else super().focusNextPrevChild(forward)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint == hints.SubmitModelCache:
            self._go(1, 0)
        elif hint == hints.EditNextItem:
            self._go(0, 1)
        elif hint == hints.EditPreviousItem:
            self._go(0, -1)

    # private

    def _go(self, down: int, right: int) -> bool:
        """Down stays in the column and begins the next at the end; right goes on in the next row."""
        model, here = self._marks, self.currentIndex()
        rows, first, last = model.rowCount(), FIRST, model.last
        row, column = here.row() + down, max(here.column(), first) + right
        if down and row >= rows:
            row, column = 0, column + 1
        if column > last:
            row, column = row + 1, first
        elif column < first:
            row, column = row - 1, last
        if not 0 <= row < rows or (down and column > last):
            return False
        self._select(model.index(row, column))
        return True

    def _select(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _paste(self) -> None:
        here, text = self.currentIndex(), QApplication.clipboard().text()
        if here.isValid() and text.strip():
            self._marks.paste(text, here.row(), here.column())
