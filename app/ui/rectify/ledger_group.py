"""Issues under heads: by the month of their deadline, by who of the leadership is in charge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.time_limit import waiting_for

NO_DAY, NO_LEADER = "还没有期限", "还没有写责任领导"


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """``words`` is what stands beside the head."""

    title: str
    words: str
    rows: tuple[IssueRow, ...]


def by_month(rows: Sequence[IssueRow], today: date) -> list[LedgerGroup]:
    """The earliest first: the next deadline of an issue counts, for 长期坚持 its look-back, else its last deadline."""
    months: dict[tuple[int, int], list[IssueRow]] = {}
    for row in sorted(rows, key=lambda row: (waiting_for(row) or date.max, row.number)):
        day = waiting_for(row)
        months.setdefault((day.year, day.month) if day else (9999, 0), []).append(row)
    made = []
    for (year, month), found in sorted(months.items()):
        here = "（本月）" if (year, month) == (today.year, today.month) else ""
        made.append(LedgerGroup(f"{year}年{month}月{here}" if month else NO_DAY, _words(found, today), tuple(found)))
    return made


def by_leader(rows: Sequence[IssueRow], leaders: Sequence[str], today: date) -> list[LedgerGroup]:
    """In the order in which the office wrote its units, never by how much is done: people are not ranked."""
    groups: dict[str, list[IssueRow]] = {name: [] for name in leaders if name}
    for row in rows:
        groups.setdefault(row.leader, []).append(row)
    last = groups.pop("", [])
    named = [(name, found) for name, found in groups.items() if found] + ([(NO_LEADER, last)] if last else [])
    return [LedgerGroup(name, _words(found, today), tuple(found)) for name, found in named]


def leaders_of(units: Sequence[str], rows: Sequence[IssueRow]) -> list[str]:
    """Names in the order of the units, then those that only issues name; each once, no empty one."""
    names: Mapping[str, None] = dict.fromkeys([*units, *sorted({row.leader for row in rows})])
    return [name for name in names if name]


def _words(rows: Sequence[IssueRow], today: date) -> str:
    closed = sum(row.state is IssueState.CLOSED for row in rows)
    late = sum(bool(row.overdue_by(today)) for row in rows)
    return f"{len(rows)} 个问题 · 已销号 {closed}" + (f" · 已逾期 {late}" if late else "")
