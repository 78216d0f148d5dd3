"""The moves of an issue. Each gives the issue as it is afterwards, or raises UserError with the gate's sentence.

Nothing is taken away by a move: approvals that no longer hold go to ``rounds``, void ones keep their reason. Who did it
and when is in the log, which the service writes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.domain.errors import UserError
from app.domain.ledger import gates, issue_voids
from app.domain.ledger.approval import Approval
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue import Issue, IssueText, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.look_back_gate import why_not_looked
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState
from app.domain.ledger.measure_dates import may_change_limit

BACK = {
    IssueState.PLANNING: IssueState.DRAFT,
    IssueState.WORKING: IssueState.PLANNING,
    IssueState.MOSTLY: IssueState.WORKING,
    IssueState.DONE: IssueState.WORKING,
    IssueState.LASTING: IssueState.WORKING,
}
"""Where a wrong move is taken back to. 已销号 is left by reopening only."""


def rewrite(issue: Issue, text: IssueText, origin: Origin | None = None) -> Issue:
    """``origin`` where it is corrected, too."""
    _pass(gates.may_rewrite(issue, text))
    _pass(gates.may_correct_origin(issue.origin, origin or issue.origin))
    return replace(issue, text=text, origin=origin or issue.origin, version=issue.version + 1)


def confirm(issue: Issue) -> Issue:
    _pass(gates.may_confirm(issue))
    return _moved(issue, IssueState.PLANNING)


def start(issue: Issue, others: Sequence[Issue], campaign: Campaign) -> Issue:
    _pass(gates.may_start(issue, others, campaign))
    return _moved(issue, IssueState.WORKING)


def mostly_done(issue: Issue) -> Issue:
    _pass(gates.may_mostly(issue))
    return _moved(issue, IssueState.MOSTLY)


def report_done(issue: Issue) -> Issue:
    """责任单位 asks for 核验; the first step of the trail is registered by `approve`."""
    _pass(gates.may_report_done(issue))
    return _moved(issue, IssueState.DONE)


def hold(issue: Issue) -> Issue:
    _pass(gates.may_hold(issue))
    return _moved(issue, IssueState.LASTING)


def approve(issue: Issue, campaign: Campaign, approval: Approval, today: date) -> Issue:
    """Register the next step; the last one closes the issue, on its date."""
    _pass(gates.may_approve(issue, campaign, approval, today))
    approved = replace(issue, approvals=(*issue.approvals, approval), version=issue.version + 1)
    if len(approved.approvals) == len(campaign.steps):
        return replace(approved, state=IssueState.CLOSED, closed_on=approval.on)
    return approved


def add_scan(issue: Issue, step: str, scan: str, lost: bool = False) -> Issue:
    """The signed sheet of a step that was registered without it, or whose sheet is ``lost``, also after closing:
    nothing else changes."""
    _pass(gates.may_add_scan(issue, step, lost))
    approvals = tuple(replace(one, scan=scan) if one.step == step else one for one in issue.approvals)
    return replace(issue, approvals=approvals, version=issue.version + 1)


def take_back(issue: Issue, reason: str) -> Issue:
    """A wrong move: the last approval first, then the state. Raises UserError where there is nothing to take back."""
    _needs(reason, "请写明为什么退回，如“误操作”。")
    if issue.state is IssueState.DONE and issue.approvals:
        kept = issue.approvals[:-1]
        return replace(issue, approvals=kept, rounds=(*issue.rounds, issue.approvals), version=issue.version + 1)
    if issue.state not in BACK:
        raise UserError(f"这个问题的状态是“{issue.state}”，不能退回上一步。")
    return _moved(issue, BACK[issue.state])


def reopen(issue: Issue, reason: str, others: Sequence[Issue], campaign: Campaign, today: date | None = None) -> Issue:
    """After 已销号: back to work with everything kept; the trail starts anew, not before ``today``. To 待定措施 where
    its measures would not do any more, because the unit's others are gone."""
    _needs(reason, "请写明重新打开的原因和事实。")
    if issue.state is not IssueState.CLOSED:
        raise UserError(f"这个问题的状态是“{issue.state}”，没有销号，不用重新打开。")
    state = IssueState.PLANNING if gates.enough_measures(issue, others, campaign) else IssueState.WORKING
    opened = replace(_moved(issue, state), closed_on=None, reopened_on=today or issue.reopened_on)
    rounds = (*issue.rounds, issue.approvals)
    return replace(opened, approvals=(), rounds=rounds, look_backs=issue_voids.reopening(issue))


def void(issue: Issue, reason: str) -> Issue:
    """作废: kept, with its reason, and counted nowhere."""
    _needs(reason, "请写明作废的原因。")
    if issue.state in (IssueState.VOID, IssueState.CLOSED):
        raise UserError(f"这个问题的状态是“{issue.state}”，不能作废。")
    return replace(_moved(issue, IssueState.VOID), before_void=issue.state, void_reason=reason.strip())


