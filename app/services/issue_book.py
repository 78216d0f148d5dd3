"""Where issues are read and written: one event each, with what changed."""

from typing import Any, NamedTuple

from app.domain.errors import UserError
from app.domain.events import IssueChanged
from app.domain.ledger.difference import difference
from app.domain.ledger.issue import Issue
from app.services.ledger_desk import LedgerDesk
from app.storage.ledger_store import LedgerStore

GONE = "找不到这个问题。请回到“整改台账”重新选择。"


class Step(NamedTuple):
    """A change of an issue that is to be saved. ``reason`` and ``subject`` are for whoever reads the history."""

    kind: str
    before: Issue | None
    after: Issue
    reason: str = ""
    subject: str = ""


class IssueBook:
    def __init__(self, desk: LedgerDesk, store: LedgerStore) -> None:
        self.desk, self.store = desk, store

    def get(self, issue_id: str) -> Issue:
        issue = self.store.issue(issue_id)
        if issue is None:
            raise UserError(GONE)
        return issue

    def origin_corrected(self, issue_id: str) -> bool:
        """Whether somebody has put right where it came from."""
        told = list(self.desk.journal.events(object_id=issue_id))
        return any(path.startswith("origin/") for event in told[1:] for path in event[4].get("change", ()))

    def save(self, step: Step) -> None:
        """On disk when it returns, and told."""
        self.desk.bus.publish(self.write(step))

    def write(self, step: Step) -> IssueChanged:
        """In the transaction that is open, or one of its own. Whoever calls tells the fact when that is over."""
        kind, before, after, reason, subject = step
        payload: dict[str, Any] = {"change": difference(before, after)}
        payload |= {key: value for key, value in (("reason", reason.strip()), ("subject", subject)) if value}
        with self.desk.record(kind, after.id, payload, reason, subject) as (seq, _):
            number = self.store.number_of(after.id) or self.store.next_number(after.campaign)
            self.store.put_issue(after, number)
        return IssueChanged(seq, after.id, after.version)
