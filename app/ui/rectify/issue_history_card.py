"""历史: who did what, when and why; nothing is ever taken out."""

from collections.abc import Mapping, Sequence

from app.domain.ledger.issue_change import IssueChange
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.rectify.change_entry import ChangeEntry, open_history

FEW = 4


class IssueHistoryCard(Card):
    """Newest first: a few, and all of them on request. ``names`` by unit id."""

    def __init__(self, changes: Sequence[IssueChange], names: Mapping[str, str], few: int = FEW) -> None:
        super().__init__()
        self._changes, self._names = changes, names
        made = column(Label("历史记录", 18, bold=True, serif=True), margins=(18, 14, 18, 16), spacing=8)
        for change in changes[:few]:
            made.addWidget(ChangeEntry(change, names))
        if len(changes) > few:
            more = button(f"全部 {len(changes)} 条", "link", "history")
            more.clicked.connect(self.open_all)
            made.addLayout(row(more, None))
        self.setLayout(made)

    def open_all(self) -> None:
        open_history(self, self._changes, self._names)