def restore(issue: Issue, others: Sequence[Issue], campaign: Campaign) -> Issue:
    """Back to where it was; to 待定措施 where its measures would not do any more."""
    if issue.state is not IssueState.VOID or issue.before_void is None:
        raise UserError("这个问题没有作废，不用恢复。")
    back = issue.before_void
    restored = replace(_moved(issue, back), before_void=None, void_reason="")
    if not back.at_work or not gates.enough_measures(restored, others, campaign):
        return restored
    return _planned(restored)


def put_back(issue: Issue) -> Issue:
    """To 待定措施: measures that counted for it are gone, by no fault of its own. Its trail starts anew."""
    return replace(_planned(issue), version=issue.version + 1)


def add_measure(issue: Issue, measure: Measure) -> Issue:
    """With the next number, and yet to be begun, whatever ``measure`` says of that."""
    number = max((one.number for one in issue.measures), default=0) + 1
    new = replace(_only_written(measure, Measure(number, "", "", measure.kind, None, "")), number=number)
    return replace(issue, measures=(*issue.measures, new), version=issue.version + 1)


def edit_measure(issue: Issue, measure: Measure, reason: str = "") -> Issue:
    """What was written of it; how far it is, is not edited. ``reason`` is why its deadline or kind is another one."""
    before = issue.measure(measure.number)
    _pass(gates.may_edit_measure(before))
    after = _only_written(measure, before)
    _pass(may_change_limit(issue, before, after, reason))
    return issue.with_measure(after)


def _only_written(written: Measure, standing: Measure) -> Measure:
    """``standing`` with what a person writes of a measure."""
    return replace(
        standing,
        what=written.what.strip(),
        owner=written.owner.strip(),
        kind=written.kind,
        deadline=written.deadline,
        proof=written.proof.strip(),
        look_back=written.look_back,
        support=written.support,
    )


def begin_measure(issue: Issue, number: int) -> Issue:
    measure = issue.measure(number)
    _pass(gates.may_begin_measure(issue, measure))
    return issue.with_measure(replace(measure, state=MeasureState.WORKING))


def finish_measure(issue: Issue, number: int, result: str, evidence: tuple[str, ...], on: date) -> Issue:
    """A lasting measure reaches 阶段性完成、持续巩固, another one 已完成."""
    if issue.state not in (IssueState.WORKING, IssueState.MOSTLY, IssueState.LASTING):
        raise UserError(f"这个问题的状态是“{issue.state}”，还不能登记措施完成。请先开始整改。")
    measure = issue.measure(number)
    _pass(gates.may_finish_measure(measure, result, evidence))
    state = MeasureState.HELD if measure.kind is MeasureKind.LASTING else MeasureState.DONE
    done = replace(measure, state=state, result=result.strip(), evidence=evidence, done_on=on)
    return issue.with_measure(done)


def reopen_measure(issue: Issue, number: int, reason: str) -> Issue:
    """It was not done after all. What rested on it goes back to work."""
    _needs(reason, "请写明为什么改回未完成。")
    measure = issue.measure(number)
    if not measure.finished or not issue.state.at_work:
        raise UserError("这条措施没有记为完成，不用改回。")
    changed = issue.with_measure(replace(measure, state=MeasureState.WORKING, done_on=None))
    if issue.state is IssueState.DONE and issue.approvals:
        changed = replace(changed, approvals=(), rounds=(*issue.rounds, issue.approvals))
    return replace(changed, state=IssueState.WORKING)


def void_measure(issue: Issue, number: int, reason: str, others: Sequence[Issue], campaign: Campaign) -> Issue:
    _needs(reason, "请写明作废这条措施的原因。")
    _pass(gates.may_void_measure(issue, number, others, campaign))
    return issue.without_measure(number, reason)


def looked_back(issue: Issue, look: LookBack) -> Issue:
    """A relapse does not reopen by itself: who looked back is told to."""
    if issue.state not in (IssueState.CLOSED, IssueState.LASTING):
        raise UserError(f"这个问题的状态是“{issue.state}”，销号或长期坚持之后才回头看。")
    _pass(why_not_looked(issue, look))
    return replace(issue, look_backs=(*issue.look_backs, look), version=issue.version + 1)


def should_reopen(look: LookBack) -> bool:
    return look.relapse is Relapse.RELAPSED


def _moved(issue: Issue, state: IssueState) -> Issue:
    return replace(issue, state=state, version=issue.version + 1)


def _planned(issue: Issue) -> Issue:
    rounds = (*issue.rounds, issue.approvals) if issue.approvals else issue.rounds
    return replace(issue, state=IssueState.PLANNING, approvals=(), rounds=rounds)


def _needs(reason: str, sentence: str) -> None:
    if not reason.strip():
        raise UserError(sentence)


def _pass(sentence: str) -> None:
    if sentence:
        raise UserError(sentence)
