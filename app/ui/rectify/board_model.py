"""The issues of one column of the board."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.row_model import Index, RowModel
from app.ui.rectify.ledger_columns import spoken
from app.ui.rectify.ledger_model import ROW

MIME = "application/x-jingjian-issue"


class BoardModel(RowModel[IssueRow]):
    def __init__(self) -> None:
        super().__init__()
        self.names: Mapping[str, str] = {}
        self.today = date.min

    def show(self, rows: Sequence[IssueRow], names: Mapping[str, str], today: date) -> None:
        self.names, self.today = names, today
        self.set_rows(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row, self.names, self.today)
        return None

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction  # the row goes when the ledger says so

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(MIME, self._rows[indexes[0].row()].id.encode())
        return made
