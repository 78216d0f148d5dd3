"""The lines of the ledger's table: issues, and at their numbers what is left of those that were wiped."""

from collections.abc import Sequence
from datetime import date

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.stub import Stub

Line = IssueRow | Stub


def with_stubs(rows: Sequence[IssueRow], stubs: Sequence[Stub], order: str, today: date) -> list[Line]:
    """``order`` as in `LedgerFilter`: by number, what is overdue before that, a stub stands at its own; by anything
    else the stubs come last."""
    if not stubs:
        return list(rows)
    if order == "":
        late = [row for row in rows if row.overdue_by(today)]
        rest: list[Line] = [row for row in rows if not row.overdue_by(today)]
        return [*late, *sorted([*rest, *stubs], key=lambda line: line.number)]
    if order in ("number", "-number"):
        both: list[Line] = [*rows, *stubs]
        return sorted(both, key=lambda line: line.number, reverse=order != "number")
    return [*rows, *stubs]
