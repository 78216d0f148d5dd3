"""Which issues of a campaign are shown, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.time_limit import waiting_for
from app.domain.normalised_text import normalise

FAR = date.max
VALID = ""
"""The choice of states that leaves out what is void, and what nobody has confirmed yet."""
_STATES = tuple(IssueState)
ORDERS = {
    "": "逾期在前",
    "number": "按序号",
    "deadline": "按期限",
    "unit": "按牵头单位",
    "leader": "按责任领导",
    "state": "按状态",
    "dimension": "按方面",
    "title": "按问题",
    "measures": "按措施完成",
    "source": "按来源",
}


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """ "" lets everything pass; ``state`` "" everything that counts. ``order`` is a key of ORDERS, with "-" in
    front turned round, ``group`` one of `ledger_group.GROUPS`: the table shows the issues under heads."""

    query: str = ""
    unit: str = ""
    leader: str = ""
    state: str = VALID
    dimension: str = ""
    source: str = ""
    overdue: bool = False
    order: str = ""
    group: str = ""

    def apply(
        self, rows: Sequence[IssueRow], names: Mapping[str, str], today: date, drafts: bool = False
    ) -> list[IssueRow]:
        """``names`` by unit id. ``rows`` come overdue first, and stay so among those that are alike. ``drafts``: also
        where no state is chosen, for the board."""
        if not self.state:
            rows = [row for row in rows if row.state.counts or (drafts and row.state is IssueState.DRAFT)]
        if self.narrows:
            words = [normalise(word) for word in self.query.split()]
            found = [row for row in rows if self._passes(row, words, names, today)]
        else:
            found = list(rows)
        key = self.order.removeprefix("-")
        if key:
            found.sort(key=lambda row: _sort_key(row, key, names), reverse=self.order.startswith("-"))
        return found

    def turned(self, key: str) -> "str":
        """The order after a click on the head of that column: up, down, and back to overdue first."""
        return {key: f"-{key}", f"-{key}": ""}.get(self.order, key)

    @property
    def narrows(self) -> bool:
        return self != LedgerFilter(order=self.order, group=self.group)

    def _passes(self, row: IssueRow, words: list[str], names: Mapping[str, str], today: date) -> bool:
        if self.state and row.state.value != self.state:
            return False
        wanted = (self.unit, self.leader, self.dimension, self.source)
        has = (row.unit, row.leader, row.dimension.value, row.source.value)
        if any(one and one != its for one, its in zip(wanted, has, strict=True)):
            return False
        if self.overdue and not row.overdue_by(today):
            return False
        if not words:
            return True
        text = normalise(f"{row.number} {row.title} {names.get(row.unit, '')} {row.leader}")
        return all(word in text for word in words)


def _sort_key(row: IssueRow, key: str, names: Mapping[str, str]) -> tuple[object, ...]:
    match key:
        case "deadline":
            return (waiting_for(row) or FAR,)
        case "unit":
            return (not row.unit, names.get(row.unit, ""))
        case "leader":
            return (not row.leader, row.leader)
        case "state":
            return (_STATES.index(row.state),)
        case "measures":
            return (row.measures - row.done, row.measures)
        case "dimension" | "title" | "source":
            return (str(getattr(row, key)),)
        case _:
            return (row.number,)
