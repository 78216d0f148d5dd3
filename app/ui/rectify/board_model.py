"""The issues of one column of the board."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt

from app.domain.ledger.issue_glance import IssueGlance
from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.row_model import Index, RowModel
from app.ui.rectify.ledger_columns import spoken
from app.ui.rectify.ledger_model import ROW
from app.ui.rectify.ledger_month import LedgerMonth

MIME = "application/x-jingjian-issue"
AT_ONCE = 4
"""So many cards are read together: about what a column shows on an office PC."""
Glances = Callable[[Sequence[str]], Mapping[str, IssueGlance]]


class BoardModel(RowModel[IssueRow]):
    def __init__(self) -> None:
        super().__init__()
        self.names: Mapping[str, str] = {}
        self.today = date.min
        self.month = LedgerMonth()
        self._glances: Glances | None = None
        self._known: dict[str, IssueGlance] = {}

    def set_glances(self, glances: Glances | None, known: Mapping[str, IssueGlance]) -> None:
        """``glances`` are asked for as cards come into sight; ``known`` are those that are there already."""
        self._glances, self._known = glances, dict(known)

    def glance(self, at: int) -> IssueGlance:
        name = self._rows[at].id
        if name not in self._known:
            wanted = [row.id for row in self._rows[at : at + AT_ONCE] if row.id not in self._known]
            self._known |= dict.fromkeys(wanted, IssueGlance()) | dict(self._glances(wanted) if self._glances else {})
        return self._known[name]

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
            return self._spoken(index.row())
        return None

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction  # the row goes when the ledger says so

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        made.setData(MIME, self._rows[indexes[0].row()].id.encode())
        return made

    def _spoken(self, at: int) -> str:
        row, glance = self._rows[at], self.glance(at)
        month = self.month.look(row)
        kinds, owners = "、".join(glance.kinds), "、".join(glance.owners)
        more = [f"类别 {kinds}" if kinds else "", f"责任人 {owners}" if owners else "", glance.lacking_words(row)]
        more.append(month.word if month else "")
        return "，".join([spoken(row, self.names, self.today), *(words for words in more if words)])
