"""A weak spot found at home, and everything that was done about it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.ledger.approval import Approval
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import AFTER_MONTHS, LookBack, Relapse, due_days
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState
from app.domain.ledger.oversight import OversightAct, OversightOpinion


class IssueSource(StrEnum):
    SELF_CHECK = "对照自查"
    POST_RISK = "岗位廉政风险排查"
    INSPECTION = "巡视巡察反馈"
    AUDIT = "审计发现"
    CASE = "案例对照"
    MEETING = "会议议定"
    OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where it came from. ``document`` and ``on`` name a feedback letter or minutes; ``case``, ``fact`` and
    ``statement`` the case, the number of its fact and the self-check statement that it was found by."""

    source: IssueSource
    document: str = ""
    on: date | None = None
    case: str = ""
    fact: int = 0
    statement: str = ""


@dataclass(frozen=True, slots=True)
class IssueText:
    """What the office writes of it; may be edited until it is closed."""

    title: str
    detail: str
    goal: str
    dimension: Dimension
    area: str
    causes: tuple[str, ...] = ()
    leader: str = ""
    lead_unit: str = ""
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """``approvals`` are those of the present round; ``rounds`` the finished or withdrawn ones, kept. ``version`` counts
    every change: whoever edits an older one is told. ``before_void`` is the state to go back to; ``reopened_on`` when
    it was opened again last."""

    id: str
    campaign: str
    text: IssueText
    origin: Origin
    state: IssueState = IssueState.DRAFT
    measures: tuple[Measure, ...] = ()
    approvals: tuple[Approval, ...] = ()
    rounds: tuple[tuple[Approval, ...], ...] = ()
    acts: tuple[OversightAct, ...] = ()
    opinions: tuple[OversightOpinion, ...] = ()
    look_backs: tuple[LookBack, ...] = ()
    closed_on: date | None = None
    before_void: IssueState | None = None
    void_reason: str = ""
    version: int = 1
    reopened_on: date | None = None

    @property
    def valid_measures(self) -> tuple[Measure, ...]:
        return tuple(measure for measure in self.measures if measure.state is not MeasureState.VOID)

    def measure(self, number: int) -> Measure:
        """Raises KeyError for a number that it does not have."""
        for measure in self.measures:
            if measure.number == number:
                return measure
        raise KeyError(number)

    def with_measure(self, changed: Measure) -> "Issue":
        """The measure of that number replaced; a change of its own."""
        measures = tuple(changed if measure.number == changed.number else measure for measure in self.measures)
        return replace(self, measures=measures, version=self.version + 1)

    def without_measure(self, number: int, reason: str = "") -> "Issue":
        """The measure is void: kept, with its reason, and counted nowhere. Raises KeyError as `measure`."""
        return self.with_measure(replace(self.measure(number), state=MeasureState.VOID, void_reason=reason.strip()))

    def done_words(self) -> str:
        """措施完成 2/4: never a percentage."""
        valid = self.valid_measures
        return f"措施完成 {sum(measure.finished for measure in valid)}/{len(valid)}"

    def deadline(self) -> date | None:
        """The latest deadline of its measures; None where none has one."""
        return max((measure.due for measure in self.valid_measures if measure.due), default=None)

    @property
    def lasting_measures(self) -> tuple[Measure, ...]:
        return tuple(measure for measure in self.valid_measures if measure.kind is MeasureKind.LASTING)

    @property
    def valid_look_backs(self) -> tuple[LookBack, ...]:
        return tuple(look for look in self.look_backs if not look.void_reason)

    @property
    def relapsed(self) -> bool:
        """The last look back has found that it has come back."""
        return self.valid_look_backs[-1:] != () and self.valid_look_backs[-1].relapse is Relapse.RELAPSED

    @property
    def lasts(self) -> bool:
        """Whether something of it must be kept at: it is then looked back on, also while it is not settled."""
        return self.state is IssueState.LASTING or bool(self.lasting_measures)

    def awaited_look_back(self, measure: Measure) -> date | None:
        """The day written in a measure; None once it was looked at then or later, or is over.

        That of 长期坚持 waits until the issue is closed; that of another one from when the issue was settled: before
        that there is nothing to look back on."""
        day = measure.look_back
        if day is None or measure.state is MeasureState.VOID or any(look.on >= day for look in self.valid_look_backs):
            return None
        if measure.kind is not MeasureKind.LASTING:
            return day if self.settled_on is not None and day > self.settled_on else None
        reached = measure.finished and measure.done_on is not None and measure.done_on >= day
        return None if reached or self.state in (IssueState.CLOSED, IssueState.VOID) else day

    def look_backs_to_come(self) -> tuple[tuple[int, date], ...]:
        """(months, day) of each that was not done after it was settled; the first is brought forward to the day that a
        measure names. What had it opened again is no look back on its next closing."""
        since = self.settled_on
        if since is None:
            return ()
        done = {look.months for look in self.valid_look_backs if look.on > since and not look.reopened}
        to_come = [one for one in due_days(since) if one[0] not in done]
        if written := self._written_look_back():
            months, day = to_come[0] if to_come else (AFTER_MONTHS[-1], written)
            to_come[:1] = [(months, min(day, written))]
        return tuple(to_come)

    def next_look_back(self) -> date | None:
        """Of 长期坚持: the earliest that is still to be done; None where there is none, or it is closed or void."""
        if self.state is IssueState.LASTING and (to_come := self.look_backs_to_come()):
            return to_come[0][1]
        return None if self.state is IssueState.CLOSED else self._written_look_back()

    def _written_look_back(self) -> date | None:
        days = [self.awaited_look_back(measure) for measure in self.valid_measures]
        return min((day for day in days if day), default=None)

    @property
    def settled_on(self) -> date | None:
        """Since when it is looked back on: closed, or (长期坚持) its last measure reached; None while it is at work."""
        if self.state is not IssueState.LASTING:
            return self.closed_on if self.state is IssueState.CLOSED else None
        return max((measure.done_on for measure in self.valid_measures if measure.done_on), default=None)

    def overdue_by(self, today: date) -> int:
        """Days: of the measure that is late longest."""
        if self.state in (IssueState.CLOSED, IssueState.VOID):
            return 0
        return max((measure.overdue_by(today) for measure in self.valid_measures), default=0)
