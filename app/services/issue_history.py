"""What became of an issue, read out of the unit's log."""

from collections.abc import Callable, Iterable, Mapping

from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger.issue_change import WORDS, IssueChange
from app.domain.ledger.measure_dates import Postponed, postponements
from app.services.erasing_remains import Event, with_remains
from app.services.issue_book import IssueBook
from app.services.ledger_service import LedgerService


class IssueHistory:
    def __init__(self, ledger: LedgerService, book: IssueBook, case_titles: Callable[[], Mapping[str, str]]) -> None:
        """``case_titles`` by id, asked where a history speaks of cases."""
        self._ledger, self._book, self._case_titles = ledger, book, case_titles

    def of(self, issue_id: str) -> list[IssueChange]:
        """Newest first; without what was wiped."""
        events = [event for event in self._told(issue_id) if event[2] in WORDS and event[4]]
        names = PROBLEM_AREAS | ROOT_CAUSES | {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        if any("origin/case" in event[4].get("change", ()) for event in events):
            names = names | dict(self._case_titles())
        return [IssueChange.of(seq, utc, kind, payload, names) for seq, utc, kind, _, payload in reversed(events)]

    def postponed(self, issue_id: str) -> dict[int, Postponed]:
        return postponements((event[2], event[4]) for event in self._told(issue_id))

    def _told(self, issue_id: str) -> Iterable[Event]:
        return with_remains(self._book.desk.journal.events(object_id=issue_id))
