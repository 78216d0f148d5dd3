"""An exam that was cut off, and whose time ran out while the machine was off: marked from all the saved answers,
finished at its deadline and not when somebody came back."""

import json
import random
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.exam import ExamState, FinishReason
from app.domain.paper import BreakPolicy
from app.services.system_clock import SystemClock
from tests.crash.rig import Rig
from tests.unit.fakes import MORNING, FakeClock
from tests.unit.house import LETTERS, House, paper

MINUTES = 10
LIMIT = timedelta(minutes=MINUTES)


class LaterClock(SystemClock):
    """This machine's clock so much later, after another boot or the same one."""

    def __init__(self, later: timedelta, booted: bool) -> None:
        self._later, self._booted = later, booted

    def now(self) -> datetime:
        return super().now() + self._later

    def boot_ms(self) -> int:
        return 20_000 if self._booted else super().boot_ms() + round(self._later.total_seconds() * 1000)

    def boot_id(self) -> str:
        return "another boot" if self._booted else super().boot_id()


def check_overdue(services, exam_id, answers, deadline, tolerance):
    """``answers`` by place, as they were saved; ``deadline`` by the clock on the wall."""
    assert services.exams.overdue == exam_id
    assert services.exams.unfinished() is None
    done = services.exams.result(exam_id)
    assert done.state is ExamState.FINISHED
    assert done.finish_reason == FinishReason.OVERDUE
    assert abs(datetime.fromisoformat(done.finished_at) - deadline) <= tolerance
    assert {item.place: item.answer for item in done.items if item.answer} == answers
    assert services.exams.history()[0][4] == done.total == sum(item.points(done.paper) for item in done.items)
    assert done.clock.spent_ms == done.clock.limit_ms
    assert services.records.untouched()
    return done


answers_given = st.lists(
    st.tuples(st.integers(1, 10), st.sampled_from(LETTERS), st.integers(0, 55)), min_size=1, max_size=10
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers_given, st.integers(0, 4), st.integers(1, 5000), st.booleans())
def test_cut_off_and_found_after_the_deadline(tmp_path, given, unseen, late, reboots):
    """``given``: place, answer, seconds before it; the clock was last written ``unseen`` seconds before the cut."""
    shutil.rmtree(tmp_path / "sitting", ignore_errors=True)
    house = House(tmp_path / "sitting" / "data", FakeClock())
    services = house.open()
    exam = services.exams.start(paper(BreakPolicy.COUNTS, MINUTES), "考生")
    expected = {}
    for place, letter, seconds in given:
        house.clock.sleep(seconds)
        exam = services.exams.answer(exam, place, (letter,))
        expected[place] = (letter,)
    house.clock.sleep(unseen)
    left = tmp_path / "sitting" / "left"
    shutil.copytree(house.paths.data, left)  # what a power cut or a kill leaves: it was never closed
    services.close()
    away = (MORNING + LIMIT - house.clock.now()).total_seconds() + late
    house.clock.reboot(away) if reboots else house.clock.sleep(away)
    found = House(left, house.clock).open()
    done = check_overdue(found, exam.id, expected, MORNING + LIMIT, timedelta(0))
    assert done.clock.jumps == int(reboots and away + unseen > 15 * 60)
    found.close()


def test_where_a_break_is_free_the_time_does_not_run_out_while_nobody_is_there(tmp_path):
    house = House(tmp_path / "data", FakeClock())
    services = house.open()
    exam = services.exams.answer(services.exams.start(paper(BreakPolicy.FREE, MINUTES), "考生"), 1, ("B",))
    services.close()
    house.clock.reboot(86_400)
    services = house.open()
    assert (services.exams.overdue, services.exams.unfinished().id) == ("", exam.id)
    services.close()


def killed_and_overdue(tmp_path, kills, seed):
    """Kills the program in the middle of an exam; then somebody comes after the deadline. Returns the scores."""
    rig, chance, scores = Rig(tmp_path, seed, "exam", "counts"), random.Random(seed), []
    while len(scores) < kills:
        rig.move_house()
        rig.kill_unseen(chance.choice(["answer", "flag"]))
        assert rig.tally.faults == []
        (profile,) = rig.data.glob("profiles/*/profile.db")
        if (unfinished := exam_on_disk(profile, tmp_path / "look")) is None:
            continue  # it was too late: handed in, and the next one not begun
        exam_id, started, saved = unfinished
        told = {fact[2]: tuple(fact[3]) for fact in rig.told if fact[:2] == ["ExamAnswered", exam_id]}
        untold = {place for place, answer in saved.items() if told.get(place) != answer}
        assert told.keys() <= saved.keys() and len(untold) <= 1
        later = LIMIT + timedelta(seconds=chance.uniform(1, 200_000))
        services = House(rig.data, LaterClock(later, booted=len(scores) % 3 == 0)).open()
        done = check_overdue(services, exam_id, saved, started + LIMIT, timedelta(seconds=1.1))
        scores.append(done.total)
        services.close()
    return scores


def exam_on_disk(profile, folder):
    """(id, when it started, answers by place) of the unfinished one or None; from a copy, without the program."""
    shutil.copytree(profile.parent, folder)
    connection = sqlite3.connect(folder / profile.name)
    try:
        row = connection.execute("SELECT id FROM exam WHERE state = 'running'").fetchone()
        if row is None:
            return None
        exam_id = row[0]
        begun = "SELECT utc FROM event WHERE kind = 'exam.started' AND object = ?"
        (started,) = connection.execute(begun, (exam_id,)).fetchone()
        rows = connection.execute(
            "SELECT payload ->> 'place', json(payload -> 'answer') FROM event"
            " WHERE kind = 'exam.answered' AND object = ? ORDER BY seq",
            (exam_id,),
        )
        answers = {place: tuple(json.loads(answer)) for place, answer in rows}
        return exam_id, datetime.fromisoformat(started).astimezone(UTC), answers
    finally:
        connection.close()
        shutil.rmtree(folder)


def test_killed_and_overdue_twice(tmp_path):
    assert len(killed_and_overdue(tmp_path, 2, seed=3)) == 2


@pytest.mark.crash
def test_killed_at_random_moments_and_overdue(tmp_path):
    scores = killed_and_overdue(tmp_path, 24, seed=4)
    assert len(scores) == 24
    assert len(set(scores)) > 1
