"""What a card of the board says of an issue beside its row: kinds and owners of its measures, and how many count."""

from dataclasses import dataclass
from datetime import date

from app.domain.ledger.campaign import LEAST_MEASURES
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure_count import counted

UNSTARTED = (IssueState.DRAFT, IssueState.PLANNING)


@dataclass(frozen=True, slots=True)
class IssueGlance:
    """``kinds`` and ``owners`` each once, of what is not finished yet before the rest, the earliest due first. ``own``
    of its measures are concrete, ``count`` count towards the three, as `gates.count_of`: 0 once it has begun, for then
    nobody asks."""

    kinds: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    own: int = 0
    count: int = 0

    @classmethod
    def of(cls, issue: Issue, count: int) -> "IssueGlance":
        found = sorted(issue.valid_measures, key=lambda one: (one.finished, one.due or one.look_back or date.max))
        kinds = dict.fromkeys(one.kind.value for one in found)
        owners = dict.fromkeys(one.owner.strip() for one in found if one.owner.strip())
        own = counted(issue.measures, LEAST_MEASURES).count if issue.state in UNSTARTED else 0
        return cls(tuple(kinds), tuple(owners), own, count)

    @property
    def kind_words(self) -> str:
        return self.kinds[0] + "等" * (len(self.kinds) > 1) if self.kinds else ""

    @property
    def owner_words(self) -> str:
        return self.owners[0] + "等" * (len(self.owners) > 1) if self.owners else ""

    def lacking_words(self, row: IssueRow) -> str:
        """措施 2/3，还差 1 条; "" where there are enough to begin, or it has begun."""
        if row.state not in UNSTARTED:
            return ""
        if not row.measures:
            return "还没有措施"
        if self.count < LEAST_MEASURES:
            return f"措施 {self.count}/{LEAST_MEASURES}，还差 {LEAST_MEASURES - self.count} 条"
        return "" if self.own else "措施还不具体"
