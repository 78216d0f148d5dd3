"""SIGKILL while an organiser marks: what was saved is there, in its order, and the 成绩册 adds it up."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.domain.marking import marked_score
from tests.unit.exam_hall import QUESTIONS, closed, hall_of
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.sat_by_many import answer_of
from tests.unit.seated import PEOPLE

ROOT = Path(__file__).parents[2]
FEW, MANY = 4, 100


@pytest.fixture
def collected(tmp_path):
    """The organiser's data folder and the exam's id: three papers with a 简答 each, nobody has marked."""
    hall = hall_of(PEOPLE, tmp_path)
    for person in PEOPLE:
        hall.sit(person.key, lambda place, one: ("先核对",) if one.points else answer_of(99, place, one, ""))
    hall.collect()
    closed(hall)
    return tmp_path / "organiser" / "data", hall.exam.id


def killed(data: Path, exam_id: str, dice: random.Random) -> tuple[list[list], bool]:
    """(what was acknowledged, whether another marking had been begun) of one life."""
    command = [sys.executable, "-m", "tests.crash.marker", str(data), exam_id, str(dice.randrange(10**9))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as marker:
        assert marker.stdout is not None
        said = [marker.stdout.readline() for _ in range(dice.randrange(1, 30))]
        time.sleep(dice.uniform(0, 0.02))
        marker.kill()
        said += marker.stdout.read().splitlines(keepends=True)
    lines = [line for line in said if line.endswith(b"\n")]
    acknowledged = [json.loads(line[2:]) for line in lines if line.startswith(b"A")]
    return acknowledged, bool(lines) and lines[-1].startswith(b"T")


def look(data: Path, exam_id: str) -> tuple[list[list], dict[str, float]]:
    """Every marking in the order of the log, and the scores of the 成绩册; the log is whole."""
    clock = FakeClock()
    clock.sleep(30 * 24 * 3600)
    services = House(data, clock).open()
    assert services.trouble == "" and services._unit_journal.broken() == []
    events = services._unit_journal.events("unit_exam.short_marked", exam_id)
    found = [[said["sitting"], said["place"], said["ticks"]] for *_, said in events]
    standings = services.unit_exams.standings(exam_id)
    scores = {one.counted.sitting: one.counted.score for one in standings if one.counted}
    services.close()
    return found, scores


def play(collected, rounds: int) -> str:
    data, exam_id = collected
    dice, told, extra = random.Random(7), list[list](), 0
    for _ in range(rounds):
        acknowledged, begun = killed(data, exam_id, dice)
        found, scores = look(data, exam_id)
        assert found[: len(told) + len(acknowledged)] == [*told, *acknowledged]
        more = len(found) - len(told) - len(acknowledged)
        assert more <= begun  # one may be on disk and not told yet
        told, extra = found, extra + more
        last = {sitting: ticks for sitting, _, ticks in told}
        rest = 10 * (len(QUESTIONS) - 1)
        assert scores == {sitting: rest + marked_score(QUESTIONS[-1], last.get(sitting, ()), 10) for sitting in scores}
    return f"{rounds} kills, {len(told)} markings, 0 lost, {extra} on disk and not yet told"


def test_what_was_marked_before_the_kill_is_there_and_counts(collected):
    assert "0 lost" in play(collected, FEW)


@pytest.mark.crash
def test_a_hundred_kills_lose_no_marking(collected):
    print(play(collected, MANY))
