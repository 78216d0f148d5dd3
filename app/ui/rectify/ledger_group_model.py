"""Heads and issues under them, as one flat list: every line is equally high, so that thousands open at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.row_model import Index, RowModel
from app.ui.rectify.ledger_columns import spoken
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_lines import Line

ENTRY = Qt.ItemDataRole.UserRole + 1


class LedgerGroupModel(RowModel[LedgerGroup | Line]):
    def __init__(self) -> None:
        super().__init__()
        self.names: Mapping[str, str] = {}
        self.today = date.min

    def show(self, groups: Sequence[LedgerGroup], names: Mapping[str, str], today: date) -> None:
        self.names, self.today = names, today
        entries: list[LedgerGroup | Line] = []
        for group in groups:
            entries += [group, *group.rows]
        self.set_rows(entries)

    def place_of(self, issue_id: str) -> int:
        """That of its line, else of the first issue; -1 where there is none."""
        places = [at for at, entry in enumerate(self._rows) if isinstance(entry, IssueRow)]
        found = (at for at in places if getattr(self._rows[at], "id", "") == issue_id)
        return next(found, places[0] if places else -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], LedgerGroup):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._rows[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(entry, LedgerGroup):
                return f"{entry.title}，{entry.words}"
            return spoken(entry, self.names, self.today)
        return None
