"""What lists, board and time line show of an issue, without the whole of it."""

from dataclasses import dataclass
from datetime import date

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import Issue, IssueSource
from app.domain.ledger.issue_state import IssueState


@dataclass(frozen=True, slots=True)
class IssueRow:
    """``number`` counts within the campaign from 1. ``deadline`` is the latest of its measures, ``next_deadline`` the
    earliest of those that are not finished, ``look_back`` the next one of 长期坚持 (`Issue.next_look_back`); None where
    there is none. ``source`` says where it came from."""

    id: str
    campaign: str
    number: int
    title: str
    unit: str
    leader: str
    state: IssueState
    dimension: Dimension
    area: str
    source: IssueSource
    measures: int
    done: int
    deadline: date | None
    next_deadline: date | None
    closed_on: date | None
    look_back: date | None = None

    @classmethod
    def of(cls, issue: Issue, number: int) -> "IssueRow":
        valid = issue.valid_measures
        waiting = [measure.due for measure in valid if measure.due and not measure.finished]
        return cls(
            issue.id,
            issue.campaign,
            number,
            issue.text.title,
            issue.text.lead_unit,
            issue.text.leader,
            issue.state,
            issue.text.dimension,
            issue.text.area,
            issue.origin.source,
            len(valid),
            sum(measure.finished for measure in valid),
            issue.deadline(),
            min(waiting) if waiting else None,
            issue.closed_on,
            issue.next_look_back(),
        )

    def done_words(self) -> str:
        return f"措施完成 {self.done}/{self.measures}"

    def overdue_by(self, today: date) -> int:
        """Days past the earliest deadline that is not kept; 0 where none is, or the issue is closed or void."""
        if self.next_deadline is None or self.state in (IssueState.CLOSED, IssueState.VOID):
            return 0
        return max((today - self.next_deadline).days, 0)
