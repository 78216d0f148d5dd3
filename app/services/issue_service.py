"""Everything that can be done to an issue: each is one event in the unit's log, with who and when."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.ledger import gates, issue_voids, workflow
from app.domain.ledger.approval import Approval
from app.domain.ledger.campaign import LEAST_MEASURES, Campaign
from app.domain.ledger.issue import Issue, IssueText, Origin
from app.domain.ledger.issue_change import IssueChange
from app.domain.ledger.issue_check import check_measure, check_origin, check_text
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack
from app.domain.ledger.measure import Measure
from app.domain.ledger.measure_count import Counted
from app.domain.ledger.measure_dates import Postponed, too_early
from app.domain.ledger.oversight import OversightAct, OversightOpinion
from app.services.evidence_service import EvidenceService
from app.services.issue_book import IssueBook, Step
from app.services.issue_history import IssueHistory
from app.services.ledger_service import LedgerService

STALE = "这个问题刚才已被修改，没有保存。请看过新的内容后再改。"
FIXED = "已销号或作废的问题不能再改。确需修改，请先重新打开或恢复，并写明原因。"
SIGNED = "这个问题正在核验，不能再改内容。确需修改，请先“退回上一步”，写明原因。"


class IssueService:
    """Everything is on disk when a method returns; whatever a gate refuses raises UserError with its sentence."""

    def __init__(
        self,
        ledger: LedgerService,
        book: IssueBook,
        evidence: EvidenceService,
        case_titles: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """``case_titles`` by id, asked where a history speaks of cases."""
        self._ledger, self._book, self._evidence, self._store = ledger, book, evidence, book.store
        self._past = IssueHistory(ledger, book, case_titles)

    def get(self, issue_id: str) -> Issue:
        return self._book.get(issue_id)

    def number_of(self, issue_id: str) -> int:
        return self._store.number_of(issue_id) or 0

    def history(self, issue_id: str) -> list[IssueChange]:
        """Newest first; without what was wiped."""
        return self._past.of(issue_id)

    # What is written of it.

    def add(self, campaign_id: str, text: IssueText, origin: Origin, confirmed: bool = True) -> str:
        """Its id. One that nobody has confirmed yet is a draft: 待确认."""
        campaign = self._ledger.campaign(campaign_id)
        self._check(text, origin)
        state = IssueState.PLANNING if confirmed else IssueState.DRAFT
        issue = Issue(uuid.uuid4().hex, campaign.id, text, origin, state)
        self._book.save(Step("issue.added", None, issue, subject=text.title))
        return issue.id

    def edit(self, issue_id: str, text: IssueText, version: int, origin: Origin | None = None) -> None:
        """``version`` is that of the issue as it was read, ``origin`` where it came from, if that is corrected. Raises
        UserError where somebody changed it meanwhile."""
        before = self._unsigned(issue_id, version)
        corrected = None if origin == before.origin else origin
        self._check(text, corrected)
        if text != before.text or corrected is not None:
            self._save("issue.edited", before, workflow.rewrite(before, text, corrected))

    # Measures.

    def add_measure(self, issue_id: str, measure: Measure) -> int:
        """Its number: the next one, whatever is in ``measure``; and it has yet to be begun."""
        before = self._unsigned(issue_id)
        check_measure(measure, self._ledger.today())
        self._refuse_too_early(before, "完成时限", measure.due)
        after = workflow.add_measure(before, measure)
        number = after.measures[-1].number
        self._save("measure.added", before, after, subject=f"措施{number}")
        return number

    def edit_measure(self, issue_id: str, measure: Measure, version: int, reason: str = "") -> None:
        """State and evidence are not edited. While an issue is at work an edit may not take it below the three that
        must count, and another deadline or kind needs a ``reason``."""
        before = self._unsigned(issue_id, version)
        check_measure(measure, self._ledger.today())
        if measure.due != before.measure(measure.number).due:
            self._refuse_too_early(before, "完成时限", measure.due)
        after = workflow.edit_measure(before, measure, reason)
        if after.measures != before.measures:
            self._save("measure.edited", before, after, reason, f"措施{measure.number}")

    def postponed(self, issue_id: str) -> dict[int, Postponed]:
        """Of its measures, by number, those whose deadline was put off since work began."""
        return self._past.postponed(issue_id)

    def begin_measure(self, issue_id: str, number: int) -> None:
        before = self._open(issue_id)
        self._save("measure.begun", before, workflow.begin_measure(before, number), subject=f"措施{number}")

    def finish_measure(
        self, issue_id: str, number: int, result: str, evidence: tuple[str, ...], on: date | None = None
    ) -> None:
        """``evidence``: ids of files of this issue, each there and unaltered; ``on`` the day it was done, today where
        none is given."""
        before = self._open(issue_id)
        self._refuse_future("完成", on or self._ledger.today())
        self._refuse_too_early(before, "完成日期", on)
        after = workflow.finish_measure(before, number, result, evidence, on or self._ledger.today())
        self._evidence.refuse_unsound(issue_id, evidence)
        self._save("measure.finished", before, after, subject=f"措施{number}")

    def reopen_measure(self, issue_id: str, number: int, reason: str) -> None:
        before = self._open(issue_id)
        after = workflow.reopen_measure(before, number, reason)
        self._save("measure.reopened", before, after, reason, f"措施{number}")

    def void_measure(self, issue_id: str, number: int, reason: str) -> None:
        before = self._unsigned(issue_id)
        after = workflow.void_measure(before, number, reason, *self._around(before))
        self._save("measure.voided", before, after, reason, f"措施{number}")

    def counted(self, issue_id: str) -> Counted:
        """How many measures count towards the three, and why its own others do not. Counted by unit, those of its other
        issues are looked at only as far as the third."""
        issue = self.get(issue_id)
        own = gates.count_of(issue, [], self._ledger.campaign(issue.campaign))
        return own if own.count >= LEAST_MEASURES else gates.count_of(issue, *self._around(issue))

    # Moves.

    def confirm(self, issue_id: str) -> None:
        """By the head of the lead unit, whose name is noted. Raises UserError where nobody is named."""
        before = self.get(issue_id)
        after, unit = workflow.confirm(before), self._ledger.unit(before.text.lead_unit)
        if not unit.head.strip():
            raise UserError(f"{unit.name}还没有写负责人。请在“科室与单位”里写上姓名，再请负责人确认。")
        self._save("issue.confirmed", before, after, subject=unit.head)

    def start(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.started", before, workflow.start(before, *self._around(before)))

    def mostly_done(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.mostly", before, workflow.mostly_done(before))

    def report_done(self, issue_id: str) -> None:
        before = self.get(issue_id)
        after = workflow.report_done(before)
        self._refuse_unproved(before)
        self._save("issue.done", before, after)

    def hold(self, issue_id: str) -> None:
        before = self.get(issue_id)
        after = workflow.hold(before)
        self._refuse_unproved(before)
        self._save("issue.held", before, after)

    def approve(self, issue_id: str, approval: Approval) -> None:
        """Register a signature given on paper; the last step closes the issue. Its scan, where there is one, is a file
        of this issue."""
        before = self.get(issue_id)
        campaign = self._ledger.campaign(before.campaign)
        after = workflow.approve(before, campaign, approval, self._ledger.today())
        self._refuse_unproved(before)
        if approval.scan:
            self._evidence.refuse_unsound(issue_id, (approval.scan,))
        texts = (approval.name, approval.post, approval.minutes_number, approval.opinion)
        self._save("issue.approved", before, after, "", approval.step, *texts)

    def add_scan(self, issue_id: str, step: str, source: Path) -> None:
        """The signed sheet of a registered step that has none, or whose sheet is gone; also after closing."""
        before = self.get(issue_id)
        lost = self._evidence.lost_scan(before, step)
        if sentence := gates.may_add_scan(before, step, lost):
            raise UserError(sentence)
        scan = self._evidence.add(issue_id, source, scan=True)
        self._save("issue.scan_added", before, workflow.add_scan(before, step, scan, lost), subject=step)

    def take_back(self, issue_id: str, reason: str) -> None:
        before = self.get(issue_id)
        self._save("issue.taken_back", before, workflow.take_back(before, reason), reason)

    def reopen(self, issue_id: str, reason: str) -> None:
        before = self.get(issue_id)
        after = workflow.reopen(before, reason, *self._around(before), self._ledger.today())
        self._save("issue.reopened", before, after, reason)

    def void(self, issue_id: str, reason: str) -> None:
        before = self.get(issue_id)
        self._save("issue.voided", before, workflow.void(before, reason), reason)

    def restore(self, issue_id: str) -> None:
        before = self.get(issue_id)
        self._save("issue.restored", before, workflow.restore(before, *self._around(before)))

    # What others did or said.

    def oversee(self, issue_id: str, act: OversightAct) -> None:
        """Also after closing: it changes nothing else."""
        before = self._heard(issue_id)
        self._refuse_future(act.kind, act.on)
        after = replace(before, acts=(*before.acts, act), version=before.version + 1)
        self._save("issue.overseen", before, after, subject=f"{act.kind} {act.on:%Y-%m-%d}")

    def note_opinion(self, issue_id: str, opinion: OversightOpinion) -> None:
        """As `oversee`: one may come when the closing has been reported."""
        if not opinion.text.strip() or not opinion.by.strip():
            raise UserError("请写监督意见和提出意见的单位。")
        before = self._heard(issue_id)
        self._refuse_future("监督意见", opinion.on)
        after = replace(before, opinions=(*before.opinions, opinion), version=before.version + 1)
        self._save("issue.opinion", before, after, "", opinion.by, opinion.text)

    def look_back(self, issue_id: str, look: LookBack) -> None:
        before = self.get(issue_id)
        after = workflow.looked_back(before, look)
        self._refuse_future("回头看", look.on)
        subject = issue_voids.entry_words(look)
        self._save("issue.looked_back", before, after, "", subject, look.by, look.done, look.public)

    def void_entry(self, issue_id: str, what: issue_voids.Noted, place: int, reason: str) -> None:
        """A wrong entry of those above, by its place among those of its kind, void ones counted too."""
        before = self.get(issue_id)
        if before.state is IssueState.VOID:
            raise UserError(FIXED)
        after = issue_voids.void_entry(before, what, place, reason)
        words = issue_voids.entry_words(issue_voids.entry_at(before, what, place))
        self._save(f"issue.{what}_voided", before, after, reason, words)

    def looked_back(self, campaign_id: str) -> list[Issue]:
        """Those of which there is a look back, whatever became of them since, by number."""
        return self._store.looked_back(campaign_id)

    def due_look_backs(self, campaign_id: str, today: date) -> list[tuple[Issue, int, date]]:
        """(issue, months, day) of every look-back that is due and was not done, the earliest first: counted from the
        day of closing, or from when a lasting one was reached; a day that its measure names comes before that."""
        waiting = [
            (issue, months, day)
            for issue in self._store.looked_back_on(campaign_id)
            for months, day in issue.look_backs_to_come()
            if day <= today
        ]
        return sorted(waiting, key=lambda one: one[2])

    def _around(self, issue: Issue) -> tuple[list[Issue], Campaign]:
        """The other issues that count together with it, and its campaign."""
        return self._store.issues(issue.campaign, issue.text.lead_unit), self._ledger.campaign(issue.campaign)

    def _check(self, text: IssueText, origin: Origin | None) -> None:
        check_text(text)
        if origin is not None:
            check_origin(origin, self._ledger.today())
            if why := gates.may_correct_origin(origin, origin):
                raise UserError(why)
        if text.lead_unit:
            self._ledger.unit(text.lead_unit)

    def _refuse_unproved(self, issue: Issue) -> None:
        for measure in issue.valid_measures:
            self._evidence.refuse_unsound(issue.id, measure.evidence)

    def _refuse_future(self, what: str, on: date) -> None:
        if on > self._ledger.today():
            raise UserError(f"{what}的日期 {on:%Y-%m-%d} 还没有到。请核对日期。")

    def _refuse_too_early(self, issue: Issue, what: str, day: date | None) -> None:
        if sentence := too_early(issue, self._ledger.campaign(issue.campaign), what, day):
            raise UserError(sentence)

    def _open(self, issue_id: str, version: int | None = None) -> Issue:
        issue = self.get(issue_id)
        if version is not None and version != issue.version:
            raise UserError(STALE)
        if issue.state in (IssueState.CLOSED, IssueState.VOID):
            raise UserError(FIXED)
        return issue

    def _heard(self, issue_id: str) -> Issue:
        """What others say of it is kept whatever has become of it; only of a void one nothing more is."""
        issue = self.get(issue_id)
        if issue.state is IssueState.VOID:
            raise UserError("这个问题已作废，不能再登记。确需登记，请先恢复。")
        return issue

    def _unsigned(self, issue_id: str, version: int | None = None) -> Issue:
        """What has been put forward for signing is not changed under the signatures."""
        issue = self._open(issue_id, version)
        if issue.state is IssueState.DONE:
            raise UserError(SIGNED)
        return issue

    def _save(self, kind: str, before: Issue, after: Issue, reason: str = "", subject: str = "", *texts: str) -> None:
        refuse_graded(*texts)
        if gates.may_lessen(before, after):
            self._still_enough(before, after)
        self._book.save(Step(kind, before, after, reason, subject))

    def _still_enough(self, before: Issue, after: Issue) -> None:
        """No issue at work may be left with too few measures, neither this one nor another of the same unit."""
        campaign = self._ledger.campaign(before.campaign)
        units = {before.text.lead_unit, after.text.lead_unit}
        old = [issue for unit in units for issue in self._store.issues(before.campaign, unit)]
        lacking = gates.left_with_too_few(before, after, old, campaign)
        if lacking == [after.id]:
            raise UserError("这样修改后，具体措施就不足要求的条数了。请补全责任人、时限和佐证，且不要与另一条相同。")
        if lacking:
            numbers = "、".join(str(self.number_of(one)) for one in lacking[:5])
            raise UserError(f"这样做以后，第 {numbers} 号问题正在整改而措施不足了。请先为它补足措施。")
