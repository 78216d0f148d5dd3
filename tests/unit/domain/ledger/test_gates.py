"""Each gate, and the sentence that it shows when it refuses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.errors import UserError
from app.domain.ledger import gates, workflow
from app.domain.ledger.campaign import STEPS
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.look_back_gate import BY_FACT, usual_months, why_not_looked
from app.domain.ledger.measure import MeasureKind, MeasureState, SupportRequest
from app.domain.ledger.measure_dates import Postponed, may_change_limit, postponements, too_early
from tests.unit.ledgers import BY_ISSUE, DAY, ORIGIN, TRAIL, campaign, finished, issue, measure, signature, text

THREE = (measure(1), measure(2), measure(3))
DONE = (finished(1), finished(2), finished(3))
LASTING = {"kind": MeasureKind.LASTING, "deadline": None, "look_back": date(2026, 12, 1)}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"state": IssueState.PLANNING}, "这个问题的状态是“待定措施”，不用再确认。"),
        ({"text": text(detail=" ")}, "还没有写具体表现。请写清何时、何处、多少，再请责任单位负责人确认。"),
        ({"text": text(unit="")}, "还没有指定牵头单位。请先选定牵头单位，再请其负责人确认。"),
        ({}, ""),
    ],
)
def test_confirming(changes, sentence):
    assert gates.may_confirm(issue(**({"state": IssueState.DRAFT} | changes))) == sentence


@pytest.mark.parametrize(
    ("changes", "measures", "sentence"),
    [
        ({"state": IssueState.DRAFT}, THREE, "这个问题的状态是“待确认”，只有“待定措施”的问题可以开始整改。"),
        ({"text": text(detail=" ")}, THREE, "开始整改前还缺：具体表现。请一并补齐，再开始整改。"),
        ({"text": text(unit="")}, THREE, "开始整改前还缺：牵头单位。请一并补齐，再开始整改。"),
        ({"text": text(goal="")}, THREE, "开始整改前还缺：整改目标。请一并补齐，再开始整改。"),
        ({"text": text(leader="")}, THREE, "开始整改前还缺：责任领导。请一并补齐，再开始整改。"),
        ({"text": text(causes=())}, THREE, "开始整改前还缺：原因。请一并补齐，再开始整改。"),
        (
            {"text": text(unit="", detail="", goal="", leader=" ", causes=())},
            (),
            "开始整改前还缺：具体表现、整改目标、原因、牵头单位、责任领导、具体措施 3 条。请一并补齐，再开始整改。",
        ),
        ({"text": text(causes=())}, THREE[:2], "开始整改前还缺：原因、具体措施 1 条。请一并补齐，再开始整改。"),
        ({}, (), "这个问题还没有具体措施。请至少写一条：做什么、责任人、完成时限、佐证，再开始整改。"),
        (
            {},
            THREE[:2],
            "这个问题的具体措施有 2 条，还差 1 条，才能开始整改。内容几乎相同的，或缺责任人、时限、佐证的不计。",
        ),
        ({}, THREE, ""),
    ],
)
def test_starting(changes, measures, sentence):
    assert gates.may_start(issue(*measures, **changes), [], BY_ISSUE) == sentence


def test_where_the_unit_has_three_measures_it_still_lacks_one_of_its_own():
    other = issue(*THREE, id="j", state=IssueState.WORKING)
    sentence = "开始整改前还缺：整改目标、具体措施 1 条。请一并补齐，再开始整改。"
    assert gates.may_start(issue(text=text(goal="")), [other], campaign()) == sentence


@pytest.mark.parametrize("state", [state for state in IssueState if state.at_work])
def test_what_was_asked_for_before_work_began_stays_written_while_it_goes_on(state):
    at_work = issue(*DONE, state=state)
    sentence = "这个问题正在整改，原因、责任领导不能改成空的。请写上，再保存。"
    assert gates.may_rewrite(at_work, text(causes=(), leader=" ")) == sentence
    assert gates.may_rewrite(at_work, text(detail="2025年10月又有1户")) == ""
    assert gates.may_rewrite(replace(at_work, state=IssueState.PLANNING), text(causes=())) == ""
    # begun before a cause was asked for: other things may be put right without one
    assert gates.may_rewrite(replace(at_work, text=text(causes=())), text(causes=(), goal="三个月内停发")) == ""


def test_mostly_done_needs_one_measure_that_is_finished():
    assert gates.may_mostly(issue(*THREE)) == "这个问题的状态是“待定措施”，只有“正在整改”的问题可以记为基本完成。"
    assert (
        gates.may_mostly(issue(*THREE, state=IssueState.WORKING))
        == "还没有一条措施完成，不能记为基本完成。请先在措施里写明完成情况和佐证。"
    )
    assert gates.may_mostly(issue(DONE[0], *THREE[1:], state=IssueState.WORKING)) == ""


def test_asking_for_verification_needs_every_measure_and_every_proof():
    assert gates.may_report_done(issue(*DONE)) == "这个问题的状态是“待定措施”，现在不能申请核验。"
    open_ones = issue(DONE[0], *THREE[1:], state=IssueState.WORKING)
    assert gates.may_report_done(open_ones) == "措施2、3还没有完成，不能申请核验。"
    bare = issue(DONE[0], finished(2, evidence=()), DONE[2], state=IssueState.MOSTLY)
    assert gates.may_report_done(bare) == "措施2还没有佐证材料。请先添加佐证。"
    void = issue(DONE[0], measure(2, state=MeasureState.VOID), state=IssueState.WORKING)
    assert gates.may_report_done(void) == ""


def test_lasting_needs_a_lasting_measure_that_is_held():
    assert "没有“长期坚持”的措施" in gates.may_hold(issue(*DONE, state=IssueState.WORKING))
    held = finished(1, state=MeasureState.HELD, **LASTING)
    assert gates.may_hold(issue(held, state=IssueState.WORKING)) == ""
    assert (
        gates.may_hold(issue(measure(1, **LASTING), state=IssueState.WORKING)) == "措施1还没有完成，不能转为长期坚持。"
    )
    assert gates.may_hold(issue(held)) == "这个问题的状态是“待定措施”，不能转为长期坚持。"


WAITING = issue(*DONE, state=IssueState.DONE)


@pytest.mark.parametrize(
    ("before", "approval", "sentence"),
    [
        (issue(*DONE, state=IssueState.WORKING), TRAIL[0], "这个问题的状态是“正在整改”，先申请核验，才能登记审签。"),
        (WAITING, TRAIL[1], "下一步是“责任单位申请”，不能登记“责任领导审签”。"),
        (WAITING, signature(STEPS[0], name=" "), "“责任单位申请”缺姓名。请照纸上所签的填写。"),
        (WAITING, signature(STEPS[0], post=""), "“责任单位申请”缺职务。请照纸上所签的填写。"),
        (WAITING, signature(STEPS[0], opinion=""), "“责任单位申请”缺意见。请照纸上所签的填写。"),
        (
            replace(WAITING, approvals=TRAIL[:3]),
            replace(TRAIL[3], minutes_number=" "),
            "“党组（党委）会议审定”要写会议记录或纪要的编号。请照纸上的填写。",
        ),
        (WAITING, signature(STEPS[0], date(2026, 3, 3)), "“责任单位申请”的日期 2026-03-03 还没有到。请核对日期。"),
        (
            replace(WAITING, approvals=TRAIL[:1]),
            signature(STEPS[1], date(2026, 3, 1)),
            "“责任领导审签”的日期早于“责任单位申请”（2026-03-02）。请核对日期。",
        ),
        (issue(THREE[0], state=IssueState.DONE), TRAIL[0], "措施1还没有完成，不能登记审签。请先退回上一步。"),
        (issue(finished(1, evidence=()), state=IssueState.DONE), TRAIL[0], "措施1还没有佐证材料。请先添加佐证。"),
        (WAITING, TRAIL[0], ""),
    ],
)
def test_signing(before, approval, sentence):
    assert gates.may_approve(before, campaign(), approval, DAY) == sentence


@pytest.mark.parametrize(
    ("before", "result", "evidence", "sentence"),
    [
        (measure(1, state=MeasureState.VOID), "已停发3户", ("e",), "这条措施已作废，不能记为完成。"),
        (DONE[0], "已停发3户", ("e",), "这条措施已记为完成。要更正完成情况，请先改回未完成并写明原因。"),
        (measure(1), " ", ("e",), "请写完成情况：做了什么，何时，多少。"),
        (measure(1), "高度重视，扎实推进", ("e",), "完成情况里没有可以核对的事。请写做了什么、何时、多少。"),
        (measure(1), "已停发3户", (), "还没有佐证材料。请先添加佐证，再记为完成。"),
        (measure(1), "已停发3户", ("e",), ""),
    ],
)
def test_finishing_a_measure(before, result, evidence, sentence):
    assert gates.may_finish_measure(before, result, evidence) == sentence


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (SupportRequest(), "报请支持要写明向谁报请、哪天报请。"),
        (SupportRequest("县财政局", DAY), "上级还没有答复，不能记为完成。请写明答复日期和内容。"),
        (SupportRequest("县财政局", DAY, DAY), "上级还没有答复，不能记为完成。请写明答复日期和内容。"),
        (SupportRequest("县财政局", DAY, DAY - timedelta(1), "同意"), "答复日期早于报请日期。请核对。"),
        (SupportRequest("县财政局", DAY, DAY, "列入明年预算"), ""),
    ],
)
def test_a_request_for_support_is_done_only_once_it_was_answered(asked, sentence):
    before = measure(1, kind=MeasureKind.SUPPORT, support=asked)
    assert gates.may_finish_measure(before, "2026年预算已列支3万元", ("e",)) == sentence


@pytest.mark.parametrize("state", [IssueState.DRAFT, IssueState.PLANNING, IssueState.DONE, IssueState.CLOSED])
def test_no_measure_begins_before_the_work_does(state):
    assert "措施还不能开始" in gates.may_begin_measure(issue(*THREE, state=state), measure(1))
    assert gates.may_begin_measure(issue(*THREE, state=IssueState.WORKING), measure(1)) == ""


def test_at_work_a_measure_is_void_only_where_three_are_left():
    at_work = issue(*THREE, state=IssueState.WORKING)
    assert "请先补一条，再作废它" in gates.may_void_measure(at_work, 1, [], BY_ISSUE)
    assert gates.may_void_measure(issue(*THREE), 1, [], BY_ISSUE) == ""
    four = issue(*THREE, measure(4), state=IssueState.WORKING)
    assert gates.may_void_measure(four, 1, [], BY_ISSUE) == ""
    assert gates.may_void_measure(four.without_measure(1), 1, [], BY_ISSUE) == "这条措施已经作废。"


def look(months=3, on=date(2026, 6, 2), done="抽查20户，均在次月停发", public="走访5户，都知道公示在哪里", **more):
    return LookBack(months, on, **({"by": "周某", "done": done, "relapse": Relapse.NONE, "public": public} | more))


CLOSED = issue(*DONE, state=IssueState.CLOSED, approvals=TRAIL, closed_on=DAY)
LATER = "回头看的日期要晚于销号日期（2026-03-02）：那以后再去看，才看得出有没有反弹。请核对。"
INSTEAD = "这次另去看的，请选“另行回头看”。"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, ""),
        ({"done": ""}, "请写“措施落实”：看到了什么、问了谁、多少。"),
        ({"done": "措施落实到位，成效明显"}, f"“措施落实”里没有可以核对的事。{BY_FACT}"),
        ({"public": "群众反映良好，没有反弹"}, f"“群众反映”里没有可以核对的事。{BY_FACT}"),
        ({"by": ""}, "请写是谁回头看的。"),
        ({"on": DAY}, LATER),
        ({"on": DAY, "months": 0}, LATER),
        ({"on": DAY + timedelta(1), "months": 0}, ""),
        ({"on": date(2026, 5, 3)}, ""),
        ({"on": date(2026, 5, 2)}, f"第 3 个月的回头看应在 2026-06-02 前后做，最早 2026-05-03。{INSTEAD}"),
        ({"months": 12}, f"第 12 个月的回头看应在 2027-03-02 前后做，最早 2027-01-31。{INSTEAD}"),
        ({"months": 5}, "请选这是第 3、6、12 个月的回头看，还是另行回头看。"),
    ],
)
def test_looking_back_is_by_fact_and_in_its_month(changes, sentence):
    assert why_not_looked(CLOSED, look(**changes)) == sentence


def test_of_each_month_there_is_one_and_any_number_beside():
    once = workflow.looked_back(CLOSED, look())
    assert why_not_looked(once, look(on=date(2026, 6, 9))) == f"第 3 个月的回头看已经登记过，不用再登记。{INSTEAD}"
    assert why_not_looked(once, look(0, date(2026, 6, 9))) == ""
    assert [months for months, _ in workflow.looked_back(once, look(0, date(2026, 6, 9))).look_backs_to_come()] == [
        6,
        12,
    ]


def test_a_day_that_a_measure_names_brings_the_first_one_forward():
    early = replace(CLOSED, measures=(finished(1, look_back=date(2026, 4, 1)), *DONE[1:]))
    assert why_not_looked(early, look(on=date(2026, 4, 1))) == ""
    assert usual_months(early, date(2026, 4, 1)) == 3
    assert usual_months(CLOSED, date(2026, 4, 1)) == 0


def test_what_lasts_is_looked_at_after_it_was_reached():
    held = finished(1, state=MeasureState.HELD, **LASTING)
    lasting = issue(held, state=IssueState.LASTING)
    sentence = "回头看的日期要晚于最后一条措施完成日期（2026-03-02）"
    assert sentence in why_not_looked(lasting, look(0, date(2026, 3, 1)))
    assert why_not_looked(lasting, look(0, date(2026, 3, 3))) == ""


def test_a_look_back_is_not_before_the_last_one():
    once = workflow.looked_back(CLOSED, look())
    assert "早于上一次（2026-06-02）" in why_not_looked(once, look(6, date(2026, 5, 30)))


def test_a_relapse_asks_for_reopening_and_reopening_keeps_everything():
    relapsed = workflow.looked_back(CLOSED, look(relapse=Relapse.RELAPSED))
    assert workflow.should_reopen(relapsed.look_backs[-1])
    again = workflow.reopen(relapsed, "6月又有2户死亡后发放", [], BY_ISSUE)
    assert again.state is IssueState.WORKING
    assert again.rounds == (TRAIL,)
    assert again.measures == DONE
    assert again.look_backs == (replace(relapsed.look_backs[0], reopened=True),)


RELAPSED = (
    "2026-06-02 回头看发现已反弹，那以后还没有完成一条措施。请针对反弹新增措施，"
    "或把没有做到位的措施改回未完成，做完并附上新的佐证，再继续。"
)


def test_after_a_relapse_something_new_is_done_before_it_is_closed_again():
    relapsed = workflow.looked_back(CLOSED, look(relapse=Relapse.RELAPSED))
    again = workflow.reopen(relapsed, "6月又有2户死亡后发放", [], BY_ISSUE, date(2026, 6, 3))
    assert gates.may_report_done(again) == RELAPSED
    assert gates.may_report_done(replace(again, measures=(*DONE, finished(4, done_on=date(2026, 6, 5))))) == ""


def test_what_lasts_and_has_relapsed_is_not_closed_with_nothing_new():
    held = finished(1, state=MeasureState.HELD, **LASTING)
    lasting = workflow.looked_back(issue(held, state=IssueState.LASTING), look(relapse=Relapse.RELAPSED))
    assert gates.may_report_done(lasting) == RELAPSED
    assert gates.may_hold(workflow.take_back(lasting, "误操作")) == RELAPSED
    later = workflow.looked_back(lasting, look(6, date(2026, 9, 2)))
    assert gates.may_report_done(later) == ""


def test_the_relapse_that_opened_it_is_no_look_back_on_the_next_closing():
    relapsed = workflow.looked_back(CLOSED, look(relapse=Relapse.RELAPSED))
    again = workflow.reopen(relapsed, "又有2户", [], BY_ISSUE, date(2026, 6, 2))
    closed = replace(again, state=IssueState.CLOSED, closed_on=date(2026, 6, 2))
    assert [months for months, _ in closed.look_backs_to_come()] == [3, 6, 12]


@pytest.mark.parametrize(
    ("changes", "state", "reason", "allowed"),
    [
        ({"deadline": date(2026, 9, 30)}, IssueState.WORKING, "", False),
        ({"deadline": date(2026, 9, 30)}, IssueState.WORKING, "预算延至三季度", True),
        ({"deadline": date(2026, 9, 30)}, IssueState.PLANNING, "", True),
        (LASTING, IssueState.LASTING, " ", False),
        ({"kind": MeasureKind.AT_ONCE}, IssueState.MOSTLY, "", False),
        ({"owner": "孙某"}, IssueState.WORKING, "", True),
    ],
)
def test_at_work_another_deadline_or_kind_needs_a_reason(changes, state, reason, allowed):
    before = issue(*THREE, state=state)
    assert (may_change_limit(before, THREE[0], measure(1, **changes), reason) == "") == allowed


def test_a_deadline_that_was_never_written_may_be_written():
    open_ended = measure(1, deadline=None)
    assert may_change_limit(issue(open_ended, state=IssueState.WORKING), open_ended, THREE[0], "") == ""


@pytest.mark.parametrize(
    ("found", "day", "refused"),
    [
        (DAY, date(2019, 1, 1), True),
        (DAY, date(2026, 1, 1), False),  # 边查边改: before the letter, not before the campaign
        (date(2025, 11, 3), date(2025, 11, 3), False),
        (date(2025, 11, 3), date(2025, 11, 2), True),
        (None, date(2025, 12, 31), True),
        (DAY, None, False),
    ],
)
def test_nothing_was_done_before_it_was_found(found, day, refused):
    one = issue(origin=replace(ORIGIN, on=found))
    assert bool(too_early(one, campaign(), "完成日期", day)) == refused


def test_what_was_put_off_since_work_began_is_counted_with_the_first_deadline():
    moved = lambda old, new: ("measure.edited", {"change": {"measures/2/deadline": [old, new]}})  # noqa: E731
    told = [
        moved("2026-03-01", "2026-03-31"),
        ("issue.started", {"change": {"state": ["待定措施", "正在整改"]}}),
        moved("2026-03-31", "2026-06-30"),
        moved("2026-06-30", "2026-05-31"),
        moved("2026-05-31", None),
    ]
    assert postponements(told) == {2: Postponed(2, date(2026, 3, 31))}


def test_the_last_step_closes_on_its_own_date():
    nearly = replace(WAITING, approvals=TRAIL[:-1])
    last = signature(STEPS[-1], DAY)
    closed = workflow.approve(nearly, campaign(), last, DAY + timedelta(9))
    assert (closed.state, closed.closed_on, closed.approvals) == (IssueState.CLOSED, DAY, (*TRAIL[:-1], last))


def test_signatures_do_not_outlive_a_measure_that_was_not_done_after_all():
    signed = replace(WAITING, approvals=TRAIL[:2])
    back = workflow.reopen_measure(signed, 1, "核验时发现漏了1户")
    assert (back.state, back.approvals, back.rounds) == (IssueState.WORKING, (), (TRAIL[:2],))


def test_restored_to_planning_it_brings_no_signatures_along():
    void = workflow.void(replace(WAITING, approvals=TRAIL[:2]), "重复登记")
    back = workflow.restore(replace(void, measures=DONE[:1]), [], BY_ISSUE)
    assert (back.state, back.approvals, back.rounds) == (IssueState.PLANNING, (), (TRAIL[:2],))
    same = workflow.restore(void, [], BY_ISSUE)
    assert (same.state, same.approvals) == (IssueState.DONE, TRAIL[:2])


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        (lambda: workflow.take_back(WAITING, " "), "请写明为什么退回"),
        (lambda: workflow.take_back(CLOSED, "误操作"), "不能退回上一步"),
        (lambda: workflow.reopen(CLOSED, "", [], BY_ISSUE), "请写明重新打开的原因和事实"),
        (lambda: workflow.reopen(WAITING, "反弹", [], BY_ISSUE), "没有销号，不用重新打开"),
        (lambda: workflow.void(WAITING, ""), "请写明作废的原因"),
        (lambda: workflow.void(CLOSED, "重复"), "不能作废"),
        (lambda: workflow.restore(WAITING, [], BY_ISSUE), "没有作废，不用恢复"),
        (lambda: workflow.reopen_measure(WAITING, 1, ""), "请写明为什么改回未完成"),
        (lambda: workflow.reopen_measure(CLOSED, 1, "漏了"), "不用改回"),
        (lambda: workflow.void_measure(issue(*THREE), 1, "", [], BY_ISSUE), "请写明作废这条措施的原因"),
        (lambda: workflow.looked_back(WAITING, look()), "销号或长期坚持之后才回头看"),
        (lambda: workflow.edit_measure(issue(DONE[0]), measure(1)), "请先改回未完成并写明原因"),
        (lambda: workflow.edit_measure(issue(*THREE).without_measure(1), measure(1)), "已作废，不能再改"),
    ],
)
def test_what_is_refused_says_why(deed, sentence):
    with pytest.raises(UserError, match=sentence):
        deed()


def test_an_edit_cannot_declare_a_measure_done():
    before = issue(*THREE, state=IssueState.WORKING)
    after = workflow.edit_measure(before, finished(1, owner="孙某"))
    assert after.measure(1) == measure(1, owner="孙某")
    added = workflow.add_measure(before, finished(9))
    assert added.measures[-1] == measure(4, what=finished(9).what)


def test_reopened_without_its_three_measures_it_has_to_be_planned_first():
    """Its unit's other measures, which it leaned on, are gone since it was closed."""
    alone = replace(CLOSED, measures=DONE[:1])
    assert workflow.reopen(alone, "反弹", [], campaign()).state is IssueState.PLANNING
    lending = issue(measure(2), measure(3), id="j")
    assert workflow.reopen(alone, "反弹", [lending], campaign()).state is IssueState.WORKING
