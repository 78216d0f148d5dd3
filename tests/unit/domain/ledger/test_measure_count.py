"""Three concrete measures: what is concrete, what is alike, and whose count."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.campaign import LEAST_MEASURES
from app.domain.ledger.gates import count_of, enough_measures, left_with_too_few, may_lessen
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import MeasureKind, MeasureState
from app.domain.ledger.measure_count import counted, why_not_concrete
from tests.unit.ledgers import BY_ISSUE, WHATS, campaign, issue, measure, text

EMPTY = "还缺：写清具体做什么（套话不计，请写对什么事、怎么做、多久一次或多少）"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, ""),
        ({"what": "加强管理"}, "还缺：写清具体做什么"),
        ({"what": "切实提高思想认识"}, EMPTY),
        ({"what": "狠抓落实压实责任"}, EMPTY),
        ({"what": "进一步加强作风建设"}, EMPTY),
        ({"what": "建立回避登记制度"}, ""),
        ({"owner": "股长"}, ""),
        ({"owner": "各股室负责人"}, ""),
        ({"owner": " "}, "还缺：责任人"),
        ({"owner": "待定"}, "还缺：责任人"),
        ({"owner": "全体干部"}, "还缺：责任人（写姓名或职务，不写“全体”）"),
        ({"proof": "会议记录"}, ""),
        ({"proof": "照片"}, ""),
        ({"proof": "无。"}, "还缺：佐证（写做完后凭什么看得出来，如“会议记录”）"),
        ({"proof": "/"}, "还缺：佐证（写做完后凭什么看得出来，如“会议记录”）"),
        ({"deadline": None}, "还缺：完成时限"),
        ({"proof": ""}, "还缺：佐证"),
        ({"owner": "", "proof": ""}, "还缺：责任人、佐证"),
        ({"kind": MeasureKind.LASTING, "deadline": None}, "还缺：回头看日期"),
        ({"kind": MeasureKind.LASTING, "deadline": None, "look_back": date(2026, 12, 1)}, ""),
    ],
)
def test_a_measure_says_what_it_lacks(changes, why):
    assert why_not_concrete(measure(**changes)) == why


def test_of_two_alike_only_the_first_counts_and_the_second_says_so():
    found = counted([measure(1), measure(2, what=measure(1).what + "。"), measure(3)])
    assert found.count == 2
    assert found.wanting == ((1, "与第 1 条几乎相同，只算一条"),)


def test_a_void_one_counts_nowhere_and_makes_no_other_one_a_twin():
    void = replace(measure(1), state=MeasureState.VOID)
    assert counted([void, measure(2, what=void.what)]).count == 1


measures = st.lists(
    st.builds(
        lambda which, owner, void: measure(which, owner=owner, state=MeasureState.VOID if void else MeasureState.OPEN),
        st.integers(1, len(WHATS)),
        st.sampled_from(["张某", ""]),
        st.booleans(),
    ),
    max_size=9,
)


@given(measures)
def test_never_more_count_than_different_valid_owned_ones(found):
    distinct = {one.what for one in found if one.state is not MeasureState.VOID and one.owner}
    assert counted(found).count == len(distinct)
    assert counted(found, LEAST_MEASURES).count == min(len(distinct), LEAST_MEASURES)


def test_by_unit_the_measures_of_its_other_issues_count_too():
    own = issue(measure(1))
    other = issue(measure(2), measure(3), id="j")
    assert enough_measures(own, [own, other], campaign()) == ""
    assert "还差 2 条" in enough_measures(own, [own, other], BY_ISSUE)


@pytest.mark.parametrize("state", [IssueState.DRAFT, IssueState.VOID])
def test_drafts_and_void_issues_lend_none(state):
    own = issue(measure(1))
    assert "本责任单位的具体措施有 1 条，还差 2 条" in enough_measures(
        own, [issue(measure(2), measure(3), id="j", state=state)], campaign()
    )


def test_another_units_lend_none():
    other = issue(measure(2), measure(3), id="j", text=text("u2"))
    assert count_of(issue(measure(1)), [other], campaign()).count == 1


def test_an_issue_without_a_measure_of_its_own_cannot_lean_on_others():
    other = issue(measure(1), measure(2), measure(3), id="j")
    assert "这个问题还没有具体措施" in enough_measures(issue(), [other], campaign())


def test_what_would_take_the_ground_from_another_issue_at_work_is_named():
    leaning = issue(measure(1), state=IssueState.WORKING, id="leaning")
    lending = issue(measure(2), measure(3), id="lending")
    after = lending.without_measure(3)
    assert may_lessen(lending, after)
    assert left_with_too_few(lending, after, [leaning, lending], campaign()) == ["leaning"]
    assert left_with_too_few(lending, after, [leaning, lending], BY_ISSUE) == []


def test_one_more_measure_lessens_nothing():
    before = issue(measure(1))
    assert not may_lessen(before, issue(measure(1), measure(2)))


def test_moving_an_issue_to_another_unit_is_looked_at():
    before = issue(measure(1), measure(2), measure(3))
    assert may_lessen(before, replace(before, text=text("u2")))
