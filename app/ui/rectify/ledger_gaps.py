"""Under the ledger: which numbers are not in it, and why."""

from collections.abc import Iterable, Sequence

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.number_gaps import gap_words
from app.domain.ledger.stub import Stub
from app.ui.kit.paragraph import Paragraph


class LedgerGaps(Paragraph):
    def __init__(self) -> None:
        super().__init__("", 14, "text2")

    def show_gaps(self, rows: Iterable[IssueRow], shown: Sequence[IssueRow], stubs: Iterable[Stub]) -> None:
        """``rows`` are all of the campaign, ``shown`` those on screen, ``stubs`` what is left of wiped ones."""
        words = gap_words(rows, {row.id for row in shown}, (stub.number for stub in stubs))
        self.set_text(words)
        self.setVisible(bool(words))
