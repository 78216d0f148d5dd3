"""How long it has taken, what it should have taken, and what a discussion has left."""

import pytest

from app.domain.countdown import LONGEST_S, Countdown
from app.domain.exam_clock import Mark
from app.domain.pace import LONGEST_GAP_MS, SLACK_S, Pace, PaceState
from tests.unit.decks import deck
from tests.unit.fakes import FakeClock

DECK = deck()  # 60 + 120 + 60 + 30 + 120 + 60 seconds
IDS = [page.id for page in DECK.pages]


@pytest.fixture
def clock():
    return FakeClock()


def mark(clock):
    return Mark(clock.now(), clock.boot_id(), clock.boot_ms())


def begun(clock):
    return Pace().on(IDS[0], mark(clock))


def test_the_clock_starts_when_page_one_is_left(clock):
    pace = begun(clock)
    clock.sleep(600)
    assert pace.reading(DECK, mark(clock)).elapsed == 0
    pace = pace.on(IDS[1], mark(clock))
    clock.sleep(30)
    reading = pace.reading(DECK, mark(clock))
    assert (reading.elapsed, reading.page_spent, reading.page_planned) == (30, 30, 120)
    assert (reading.planned, reading.due) == (450, 180)


def test_time_counts_for_the_page_that_is_on_also_when_one_comes_back_to_it(clock):
    pace = begun(clock).on(IDS[1], mark(clock))
    for page, seconds in ((IDS[2], 10), (IDS[1], 20), (IDS[0], 30), (IDS[1], 5)):
        clock.sleep(seconds)
        pace = pace.on(page, mark(clock))
    assert dict(pace.spent) == {IDS[0]: 5_000, IDS[1]: 40_000, IDS[2]: 20_000}
    assert pace.seen == (IDS[0], IDS[1], IDS[2])


def test_behind_the_plan_is_slow_and_beyond_the_plan_is_over(clock):
    pace = begun(clock).on(IDS[1], mark(clock))
    clock.sleep(180 + SLACK_S)
    assert pace.reading(DECK, mark(clock)).state is PaceState.ON_TIME
    clock.sleep(1)
    reading = pace.reading(DECK, mark(clock))
    assert (reading.state, reading.page_over, reading.over) == (PaceState.SLOW, 121, 0)
    pace = pace.on(IDS[5], mark(clock))
    assert pace.reading(DECK, mark(clock)).state is PaceState.ON_TIME
    clock.sleep(450)
    reading = pace.reading(DECK, mark(clock))
    assert (reading.state, reading.over) == (PaceState.OVER, 241)


def test_a_break_does_not_count_and_may_be_called_on_any_page(clock):
    pace = begun(clock).on(IDS[1], mark(clock))
    clock.sleep(10)
    pace = pace.paused(mark(clock))
    clock.sleep(900)
    pace = pace.on(IDS[2], mark(clock)).resumed(mark(clock))
    clock.sleep(5)
    assert pace.reading(DECK, mark(clock)).elapsed == 15


def test_a_crash_costs_the_room_its_time_but_an_interruption_does_not_count(clock):
    pace = begun(clock).on(IDS[1], mark(clock))
    clock.sleep(60)
    assert pace.resumed(mark(clock)).reading(DECK, mark(clock)).elapsed == 60
    clock.reboot(120)
    assert pace.resumed(mark(clock)).reading(DECK, mark(clock)).elapsed == 180
    clock.reboot(LONGEST_GAP_MS / 1000)
    later = pace.resumed(mark(clock))
    assert later.reading(DECK, mark(clock)).elapsed == 0
    clock.sleep(7)
    assert later.reading(DECK, mark(clock)).elapsed == 7


def test_resuming_before_page_one_was_left_starts_nothing(clock):
    clock.sleep(30)
    assert begun(clock).resumed(mark(clock)) == begun(clock)


def test_setting_the_wall_clock_changes_nothing(clock):
    pace = begun(clock).on(IDS[1], mark(clock))
    clock.sleep(10)
    clock.jump(-7200)
    assert pace.reading(DECK, mark(clock)).elapsed == 10


def test_a_discussion_runs_out_and_goes_on_counting(clock):
    timer = Countdown.start(180, mark(clock))
    assert timer.left(mark(clock)) == 180
    clock.sleep(0.2)
    assert timer.left(mark(clock)) == 180
    clock.sleep(179.8)
    assert timer.left(mark(clock)) == 0
    clock.sleep(25)
    assert timer.left(mark(clock)) == -25
    clock.reboot(60)
    assert timer.left(mark(clock)) == -85


def test_a_discussion_has_at_least_a_second_and_at_most_three_hours(clock):
    assert Countdown.start(-5, mark(clock)).seconds == 1
    assert Countdown.start(10**9, mark(clock)).seconds == LONGEST_S
