"""How far issues were at the end of a day that is over: what stands in the ledger, less what was done since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import MeasureState

UNKNOWN = "台账记录不全，查不到当时的进展"
_FINISHED = (MeasureState.DONE.value, MeasureState.HELD.value)
Change = Mapping[str, Any]
"""Path → [old, new], as `difference` writes it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``measures`` that are valid, ``done`` of them finished."""

    state: IssueState
    measures: int
    done: int

    @classmethod
    def of(cls, row: IssueRow) -> "Progress":
        return cls(row.state, row.measures, row.done)

    def done_words(self) -> str:
        return f"措施完成 {self.done}/{self.measures}"

    def words(self, between: str) -> str:
        """正在整改，措施完成 2/4."""
        done = f"{between}{self.done_words()}" if self.measures else ""
        return f"{self.state}{done}"

    def before(self, change: Change) -> "Progress":
        """Raises ValueError where the change does not lead here."""
        state = self.state
        if "state" in change:
            old, new = (IssueState(one) if one is not None else IssueState.DRAFT for one in change["state"])
            if new is not state:
                raise ValueError(f"it came to be {new}, not {state}")
            state = old
        measures, done = self.measures, self.done
        for number in {path.split("/")[1] for path in change if path.startswith("measures/")}:
            was, now = (_measure(change, number, side) for side in (0, 1))
            measures, done = measures + was[0] - now[0], done + was[1] - now[1]
        return Progress(state, measures, done)


def progress_words(
    rows: Iterable[IssueRow], since: Iterable[tuple[str, Change | None]], between: str
) -> dict[str, str]:
    """As `progress_then`, in words: 「正在整改，措施完成 2/4」."""
    found = progress_then(rows, since)
    return {issue: one.words(between) if one else UNKNOWN for issue, one in found.items()}


def progress_then(rows: Iterable[IssueRow], since: Iterable[tuple[str, Change | None]]) -> dict[str, Progress | None]:
    """By issue id; None where it cannot be told. ``since`` are the changes that came later, by issue, the newest first;
    None for one that can no longer be read. An issue that was not there yet is left out."""
    found: dict[str, Progress | None] = {row.id: Progress.of(row) for row in rows}
    for issue, change in since:
        now = found.get(issue)
        if now is None:
            continue
        if change is not None and "campaign" in change:
            del found[issue]
            continue
        try:
            found[issue] = now.before(change) if change is not None else None
        except ValueError:
            found[issue] = None
    return found


def _measure(change: Change, number: str, side: int) -> tuple[int, int]:
    """(valid, finished), 0 or 1 each, before (``side`` 0) or after the change. A state that it does not tell of is the
    same on both sides, and so is what that counts for."""
    there = change.get(f"measures/{number}/number", (0, 0))[side] is not None
    state = change.get(f"measures/{number}/state", (None, None))[side] or MeasureState.OPEN.value
    return int(there and state != MeasureState.VOID.value), int(there and state in _FINISHED)
