"""The trail of signatures: when they may have been given, and what may still come after closing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.ledger import gates, workflow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from tests.unit.ledgers import BY_ISSUE, DAY, finished, issue, signature

STEPS = BY_ISSUE.steps
LATER = DAY + timedelta(days=400)


def done(office, on=None):
    issue_id = office.started()
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (office.prove(issue_id, str(number)),), on)
    office.issues.report_done(issue_id)
    return issue_id


def closed(office, scan=""):
    issue_id = done(office)
    for step in office.ledger.campaign(office.campaign).steps:
        office.issues.approve(issue_id, signature(step, office.ledger.today()))
    return issue_id


@given(
    dones=st.lists(st.integers(0, 300), min_size=3, max_size=3),
    void=st.integers(0, 300),
    reopened=st.none() | st.integers(0, 300),
    signed=st.integers(0, 300),
    names=st.permutations(STEPS),
)
def test_the_first_step_is_signed_neither_before_the_last_measure_nor_before_the_last_reopening(
    dones, void, reopened, signed, names
):
    """Whatever the steps are called and in whatever order; a measure that is void holds nothing up."""
    day = lambda days: DAY + timedelta(days=days)  # noqa: E731
    measures = [finished(at, done_on=day(days)) for at, days in enumerate(dones, 1)]
    void_one = workflow.void_measure(issue(*measures, finished(4, done_on=day(void))), 4, "重复", [], BY_ISSUE)
    waiting = replace(void_one, state=IssueState.DONE, reopened_on=None if reopened is None else day(reopened))
    renamed = replace(BY_ISSUE, steps=tuple(names))
    approval = signature(names[0], day(signed), minutes_number="1号")
    least = max(*dones, reopened or 0)
    refused = gates.may_approve(waiting, renamed, approval, LATER)
    assert bool(refused) == (signed < least)
    if refused:
        assert f"的日期（{day(least):%Y-%m-%d}）。请核对日期。" in refused


def test_what_was_done_earlier_is_registered_with_its_day_and_signed_from_then_on(office):
    today = office.ledger.today()
    issue_id = done(office, today - timedelta(days=10))
    first = office.ledger.campaign(office.campaign).steps[0]
    with pytest.raises(UserError, match="早于措施1完成的日期"):
        office.issues.approve(issue_id, signature(first, today - timedelta(days=11)))
    office.issues.approve(issue_id, signature(first, today - timedelta(days=10)))


def test_nothing_is_done_on_a_day_to_come(office):
    with pytest.raises(UserError, match=r"完成的日期 .* 还没有到"):
        done(office, office.ledger.today() + timedelta(days=1))


def test_after_a_reopening_the_trail_begins_on_that_day_at_the_earliest(office):
    issue_id = closed(office)
    before = office.ledger.today()
    office.clock.sleep(30 * 86_400)
    office.issues.reopen(issue_id, "10月抽查又发现2份代签")
    office.issues.report_done(issue_id)
    first = office.ledger.campaign(office.campaign).steps[0]
    reopened = office.ledger.today()
    with pytest.raises(UserError, match=f"早于重新打开的日期（{reopened:%Y-%m-%d}）"):
        office.issues.approve(issue_id, signature(first, before + timedelta(days=1)))
    office.issues.approve(issue_id, signature(first, reopened))


def test_what_others_say_after_closing_is_kept_and_changes_nothing_else(office):
    issue_id = closed(office)
    before, today = office.issues.get(issue_id), office.ledger.today()
    office.issues.note_opinion(issue_id, OversightOpinion("派驻第三纪检监察组", today, "建议按季抽查"))
    office.issues.oversee(issue_id, OversightAct(OversightKind.SUPERVISED, today))
    after = office.issues.get(issue_id)
    assert [one.text for one in after.opinions] == ["建议按季抽查"] and len(after.acts) == 1
    assert replace(after, opinions=(), acts=(), version=before.version) == before
    assert [one.words for one in office.issues.history(issue_id)[:2]][1] == "登记监督意见：派驻第三纪检监察组"


def test_of_a_void_one_nothing_more_is_kept(office):
    issue_id = office.add()
    office.issues.void(issue_id, "重复")
    with pytest.raises(UserError, match="已作废，不能再登记"):
        office.issues.oversee(issue_id, OversightAct(OversightKind.SUPERVISED, office.ledger.today()))


@pytest.mark.parametrize("closing", [False, True])
def test_a_scan_comes_later_also_after_closing_and_the_history_says_so(office, closing):
    step = office.ledger.campaign(office.campaign).steps[0]
    issue_id = closed(office) if closing else done(office)
    if not closing:
        office.issues.approve(issue_id, signature(step, office.ledger.today()))
    before = office.issues.get(issue_id)
    office.issues.add_scan(issue_id, step, office.file("审签表.png", b"\x89PNG scan"))
    after = office.issues.get(issue_id)
    assert office.evidence.get(after.approvals[0].scan).name == "审签表.png"
    assert replace(after.approvals[0], scan="") == before.approvals[0]
    assert (after.state, after.closed_on, after.approvals[1:]) == (before.state, before.closed_on, before.approvals[1:])
    assert office.issues.history(issue_id)[0].words == f"补登审签扫描件：{step}"
    with pytest.raises(UserError, match="已有扫描件"):
        office.issues.add_scan(issue_id, step, office.file("另一份.png", b"2"))
    with pytest.raises(UserError, match="还没有登记审签"):
        office.issues.add_scan(issue_id, "没有这一步", office.file("另一份.png", b"2"))
    assert [one.evidence.name for one in office.evidence.of(issue_id)][-1] == "审签表.png"


def test_a_sheet_that_is_there_already_is_taken_as_it_is(office):
    issue_id = closed(office)
    steps = office.ledger.campaign(office.campaign).steps
    for step in steps[:2]:
        office.issues.add_scan(issue_id, step, office.file(f"{step}.png", b"\x89PNG both on one sheet"))
    scans = [one.scan for one in office.issues.get(issue_id).approvals]
    assert scans[0] == scans[1] != "" and scans[2:] == [""] * 3
    with pytest.raises(UserError, match="不能再增减佐证"):
        office.evidence.add(issue_id, office.file("别的.png", b"3"))
