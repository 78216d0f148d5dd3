"""What must be true before an issue may go on; each gate gives the sentence that is shown when it refuses, or ""."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.domain.ledger.approval import Approval
from app.domain.ledger.campaign import LEAST_MEASURES, Campaign, CountBy
from app.domain.ledger.issue import Issue, IssueSource, IssueText, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.likeness import says_nothing
from app.domain.ledger.look_back_gate import unanswered_relapse
from app.domain.ledger.measure import Measure, MeasureKind, MeasureState
from app.domain.ledger.measure_count import Counted, counted, why_not_concrete

NOT_COUNTED = (IssueState.VOID, IssueState.DRAFT)


def count_of(issue: Issue, others: Sequence[Issue], campaign: Campaign) -> Counted:
    """``others`` are the other issues of the campaign: counted by unit, those of the same lead unit count too, as far
    as the third measure; ``wanting`` is about its own."""
    own = counted(issue.measures)
    if campaign.count_by is CountBy.ISSUE or own.count >= LEAST_MEASURES:
        return own
    return Counted(counted(_together(issue, others), LEAST_MEASURES).count, own.wanting)


def _together(issue: Issue, others: Iterable[Issue]) -> Iterator[Measure]:
    yield from issue.measures
    for other in others:
        same = other.id != issue.id and other.text.lead_unit == issue.text.lead_unit
        if same and other.state not in NOT_COUNTED:
            yield from other.measures


def enough_measures(issue: Issue, others: Sequence[Issue], campaign: Campaign) -> str:
    """The issue needs a measure of its own, and three that count in all."""
    own = counted(issue.measures, LEAST_MEASURES).count
    if own == 0:
        return "这个问题还没有具体措施。请至少写一条：做什么、责任人、完成时限、佐证，再开始整改。"
    by_unit = campaign.count_by is CountBy.UNIT
    count = counted(_together(issue, others), LEAST_MEASURES).count if by_unit else own
    if count < LEAST_MEASURES:
        whose = "本责任单位" if by_unit else "这个问题"
        return (
            f"{whose}的具体措施有 {count} 条，还差 {LEAST_MEASURES - count} 条，才能开始整改。"
            "内容几乎相同的，或缺责任人、时限、佐证的不计。"
        )
    return ""


def may_lessen(before: Issue, after: Issue) -> bool:
    """Whether fewer measures may count after this change, for it or for another issue of its unit."""
    return before.text.lead_unit != after.text.lead_unit or not _counting(before) <= _counting(after)


def _counting(issue: Issue) -> set[tuple[int, str]]:
    if issue.state in NOT_COUNTED:
        return set()
    return {(one.number, one.what) for one in issue.valid_measures if not why_not_concrete(one)}


def left_with_too_few(before: Issue, after: Issue, old: Sequence[Issue], campaign: Campaign) -> list[str]:
    """The ids of issues at work that had enough measures and would have them no more. ``old`` are the issues of the
    units concerned as they are, with ``before``."""
    new = [after if one.id == after.id else one for one in old]
    was = {one.id: one for one in old} | {before.id: before}
    looked_at = [after] if campaign.count_by is CountBy.ISSUE else [*new, after] if after not in new else new
    lacking = [one for one in looked_at if one.state.at_work and enough_measures(one, new, campaign)]
    return [one.id for one in lacking if not enough_measures(was[one.id], old, campaign)]


def may_confirm(issue: Issue) -> str:
    if issue.state is not IssueState.DRAFT:
        return f"这个问题的状态是“{issue.state}”，不用再确认。"
    if not issue.text.detail.strip():
        return "还没有写具体表现。请写清何时、何处、多少，再请责任单位负责人确认。"
    if not issue.text.lead_unit:
        return "还没有指定牵头单位。请先选定牵头单位，再请其负责人确认。"
    return ""


def may_start(issue: Issue, others: Sequence[Issue], campaign: Campaign) -> str:
    if issue.state is not IssueState.PLANNING:
        return f"这个问题的状态是“{issue.state}”，只有“{IssueState.PLANNING}”的问题可以开始整改。"
    lacking = unwritten(issue.text)
    if not lacking:
        return enough_measures(issue, others, campaign)
    if short := _short_of_measures(issue, others, campaign):
        lacking.append(short)
    return f"开始整改前还缺：{'、'.join(lacking)}。请一并补齐，再开始整改。"


def may_rewrite(issue: Issue, text: IssueText) -> str:
    """What was asked for before work began stays written while it goes on."""
    if not issue.state.at_work:
        return ""
    gone = [word for word in unwritten(text) if word not in unwritten(issue.text)]
    return f"这个问题正在整改，{'、'.join(gone)}不能改成空的。请写上，再保存。" if gone else ""


def may_correct_origin(old: Origin, new: Origin) -> str:
    """What a self-check has written stays as it found it; its document and date may be put right, and which fact of the
    case it is."""
    if new.fact and not new.case:
        return "对应的事实要先选案例。请选案例，或不选事实。"
    if new.statement != old.statement:
        return "自查条目的原文不能改。"
    if old.statement and (new.source, new.case) != (old.source, old.case):
        return f"这个问题由“{IssueSource.SELF_CHECK}”的作答形成，来源和对照的案例不能改。文件、日期和对应的事实可以改。"
    return ""


def unwritten(text: IssueText) -> list[str]:
    """What an inspector reads of an issue at work besides its measures, where it is not there; in the form's order."""
    parts = (
        ("具体表现", text.detail.strip()),
        ("整改目标", text.goal.strip()),
        ("原因", text.causes),
        ("牵头单位", text.lead_unit),
        ("责任领导", text.leader.strip()),
    )
    return [word for word, written in parts if not written]


