"""Units × months as a table: units are the heads of the rows, months those of the columns."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.ledger.report_grid import Cell, ReportGrid
from app.ui.rectify.report_words import cell_words, month_name

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole + 1
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_NOWHERE = QModelIndex()


class CollectionModel(QAbstractTableModel):
    """Cells are worded when they are painted."""

    def __init__(self) -> None:
        super().__init__()
        self._grid: ReportGrid | None = None
        self._listed: set[str] = set()
        self._today = date.min

    def show(self, grid: ReportGrid | None, today: date) -> None:
        self.beginResetModel()
        self._grid, self._today = grid, today
        self._listed = {check.unit for check in grid.spot_checks} if grid else set()
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        assert self._grid is not None
        return self._grid.cell(self._grid.units[index.row()].id, self._grid.months[index.column()])

    def place_of(self, unit: str, month: str) -> QModelIndex:
        """Not valid where it is not shown."""
        ids = [one.id for one in self._grid.units] if self._grid else []
        months = self._grid.months if self._grid else ()
        return self.index(ids.index(unit), months.index(month)) if unit in ids and month in months else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._grid is None else len(self._grid.units)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._grid is None else len(self._grid.months)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._grid is None:
            return None
        across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            if across:
                return month_name(self._grid.months[section], self._today)
            unit = self._grid.units[section]
            return unit.name + ("（停用）" if unit.retired else "") + ("　抽查" if unit.id in self._listed else "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (
                Qt.AlignmentFlag.AlignCenter if across else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._grid is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(index).words
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                unit, month = self._grid.units[index.row()], self._grid.months[index.column()]
                words = cell_words(unit.name, month, self.cell(index), self._today)
                return words.replace("<", "＜").replace(">", "＞")
            case _ if role == CELL:
                return self.cell(index)
        return None
