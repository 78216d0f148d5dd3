"""The twelve ways in which an exam's clock can be disturbed, under both policies."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.exam_clock import ExamClock, Mark
from app.domain.paper import BreakPolicy
from tests.unit.fakes import FakeClock

FREE, COUNTS = BreakPolicy.FREE, BreakPolicy.COUNTS
HOUR = 3_600_000
LIMIT = 2 * HOUR


def mark(clock):
    return Mark(clock.now(), clock.boot_id(), clock.boot_ms())


class Sitting:
    """A person who sits an exam at a pretended machine; the program writes the clock down every five seconds."""

    def __init__(self, policy):
        self.machine, self.policy = FakeClock(), policy
        self.clock = ExamClock.start(LIMIT, mark(self.machine))

    def work(self, seconds):
        for _ in range(int(seconds // 5)):
            self.machine.sleep(5)
            self.clock = self.clock.at(mark(self.machine))

    def pause(self):
        moment = mark(self.machine)
        self.clock = self.clock.at(moment) if self.policy is COUNTS else self.clock.paused(moment)

    def resume(self):
        self.clock = self.clock.resumed(mark(self.machine), self.policy)

    def spent(self):
        return self.clock.at(mark(self.machine)).spent_ms / 1000


def undisturbed(sitting):
    sitting.work(600)


def suspended(sitting):
    sitting.work(300)
    sitting.machine.suspend(1200)
    sitting.work(300)


def clock_set_back(sitting):
    sitting.work(300)
    sitting.machine.jump(-7200)
    sitting.work(300)


def clock_set_forward(sitting):
    sitting.work(300)
    sitting.machine.jump(7200)
    sitting.work(300)


def paused_for_ten_minutes(sitting):
    sitting.work(300)
    sitting.pause()
    sitting.machine.sleep(600)
    sitting.resume()
    sitting.work(300)


def killed_and_restarted(sitting):
    sitting.work(300)
    sitting.machine.sleep(60)  # dead, without a pause
    sitting.resume()
    sitting.work(300)


def power_cut_and_reboot(sitting):
    sitting.work(300)
    sitting.machine.reboot(600)
    sitting.resume()
    sitting.work(300)


def paused_over_a_reboot(sitting):
    sitting.work(300)
    sitting.pause()
    sitting.machine.reboot(600)
    sitting.resume()
    sitting.work(300)


def reboot_with_the_clock_set_back(sitting):
    sitting.work(300)
    sitting.machine.reboot(600)
    sitting.machine.jump(-7200)
    sitting.resume()
    sitting.work(300)


def reboot_with_the_clock_set_forward(sitting):
    sitting.work(300)
    sitting.machine.reboot(600)
    sitting.machine.jump(3600)
    sitting.resume()
    sitting.work(300)


def paused_and_the_clock_set_back(sitting):
    sitting.work(300)
    sitting.pause()
    sitting.machine.sleep(600)
    sitting.machine.jump(-7200)
    sitting.resume()
    sitting.work(300)


def paused_and_suspended(sitting):
    sitting.work(300)
    sitting.pause()
    sitting.machine.suspend(1200)
    sitting.resume()
    sitting.work(300)


# scenario, seconds used under 中断不计时, under 中断计时, jumps that are recorded (where they differ: under each)
SCENARIOS = [
    (undisturbed, 600, 600, 0),
    (suspended, 1800, 1800, 0),
    (clock_set_back, 600, 600, 1),
    (clock_set_forward, 600, 600, 1),
    (paused_for_ten_minutes, 600, 1200, 0),
    (killed_and_restarted, 600, 660, 0),
    (power_cut_and_reboot, 600, 1200, 0),
    (paused_over_a_reboot, 600, 1200, 0),
    (reboot_with_the_clock_set_back, 600, 600, 1),  # the time off cannot be known; the jump is on record
    (reboot_with_the_clock_set_forward, 600, 4800, (0, 1)),  # nor here; more than 15 minutes that count are on record
    (paused_and_the_clock_set_back, 600, 1200, 1),
    (paused_and_suspended, 600, 1800, 0),
]


@pytest.mark.parametrize("policy", [FREE, COUNTS], ids=["breaks-free", "breaks-count"])
@pytest.mark.parametrize(
    ("happens", "free", "counts", "jumps"), SCENARIOS, ids=lambda one: getattr(one, "__name__", "")
)
def test_the_clock_through(happens, free, counts, jumps, policy):
    sitting = Sitting(policy)
    happens(sitting)
    assert sitting.spent() == pytest.approx(free if policy is FREE else counts, abs=1)
    assert sitting.clock.jumps == (jumps if isinstance(jumps, int) else jumps[policy is COUNTS])


steps = st.lists(
    st.tuples(st.sampled_from(["sleep", "suspend", "jump", "reboot", "resume", "pause"]), st.integers(-9000, 9000)),
    max_size=12,
)


@given(steps, st.sampled_from([FREE, COUNTS]))
def test_whatever_happens_time_only_goes_forward_and_never_beyond_the_limit(steps, policy):
    sitting, before = Sitting(policy), 0
    for what, seconds in steps:
        match what:
            case "sleep" | "suspend" | "reboot":
                getattr(sitting.machine, what)(abs(seconds))
            case "jump":
                sitting.machine.jump(seconds)
            case "pause":
                sitting.pause()
            case _:
                sitting.resume()
        if what == "reboot":
            sitting.resume()
        sitting.clock = sitting.clock.at(mark(sitting.machine))
        assert before <= sitting.clock.spent_ms <= LIMIT
        assert sitting.clock.spent_ms + sitting.clock.left_ms(mark(sitting.machine)) == LIMIT
        before = sitting.clock.spent_ms


def test_how_long_the_time_has_been_used_up_is_told_where_it_ran_on():
    sitting = Sitting(COUNTS)
    sitting.work(LIMIT // 1000 - 10)
    sitting.machine.sleep(10)
    assert sitting.clock.over_ms(mark(sitting.machine)) == 0
    sitting.machine.suspend(90)
    sitting.machine.jump(-3600)
    assert sitting.clock.over_ms(mark(sitting.machine)) == 90_000
    assert sitting.clock.paused(mark(sitting.machine)).over_ms(mark(sitting.machine)) == 0


def test_the_deadline_is_told_by_the_wall_clock_of_the_last_reading():
    sitting = Sitting(COUNTS)
    sitting.work(600)
    assert sitting.clock.deadline() == sitting.machine.now() + timedelta(milliseconds=LIMIT - 600_000)
