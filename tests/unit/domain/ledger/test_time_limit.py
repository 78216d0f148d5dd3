"""长期坚持 has no deadline that could be missed: it is looked back on, and says when that is due."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.ledger.due_entry import when_words
from app.domain.ledger.issue_check import check_measure
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.measure import MeasureKind, MeasureState
from app.domain.ledger.time_limit import (
    issue_limit,
    lasting_words,
    lasts,
    look_back_due_words,
    measure_limit,
    waiting_for,
)
from tests.unit.ledgers import DAY, finished, issue, measure

BACK = date(2026, 12, 1)
LASTING = measure(2, kind=MeasureKind.LASTING, deadline=None, look_back=BACK)
LOOK = LookBack(3, BACK, "许言", "抽查20户，双签20户", Relapse.NONE, "走访12户，无人反映")
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def held(*measures, **changes):
    """Settled on ``DAY``."""
    values = {"state": IssueState.LASTING} | changes
    return issue(*(measures or (replace(LASTING, state=MeasureState.HELD, done_on=DAY),)), **values)


def at_work(*measures):
    return issue(*(measures or (LASTING,)), state=IssueState.WORKING)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 30), "长期坚持，回头看 2026-12-01"),
        (BACK, "长期坚持，回头看 2026-12-01（已到期）"),
        (date(2027, 3, 1), "长期坚持，回头看 2026-12-01（已到期）"),
    ],
)
def test_a_lasting_measure_says_when_it_is_looked_back_on(today, words):
    assert measure_limit(at_work(), LASTING, today) == words
    assert issue_limit(at_work(), today) == words


def test_where_nobody_said_when_that_is_told():
    assert measure_limit(at_work(), replace(LASTING, look_back=None), DAY) == "长期坚持，未定回头看日期"
    assert lasting_words("12-01") == "长期坚持，回头看 12-01"


def test_other_measures_have_their_day_or_nothing():
    assert measure_limit(at_work(), measure(), DAY) == date(2026, 6, 30)
    assert measure_limit(at_work(), measure(deadline=None), DAY) == ""
    assert issue_limit(issue(measure(), measure(2, deadline=date(2026, 5, 1))), DAY) == date(2026, 6, 30)
    assert issue_limit(issue(), DAY) == ""


def test_an_issue_with_both_says_both():
    assert issue_limit(at_work(measure(), LASTING), DAY) == "2026-06-30\n长期坚持，回头看 2026-12-01"


@given(days, days)
def test_what_lasts_is_never_late_whatever_deadline_was_written_before(today, deadline):
    one = at_work(replace(LASTING, deadline=deadline), finished(1))
    row = IssueRow.of(one, 1)
    assert one.overdue_by(today) == row.overdue_by(today) == one.measure(2).overdue_by(today) == 0
    assert one.deadline() == row.deadline == date(2026, 6, 30)
    assert row.next_deadline is None and "逾期" not in str(issue_limit(one, today))


@given(days)
def test_a_look_back_is_due_from_its_day_on_and_never_late(today):
    told = look_back_due_words(BACK, today)
    assert bool(told) == (today >= BACK) and "逾期" not in told
    if today > BACK:
        assert told == f"回头看已到期 {(today - BACK).days} 天"


def test_reminders_of_look_backs_say_so_too():
    assert [when_words(left, "已到期") for left in (3, 0, -6)] == ["还有 3 天", "今天到期", "已到期 6 天"]
    assert when_words(-6) == "逾期 6 天"


def test_a_list_goes_by_the_next_deadline_then_by_the_look_back():
    both = IssueRow.of(at_work(measure(), LASTING), 1)
    assert (waiting_for(both), lasts(both)) == (date(2026, 6, 30), False)
    alone = IssueRow.of(at_work(finished(1), LASTING), 1)
    assert (waiting_for(alone), lasts(alone)) == (BACK, True)
    closed = IssueRow.of(issue(finished(1), state=IssueState.CLOSED, closed_on=DAY), 1)
    assert (waiting_for(closed), lasts(closed)) == (date(2026, 6, 30), False)


def test_it_is_looked_at_once_it_was_reached_after_that_day_or_somebody_looked():
    reached = replace(LASTING, state=MeasureState.HELD, done_on=BACK)
    early = replace(reached, done_on=BACK - timedelta(1))
    assert at_work(reached).next_look_back() is None
    assert at_work(early).next_look_back() == BACK
    one = held(early, look_backs=(LOOK,))
    assert one.awaited_look_back(early) is None
    assert held(early, look_backs=(replace(LOOK, on=BACK - timedelta(1)),)).awaited_look_back(early) == BACK


def test_the_day_that_a_measure_names_brings_the_first_look_back_forward():
    assert held().look_backs_to_come() == ((3, date(2026, 6, 2)), (6, date(2026, 9, 2)), (12, date(2027, 3, 2)))
    soon = replace(LASTING, look_back=date(2026, 4, 1), state=MeasureState.HELD, done_on=DAY)
    assert held(soon).look_backs_to_come()[0] == (3, date(2026, 4, 1))
    assert held(soon).next_look_back() == date(2026, 4, 1)


def closed(*measures, **changes):
    """On ``DAY``."""
    return issue(*measures, **({"state": IssueState.CLOSED, "closed_on": DAY} | changes))


def test_any_measure_may_name_its_day_and_brings_the_first_look_back_forward():
    own = date(2026, 4, 10)
    one = closed(finished(1, look_back=own), finished(2))
    assert one.look_backs_to_come() == ((3, own), (6, date(2026, 9, 2)), (12, date(2027, 3, 2)))
    assert one.next_look_back() is None and IssueRow.of(one, 1).look_back is None  # lists of open work do not wait
    looked = replace(LOOK, on=own)
    assert replace(one, look_backs=(looked,)).look_backs_to_come()[0] == (6, date(2026, 9, 2))
    assert replace(one, look_backs=(replace(looked, void_reason="看错了"),)).look_backs_to_come()[0] == (3, own)


def test_before_an_issue_is_settled_such_a_day_waits_for_nothing_and_one_that_is_over_asks_for_nothing():
    own = date(2026, 4, 10)
    assert at_work(measure(1, look_back=own)).next_look_back() is None
    assert issue(finished(1, look_back=own), state=IssueState.VOID).look_backs_to_come() == ()
    late = closed(finished(1, look_back=own), closed_on=date(2026, 5, 1))
    assert late.look_backs_to_come()[0] == (3, date(2026, 8, 1))
    assert closed(finished(1, look_back=own, state=MeasureState.VOID)).look_backs_to_come()[0][1] == date(2026, 6, 2)


def test_it_is_not_before_the_deadline():
    check_measure(measure(1, look_back=date(2026, 6, 30)), DAY)
    check_measure(replace(LASTING, deadline=date(2027, 1, 1)), DAY)  # that has none it could be before
    with pytest.raises(UserError, match="2026-06-29 早于完成时限 2026-06-30"):
        check_measure(measure(1, look_back=date(2026, 6, 29)), DAY)


@given(st.lists(st.tuples(st.sampled_from((3, 6, 12)), st.integers(1, 500)), max_size=5))
def test_what_was_looked_at_does_not_come_again(looked):
    looks = tuple(replace(LOOK, months=months, on=DAY + timedelta(after)) for months, after in sorted(looked))
    to_come = held(look_backs=looks).look_backs_to_come()
    written = all(look.on < BACK for look in looks)
    left = [months for months in (3, 6, 12) if months not in {look.months for look in looks}]
    assert [months for months, _ in to_come] == (left or [12] * written)
    assert [day for _, day in to_come] == sorted(day for _, day in to_come)


@pytest.mark.parametrize("state", [IssueState.CLOSED, IssueState.VOID])
def test_what_is_over_waits_for_nothing(state):
    one = issue(LASTING, state=state, closed_on=DAY if state is IssueState.CLOSED else None)
    assert one.next_look_back() is None and IssueRow.of(one, 1).look_back is None
    assert measure_limit(one, LASTING, date(2027, 3, 1)) == "长期坚持，回头看 2026-12-01"
