"""The issues as rows of a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.ledger.issue_row import IssueRow
from app.ui.rectify.ledger_columns import HEADS, TITLE, cell, spoken

Index = QModelIndex | QPersistentModelIndex
ROW, LATE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_NOWHERE = QModelIndex()


class LedgerModel(QAbstractTableModel):
    """Cells are worded when they are painted: thousands of rows cost nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[IssueRow] = []
        self._names: Mapping[str, str] = {}
        self._today = date.min

    def show(self, rows: Sequence[IssueRow], names: Mapping[str, str], today: date) -> None:
        self.beginResetModel()
        self._rows, self._names, self._today = list(rows), names, today
        self.endResetModel()

    def row(self, at: int) -> IssueRow:
        return self._rows[at]

    def place_of(self, issue_id: str) -> int:
        """-1 where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.id == issue_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(row, column, self._names, self._today)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, self._names, self._today) if column == TITLE else self.data(index)
            case Qt.ItemDataRole.ToolTipRole:
                return row.title.replace("<", "＜").replace(">", "＞") if column == TITLE else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            case _ if role == ROW:
                return row
            case _ if role == LATE:
                return row.overdue_by(self._today)
        return None
