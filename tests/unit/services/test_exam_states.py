"""Any mixture of answers, flags, pauses, kills, sleeps, second starts, clock jumps and reboots, against a model kept in
the test."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.errors import UserError
from app.domain.exam import ExamState
from app.domain.exam_incident import IncidentKind
from app.domain.paper import BreakPolicy
from tests.unit.fakes import FakeClock
from tests.unit.house import LETTERS, House, paper

LIMIT = 600_000
places = st.integers(1, 10)
seconds = st.integers(0, 200)


class ExamStates(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="exam-states-"))
        self.clock = FakeClock()
        self.house = House(self.folder / "data", self.clock)
        self.services = self.house.open()
        self.exam = None

    @precondition(lambda self: self.exam is None)
    @rule(policy=st.sampled_from(list(BreakPolicy)))
    def start(self, policy):
        self.exam = self.services.exams.start(paper(policy), "王某")
        self.policy, self.spent, self.away, self.paused = policy, 0, 0, False
        self.answers, self.flags, self.happened = {}, {}, []
        self.order = [(item.question.id, item.shown) for item in self.exam.items]

    def over(self):
        return self.spent >= LIMIT

    def pass_time(self, milliseconds):
        if self.exam is not None and not self.paused:
            self.spent += milliseconds

    @precondition(lambda self: self.exam is not None and not self.paused)
    @rule(place=places, answer=st.lists(st.sampled_from(LETTERS), max_size=3, unique=True))
    def answer(self, place, answer):
        if self.over():
            with pytest.raises(UserError, match="时间已到"):
                self.services.exams.answer(self.exam, place, tuple(answer))
        else:
            self.exam = self.services.exams.answer(self.exam, place, tuple(answer))
            self.answers[place] = tuple(answer)

    @precondition(lambda self: self.exam is not None and not self.paused and not self.over())
    @rule(place=places, flagged=st.booleans())
    def flag(self, place, flagged):
        self.exam = self.services.exams.flag(self.exam, place, flagged)
        self.flags[place] = flagged

    @rule(seconds=seconds)
    def work(self, seconds):
        self.clock.sleep(seconds)
        self.pass_time(seconds * 1000)

    @precondition(lambda self: self.exam is not None and not self.paused)
    @rule(seconds=seconds)
    def the_machine_sleeps(self, seconds):
        """It costs its time, whatever is recorded of it."""
        self.clock.suspend(seconds)
        self.pass_time(seconds * 1000)
        self.services.exams.incidents.slept(self.exam, seconds * 1000)
        self.happened.append((IncidentKind.SLEPT, seconds * 1000))

    @precondition(lambda self: self.exam is not None)
    @rule(kind=st.sampled_from((IncidentKind.STARTED_AGAIN, IncidentKind.LOOKED_UP)))
    def something_happens_around_it(self, kind):
        incidents = self.services.exams.incidents
        note = {IncidentKind.STARTED_AGAIN: incidents.started_again, IncidentKind.LOOKED_UP: incidents.looked_up}[kind]
        note(self.exam)
        self.happened.append((kind, 0))

    @rule(seconds=st.integers(-5000, 5000))
    def wall_clock_is_set(self, seconds):
        self.clock.jump(seconds)

    @precondition(lambda self: self.exam is not None and not self.paused)
    @rule(place=places)
    def beat(self, place):
        self.exam = self.services.exams.beat(self.exam, place)

    @precondition(lambda self: self.exam is not None and not self.paused)
    @rule(seconds=seconds)
    def pause_and_resume(self, seconds):
        self.exam = self.services.exams.pause(self.exam)
        self.clock.sleep(seconds)
        if self.policy is BreakPolicy.COUNTS:
            self.spent += seconds * 1000
        self.exam = self.services.exams.resume(self.exam)

    @rule(seconds=seconds, reboots=st.booleans())
    def kill(self, seconds, reboots):
        """The clock was written a moment before, as a page does every few seconds."""
        if self.exam is not None:
            self.exam = self.services.exams.beat(self.exam, 1)
        self.services.close()
        self.clock.reboot(seconds) if reboots else self.clock.sleep(seconds)
        self.services = self.house.open()
        if self.exam is None:
            return
        if self.policy is BreakPolicy.COUNTS:
            self.spent += seconds * 1000
        waiting = self.services.exams.unfinished()
        if self.over():
            assert waiting is None
            self.check_finished(self.services.exams.result(self.exam.id))
        else:
            self.exam = self.services.exams.resume(waiting)

    @precondition(lambda self: self.exam is not None)
    @rule()
    def submit(self):
        self.check_finished(self.services.exams.submit(self.exam))

    def check_finished(self, done):
        assert done.state is ExamState.FINISHED
        self.check_items(done)
        assert done.total == sum(item.points(done.paper) for item in done.items)
        assert self.services.exams.result(done.id) == done
        found = self.services.exams.incidents.of(done.id)
        assert [(one.kind, one.asleep_ms) for one in found] == self.happened
        self.exam = None

    def check_items(self, exam):
        assert [(item.question.id, item.shown) for item in exam.items] == self.order
        assert {item.place: item.answer for item in exam.items if item.answer} == {
            place: answer for place, answer in self.answers.items() if answer
        }
        assert {item.place for item in exam.items if item.flagged} == {
            place for place, flagged in self.flags.items() if flagged
        }

    @invariant()
    def disk_and_memory_agree(self):
        if self.exam is not None:
            self.check_items(self.exam)
            self.check_items(self.services.exams.reload(self.exam))
            assert self.services.exams.left_ms(self.exam) == max(LIMIT - self.spent, 0)

    def teardown(self):
        assert self.services.records.untouched()
        self.services.close()
        shutil.rmtree(self.folder)


TestExamStates = ExamStates.TestCase
TestExamStates.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