def _short_of_measures(issue: Issue, others: Sequence[Issue], campaign: Campaign) -> str:
    """How many concrete measures it lacks, or ""; one of its own at least."""
    if not enough_measures(issue, others, campaign):
        return ""
    count = count_of(issue, others, campaign).count
    return f"具体措施 {max(LEAST_MEASURES - count, 1)} 条"


def may_begin_measure(issue: Issue, measure: Measure) -> str:
    if measure.state is not MeasureState.OPEN:
        return f"这条措施的状态是“{measure.state}”，不用再开始。"
    if issue.state not in (IssueState.WORKING, IssueState.MOSTLY, IssueState.LASTING):
        return f"这个问题的状态是“{issue.state}”，措施还不能开始。请先把问题转为“{IssueState.WORKING}”。"
    return ""


def may_edit_measure(measure: Measure) -> str:
    if measure.state is MeasureState.VOID:
        return "这条措施已作废，不能再改。请新增一条。"
    if measure.finished:
        return "这条措施已记为完成。要修改，请先改回未完成并写明原因。"
    return ""


def may_mostly(issue: Issue) -> str:
    if issue.state is not IssueState.WORKING:
        return f"这个问题的状态是“{issue.state}”，只有“{IssueState.WORKING}”的问题可以记为基本完成。"
    if not any(measure.finished for measure in issue.measures):
        return "还没有一条措施完成，不能记为基本完成。请先在措施里写明完成情况和佐证。"
    return ""


def may_report_done(issue: Issue) -> str:
    """To 待核验: every measure finished, with its proof."""
    if issue.state not in (IssueState.WORKING, IssueState.MOSTLY, IssueState.LASTING):
        return f"这个问题的状态是“{issue.state}”，现在不能申请核验。"
    open_ones = [measure for measure in issue.valid_measures if not measure.finished]
    if open_ones:
        return f"{_listed(open_ones)}还没有完成，不能申请核验。"
    return unanswered_relapse(issue) or _proofs(issue)


def may_hold(issue: Issue) -> str:
    """To 长期坚持: at least one lasting measure is held, the others are done."""
    if issue.state not in (IssueState.WORKING, IssueState.MOSTLY):
        return f"这个问题的状态是“{issue.state}”，不能转为长期坚持。"
    if all(measure.kind is not MeasureKind.LASTING for measure in issue.valid_measures):
        return "没有“长期坚持”的措施，不能转为长期坚持。都完成了，请申请核验。"
    open_ones = [measure for measure in issue.valid_measures if not measure.finished]
    if open_ones:
        return f"{_listed(open_ones)}还没有完成，不能转为长期坚持。"
    return unanswered_relapse(issue) or _proofs(issue)


