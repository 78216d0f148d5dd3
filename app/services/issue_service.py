"""Everything that can be done to an issue: each is one event in the unit's log, with who and when."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.clock import Clock
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.events import IssueChanged
from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger import workflow
from app.domain.ledger.approval import Approval
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.difference import difference
from app.domain.ledger.gates import count_of, enough_measures
from app.domain.ledger.issue import Issue, IssueText, Origin
from app.domain.ledger.issue_change import WORDS, IssueChange
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, due_days
from app.domain.ledger.measure import Measure, MeasureState
from app.domain.ledger.measure_count import Counted
from app.domain.ledger.oversight import OversightAct, OversightOpinion
from app.services.bus import EventBus
from app.services.ledger_service import LedgerService
from app.storage.journal import Journal
from app.storage.ledger_store import LedgerStore

MOST_TITLE, MOST_TEXT = 100, 2000
GONE = "找不到这个问题。请回到“整改台账”重新选择。"
STALE = "这个问题刚才已被修改，没有保存。请看过新的内容后再改。"
FIXED = "已销号或作废的问题不能再改。确需修改，请先重新打开或恢复，并写明原因。"


class IssueService:
    """Everything is on disk when a method returns; whatever a gate refuses raises UserError with its sentence."""

    def __init__(
        self,
        ledger: LedgerService,
        journal: Journal,
        store: LedgerStore,
        bus: EventBus,
        clock: Clock,
        who: Callable[[], str],
    ) -> None:
        self._ledger, self._journal, self._store = ledger, journal, store
        self._bus, self._clock, self._who = bus, clock, who

    def get(self, issue_id: str) -> Issue:
        issue = self._store.issue(issue_id)
        if issue is None:
            raise UserError(GONE)
        return issue

    def number_of(self, issue_id: str) -> int:
        return self._store.number_of(issue_id) or 0

    def history(self, issue_id: str) -> list[IssueChange]:
        """Newest first."""
        events = [event for event in self._journal.events(object_id=issue_id) if event[2] in WORDS]
        return [IssueChange.of(seq, utc, kind, payload) for seq, utc, kind, _, payload in reversed(events)]

    # What is written of it.

    def add(self, campaign_id: str, text: IssueText, origin: Origin, confirmed: bool = True) -> str:
        """Its id. One that nobody has confirmed yet is a draft: 待确认."""
        campaign = self._ledger.campaign(campaign_id)
        _check(text)
        state = IssueState.PLANNING if confirmed else IssueState.DRAFT
        issue = Issue(uuid.uuid4().hex, campaign.id, text, origin, state)
        self._save("issue.added", None, issue, subject=text.title)
        return issue.id

    def edit(self, issue_id: str, text: IssueText, version: int) -> None:
        """``version`` is that of the issue as it was read. Raises UserError where somebody changed it meanwhile."""
        before = self._open(issue_id, version)
        _check(text)
        if text != before.text:
            self._save("issue.edited", before, replace(before, text=text, version=before.version + 1))

    # Measures.

    def add_measure(self, issue_id: str, measure: Measure) -> int:
        """Its number: the next one, whatever is in ``measure``."""
        before = self._open(issue_id)
        _check_measure(measure)
        number = max((one.number for one in before.measures), default=0) + 1
        measures = (*before.measures, replace(measure, number=number))
        after = replace(before, measures=measures, version=before.version + 1)
        self._save("measure.added", before, after, subject=f"措施{number}")
        return number

    def edit_measure(self, issue_id: str, measure: Measure, version: int) -> None:
        """While the issue is at work an edit may not take it below the three that must count."""
        before = self._open(issue_id, version)
        _check_measure(measure)
        if before.measure(measure.number).finished:
            raise UserError("这条措施已记为完成。要修改，请先改回未完成并写明原因。")
        after = before.with_measure(measure)
        if before.state.at_work:
            self._still_enough(before, after)
        self._save("measure.edited", before, after, subject=f"措施{measure.number}")

    def begin_measure(self, issue_id: str, number: int) -> None:
        before = self._open(issue_id)
        measure = before.measure(number)
        if measure.state is not MeasureState.OPEN:
            raise UserError(f"这条措施的状态是“{measure.state}”，不用再开始。")
        after = before.with_measure(replace(measure, state=MeasureState.WORKING))
        self._save("measure.begun", before, after, subject=f"措施{number}")

    def finish_measure(self, issue_id: str, number: int, result: str, evidence: tuple[str, ...]) -> None:
        refuse_graded(result)
        before = self._open(issue_id)
        after = workflow.finish_measure(before, number, result, evidence, self._ledger.today())
        self._save("measure.finished", before, after, subject=f"措施{number}")

    def reopen_measure(self, issue_id: str, number: int, reason: str) -> None:
        before = self._open(issue_id)
        after = workflow.reopen_measure(before, number, reason)
        self._save("measure.reopened", before, after, reason, f"措施{number}")

    def void_measure(self, issue_id: str, number: int, reason: str) -> None:
        before = self._open(issue_id)
        after = workflow.void_measure(before, number, reason, *self._around(before))
        self._save("measure.voided", before, after, reason, f"措施{number}")

    def counted(self, issue_id: str) -> Counted:
        """How many measures count towards the three, and why the others do not."""
        issue = self.get(issue_id)
        return count_of(issue, *self._around(issue))

    # Moves.

    def confirm(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.confirmed", before, workflow.confirm(before))

    def start(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.started", before, workflow.start(before, *self._around(before)))

    def mostly_done(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.mostly", before, workflow.mostly_done(before))

    def report_done(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.done", before, workflow.report_done(before))

    def hold(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.held", before, workflow.hold(before))

    def approve(self, issue_id: str, approval: Approval) -> None:
        """Register a signature given on paper; the last step closes the issue."""
        refuse_graded(approval.opinion)
        before = self.get(issue_id)
        campaign = self._ledger.campaign(before.campaign)
        after = workflow.approve(before, campaign, approval, self._ledger.today())
        self._save("issue.approved", before, after, subject=approval.step)

    def take_back(self, issue_id: str, reason: str) -> None:
        before = self.get(issue_id)
        self._save("issue.taken_back", before, workflow.take_back(before, reason), reason)

    def reopen(self, issue_id: str, reason: str) -> None:
        before = self.get(issue_id)
        self._save("issue.reopened", before, workflow.reopen(before, reason), reason)

    def void(self, issue_id: str, reason: str) -> None:
        before = self.get(issue_id)
        self._save("issue.voided", before, workflow.void(before, reason), reason)

    def restore(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.restored", before, workflow.restore(before, *self._around(before)))

    # What others did or said.

    def oversee(self, issue_id: str, act: OversightAct) -> None:
        before = self._open(issue_id)
        after = replace(before, acts=(*before.acts, act), version=before.version + 1)
        self._save("issue.overseen", before, after, subject=f"{act.kind} {act.on:%Y-%m-%d}")

    def note_opinion(self, issue_id: str, opinion: OversightOpinion) -> None:
        refuse_graded(opinion.text)
        if not opinion.text.strip() or not opinion.by.strip():
            raise UserError("请写监督意见和提出意见的单位。")
        before = self._open(issue_id)
        after = replace(before, opinions=(*before.opinions, opinion), version=before.version + 1)
        self._save("issue.opinion", before, after, subject=opinion.by)

    def look_back(self, issue_id: str, look: LookBack) -> None:
        refuse_graded(look.done, look.public)
        before = self.get(issue_id)
        after = workflow.looked_back(before, look)
        self._save("issue.looked_back", before, after, subject=f"第{look.months}个月·{look.relapse}")

    def _around(self, issue: Issue) -> tuple[list[Issue], Campaign]:
        """The other issues that count together with it, and its campaign."""
        return self._store.issues(issue.campaign, issue.text.lead_unit), self._ledger.campaign(issue.campaign)

    def _still_enough(self, before: Issue, after: Issue) -> None:
        others, campaign = self._around(after)
        if not enough_measures(before, others, campaign) and enough_measures(after, others, campaign):
            raise UserError("这样修改后，具体措施就不足要求的条数了。请补全责任人、时限和佐证，且不要与另一条相同。")

    def _open(self, issue_id: str, version: int = 0) -> Issue:
        issue = self.get(issue_id)
        if version and version != issue.version:
            raise UserError(STALE)
        if issue.state in (IssueState.CLOSED, IssueState.VOID):
            raise UserError(FIXED)
        return issue

    def _save(self, kind: str, before: Issue | None, after: Issue, reason: str = "", subject: str = "") -> None:
        refuse_graded(reason)
        payload: dict[str, Any] = {"by": self._who(), "change": difference(before, after)}
        payload |= {key: value for key, value in (("reason", reason.strip()), ("subject", subject)) if value}
        with self._journal.record(kind, after.id, payload) as (seq, _):
            number = self._store.number_of(after.id) or self._store.next_number(after.campaign)
            self._store.put_issue(after, number)
        self._bus.publish(IssueChanged(seq, after.id, after.version))

    def due_look_backs(self, campaign_id: str, today: date) -> list[tuple[Issue, int, date]]:
        """(issue, months, day) of every look-back that is due and was not done, the earliest first."""
        waiting = [
            (issue, months, day)
            for issue in self._store.issues(campaign_id)
            if issue.closed_on is not None and issue.state is IssueState.CLOSED
            for months, day in due_days(issue.closed_on)
            if day <= today and all(look.months != months or look.on < issue.closed_on for look in issue.look_backs)
        ]
        return sorted(waiting, key=lambda one: one[2])


def _check(text: IssueText) -> None:
    refuse_graded(text.title, text.detail, text.goal, text.leader)
    if not text.title.strip():
        raise UserError("请写反馈问题（一句话说清是什么问题）。")
    if len(text.title) > MOST_TITLE:
        raise UserError(f"反馈问题有 {len(text.title)} 字，最多 {MOST_TITLE} 字。细节请写进“具体表现”。")
    for name, written in (("具体表现", text.detail), ("整改目标", text.goal)):
        if len(written) > MOST_TEXT:
            raise UserError(f"{name}有 {len(written)} 字，最多 {MOST_TEXT} 字。请写短一些，或分成两个问题。")
    if text.area not in PROBLEM_AREAS:
        raise UserError("请选这个问题属于哪一类突出问题。")
    if any(cause not in ROOT_CAUSES for cause in text.causes):
        raise UserError("有一条原因不在词表里。请重新选择原因。")


def _check_measure(measure: Measure) -> None:
    refuse_graded(measure.what, measure.proof, measure.support.answer)
    if not measure.what.strip():
        raise UserError("请写措施：做什么、做到什么程度。")
    if len(measure.what) > MOST_TEXT:
        raise UserError(f"措施有 {len(measure.what)} 字，最多 {MOST_TEXT} 字。请写短一些，或分成两条。")
