"""The issues as rows of a table, under heads where they are grouped."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from app.domain.ledger.stub import Stub
from app.ui.kit.row_model import Index, RowModel
from app.ui.rectify.ledger_columns import HEADS, TITLE, cell, spoken
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_lines import Line

ROW, LATE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
FOLDED = Qt.ItemDataRole.UserRole + 3
"""Of a head: whether its issues are folded away."""


class LedgerModel(RowModel[LedgerGroup | Line]):
    heads = HEADS

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self._today = date.min
        self._folded: Collection[str] = ()

    def show(self, rows: Sequence[Line], names: Mapping[str, str], today: date) -> None:
        self._names, self._today = names, today
        self.set_rows(rows)

    def show_groups(
        self, groups: Sequence[LedgerGroup], folded: Collection[str], names: Mapping[str, str], today: date
    ) -> None:
        """``folded``: the titles of heads whose issues are not shown."""
        self._names, self._today, self._folded = names, today, folded
        entries: list[LedgerGroup | Line] = []
        for group in groups:
            entries += [group, *(() if group.title in folded else group.rows)]
        self.set_rows(entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        if isinstance(row, LedgerGroup):
            return self._head(row, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(row, column, self._names, self._today)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, self._names, self._today) if column == TITLE else self.data(index)
            case Qt.ItemDataRole.ToolTipRole:
                words = row.reason if isinstance(row, Stub) else row.title
                return words.replace("<", "＜").replace(">", "＞") if column == TITLE else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case _ if role == ROW:
                return row
            case _ if role == LATE:
                return 0 if isinstance(row, Stub) else row.overdue_by(self._today)
        return None

    def _head(self, group: LedgerGroup, role: int) -> Any:
        folded = group.title in self._folded
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{group.title}，{group.words}" + "，已收起" * folded
        return {ROW: group, FOLDED: folded}.get(role)