def may_approve(issue: Issue, campaign: Campaign, approval: Approval, today: date) -> str:
    """The next step of the trail, as signed on paper."""
    if issue.state is not IssueState.DONE:
        return f"这个问题的状态是“{issue.state}”，先申请核验，才能登记审签。"
    expected = campaign.steps[len(issue.approvals)] if len(issue.approvals) < len(campaign.steps) else ""
    if approval.step != expected:
        return f"下一步是“{expected}”，不能登记“{approval.step}”。"
    for word, value in (("姓名", approval.name), ("职务", approval.post), ("意见", approval.opinion)):
        if not value.strip():
            return f"“{approval.step}”缺{word}。请照纸上所签的填写。"
    if campaign.asks_minutes(approval.step) and not approval.minutes_number.strip():
        return f"“{approval.step}”要写会议记录或纪要的编号。请照纸上的填写。"
    if approval.on > today:
        return f"“{approval.step}”的日期 {approval.on:%Y-%m-%d} 还没有到。请核对日期。"
    if issue.approvals and approval.on < issue.approvals[-1].on:
        before = issue.approvals[-1]
        return f"“{approval.step}”的日期早于“{before.step}”（{before.on:%Y-%m-%d}）。请核对日期。"
    if sentence := _too_early(issue, approval):
        return sentence
    if open_ones := [measure for measure in issue.valid_measures if not measure.finished]:
        return f"{_listed(open_ones)}还没有完成，不能登记审签。请先退回上一步。"
    return _proofs(issue)


def may_add_scan(issue: Issue, step: str, lost: bool = False) -> str:
    """To a step that is registered: while the trail is under way, and after it; in the place of a ``lost`` one."""
    signed = next((one for one in issue.approvals if one.step == step), None)
    if signed is None or issue.state not in (IssueState.DONE, IssueState.CLOSED):
        return f"“{step}”还没有登记审签，不能补扫描件。请先登记这一步。"
    return f"“{step}”已有扫描件，不用再补。" if signed.scan and not lost else ""


def _too_early(issue: Issue, approval: Approval) -> str:
    """Nothing is signed off before it was done, nor by what was signed before it was opened again."""
    done = [(one.done_on, f"措施{one.number}完成") for one in issue.valid_measures if one.done_on is not None]
    reopened = [(issue.reopened_on, "重新打开")] if issue.reopened_on else []
    day, what = max((*done, *reopened), key=lambda one: one[0], default=(approval.on, ""))
    if approval.on >= day:
        return ""
    return f"“{approval.step}”的日期 {approval.on:%Y-%m-%d} 早于{what}的日期（{day:%Y-%m-%d}）。请核对日期。"


def may_finish_measure(measure: Measure, result: str, evidence: Sequence[str]) -> str:
    if measure.state is MeasureState.VOID:
        return "这条措施已作废，不能记为完成。"
    if measure.finished:
        return "这条措施已记为完成。要更正完成情况，请先改回未完成并写明原因。"
    if not result.strip():
        return "请写完成情况：做了什么，何时，多少。"
    if says_nothing(result):
        return "完成情况里没有可以核对的事。请写做了什么、何时、多少。"
    if not evidence:
        return "还没有佐证材料。请先添加佐证，再记为完成。"
    if measure.kind is MeasureKind.SUPPORT:
        asked = measure.support
        if not asked.to.strip() or asked.asked_on is None:
            return "报请支持要写明向谁报请、哪天报请。"
        if asked.answered_on is None or not asked.answer.strip():
            return "上级还没有答复，不能记为完成。请写明答复日期和内容。"
        if asked.answered_on < asked.asked_on:
            return "答复日期早于报请日期。请核对。"
    return ""


def may_void_measure(issue: Issue, number: int, others: Sequence[Issue], campaign: Campaign) -> str:
    """While an issue is at work, three must go on counting."""
    if issue.measure(number).state is MeasureState.VOID:
        return "这条措施已经作废。"
    if issue.state in (IssueState.DRAFT, IssueState.PLANNING):
        return ""
    if not issue.state.at_work:
        return f"这个问题的状态是“{issue.state}”，措施不能再改。"
    if enough_measures(issue.without_measure(number), others, campaign):
        return "作废这一条后，具体措施就不足要求的条数了。请先补一条，再作废它。"
    return ""


def _proofs(issue: Issue) -> str:
    lacking = [measure for measure in issue.valid_measures if not measure.evidence]
    return f"{_listed(lacking)}还没有佐证材料。请先添加佐证。" if lacking else ""


def _listed(measures: Sequence[Measure]) -> str:
    return f"措施{'、'.join(str(measure.number) for measure in measures)}"
