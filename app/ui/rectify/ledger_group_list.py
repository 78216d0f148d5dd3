"""Issues under heads: arrows go from issue to issue, Enter opens."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.domain.ledger.issue_row import IssueRow
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_group_delegate import LedgerGroupDelegate
from app.ui.rectify.ledger_group_model import LedgerGroupModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerGroupList(QListView):
    opened = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._issues = LedgerGroupModel()
        self._issues.setParent(self)
        self.setModel(self._issues)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setItemDelegate(LedgerGroupDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._open)

    def show_groups(self, groups: Sequence[LedgerGroup], names: Mapping[str, str], today: date, chosen: str) -> None:
        self._issues.show(groups, names, today)
        self.choose(chosen)

    def groups(self) -> list[LedgerGroup]:
        """As they stand here."""
        entries = (self._issues.row(at) for at in range(self._issues.rowCount()))
        return [entry for entry in entries if isinstance(entry, LedgerGroup)]

    def chosen(self) -> str:
        here = self.currentIndex()
        entry = self._issues.row(here.row()) if here.isValid() else None
        return entry.id if isinstance(entry, IssueRow) else ""

    def choose(self, issue_id: str) -> None:
        """That issue, else the first."""
        at = self._issues.place_of(issue_id)
        if at >= 0:
            self.setCurrentIndex(self._issues.index(at, 0))
            if at == 1:
                self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Past the heads."""
        found = super().moveCursor(action, modifiers)
        up = action in (QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePageUp)
        at = found.row()
        while 0 <= at < self._issues.rowCount() and not isinstance(self._issues.row(at), IssueRow):
            at += -1 if up else 1
        return self._issues.index(at, 0) if 0 <= at < self._issues.rowCount() else self.currentIndex()

    def _open(self, index: QModelIndex) -> None:
        entry = self._issues.row(index.row())
        if isinstance(entry, IssueRow):
            self.opened.emit(entry.id)
