"""A sleep is seen by two clocks of one machine: one goes on meanwhile, the other stands still."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.exam_pulse import SHORTEST_MS, SILENT_MS, Pulse, asleep_ms
from app.services.system_clock import SystemClock
from tests.unit.fakes import FakeClock

TICK = 0.5


def seen(happens):
    """What a program that looks all the time sees of it."""
    clock = FakeClock()
    before = Pulse.of(clock)
    clock.sleep(TICK)
    happens(clock)
    return asleep_ms(before, Pulse.of(clock))


def test_a_machine_that_is_awake_does_not_sleep():
    assert seen(lambda clock: None) == 0


def test_the_machines_own_clocks_agree_while_it_is_awake():
    clock = SystemClock()
    before, now = Pulse.of(clock), Pulse.of(clock)
    assert before.awake_ms <= now.awake_ms and before.awake_ms <= before.boot_ms + 1
    assert asleep_ms(before, now) == 0


def test_a_sleep_of_four_minutes_is_one_of_four_minutes():
    assert seen(lambda clock: clock.suspend(240)) == 240_000


@pytest.mark.parametrize("seconds", [-86_400, -300, 300, 86_400])
def test_setting_the_wall_clock_is_no_sleep(seconds):
    assert seen(lambda clock: clock.jump(seconds)) == 0


def test_after_a_reboot_nothing_is_known():
    assert seen(lambda clock: clock.reboot(600)) == 0


def test_a_nap_is_not_worth_telling():
    assert seen(lambda clock: clock.suspend(SHORTEST_MS / 1000 - 1)) == 0
    assert seen(lambda clock: clock.suspend(SHORTEST_MS / 1000)) == SHORTEST_MS


def test_a_program_that_was_stopped_with_its_desktop_has_slept_although_the_machine_calls_itself_awake():
    assert seen(lambda clock: clock.sleep(SILENT_MS / 1000 - 1)) == 0
    assert seen(lambda clock: clock.sleep(SILENT_MS / 1000)) == SILENT_MS + TICK * 1000


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3600)), max_size=20))
def test_whatever_happens_no_more_sleep_is_told_than_there_was_nor_much_less(stretches):
    """``stretches``: asleep or awake, seconds; the program looks twice a second while the machine is awake."""
    clock = FakeClock()
    before, told, slept, naps = Pulse.of(clock), 0, 0, 0
    for asleep, seconds in stretches:
        if asleep:
            clock.suspend(seconds)
            slept, naps = slept + seconds * 1000, naps + 1
        clock.sleep(TICK)
        now = Pulse.of(clock)
        told, before = told + asleep_ms(before, now), now
    assert slept - naps * SHORTEST_MS <= told <= slept
