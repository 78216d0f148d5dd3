"""Issues under heads: by the month of their deadline, by who of the leadership is in charge, by what one chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.stub import ERASED, Stub
from app.domain.ledger.time_limit import waiting_for
from app.ui.rectify.ledger_lines import Line
from app.ui.rectify.ledger_state_look import LOOKS

NO_DAY, NO_LEADER, NO_UNIT = "还没有期限", "还没有写责任领导", "还没有指定牵头单位"
GROUPS = {
    "": "不分组",
    "unit": "按单位分组",
    "state": "按状态分组",
    "dimension": "按方面分组",
    "source": "按来源分组",
    "leader": "按领导分组",
}


@dataclass(frozen=True, slots=True)
class LedgerGroup:
    """``words`` is what stands beside the head. What is left of wiped issues is a group of its own."""

    title: str
    words: str
    rows: tuple[Line, ...]

    @property
    def issues(self) -> list[IssueRow]:
        return [row for row in self.rows if isinstance(row, IssueRow)]


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


def by_choice(
    rows: Sequence[IssueRow], key: str, names: Mapping[str, str], leaders: Sequence[str], today: date
) -> list[LedgerGroup]:
    """``key`` of GROUPS, not "". In the order of the office's units and of the states, never by how much is done;
    within a group as the rows come. ``names`` by unit id."""
    heads: dict[str, str] = {
        "unit": {**names, "": NO_UNIT},
        "state": {one.value: LOOKS[one].word for one in IssueState},
        "dimension": {one.value: one.value for one in Dimension},
        "source": {one.value: one.value for one in IssueSource},
        "leader": {**{one: one for one in leaders_of(leaders, rows)}, "": NO_LEADER},
    }[key]
    groups: dict[str, list[IssueRow]] = {one: [] for one in heads}
    for row in rows:
        its = str(getattr(row, key))
        groups[its if its in groups else ""].append(row)
    return [LedgerGroup(heads[one], _late_words(found, today), tuple(found)) for one, found in groups.items() if found]


def of_stubs(stubs: Sequence[Stub]) -> list[LedgerGroup]:
    """Under whatever heads the issues stand: nobody can say any more where these belonged."""
    return [LedgerGroup(ERASED, f"{len(stubs)} 个序号", tuple(stubs))] if stubs else []


def leaders_of(units: Sequence[str], rows: Sequence[IssueRow]) -> list[str]:
    """Names in the order of the units, then those that only issues name; each once, no empty one."""
    names: Mapping[str, None] = dict.fromkeys([*units, *sorted({row.leader for row in rows})])
    return [name for name in names if name]


def _late_words(rows: Sequence[IssueRow], today: date) -> str:
    late = sum(bool(row.overdue_by(today)) for row in rows)
    return f"{len(rows)} 个问题" + (f" · 逾期 {late}" if late else "")


def _words(rows: Sequence[IssueRow], today: date) -> str:
    closed = sum(row.state is IssueState.CLOSED for row in rows)
    late = sum(bool(row.overdue_by(today)) for row in rows)
    return f"{len(rows)} 个问题 · 已销号 {closed}" + (f" · 已逾期 {late}" if late else "")
