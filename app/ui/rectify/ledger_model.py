"""The issues as rows of a table."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.row_model import Index, RowModel
from app.ui.rectify.ledger_columns import HEADS, TITLE, cell, spoken

ROW, LATE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class LedgerModel(RowModel[IssueRow]):
    heads = HEADS

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self._today = date.min

    def show(self, rows: Sequence[IssueRow], names: Mapping[str, str], today: date) -> None:
        self._names, self._today = names, today
        self.set_rows(rows)

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
                return self.alignment(column)
            case _ if role == ROW:
                return row
            case _ if role == LATE:
                return row.overdue_by(self._today)
        return None
