"""Several starts on one data folder at the same moment: exactly one may write, and nobody waits for the dead."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.storage import database as databases
from app.storage.migrations import UNIT
from app.ui.shell.single_instance import NOTE
from tests.crash.racer import TITLE
from tests.unit.house import House

ROOT = Path(__file__).parents[2]
RACERS = 3
FEW, MANY = 12, 100


class Racer:
    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.crash.racer"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")

    def tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def kill(self) -> None:
        """SIGKILL; on Windows TerminateProcess."""
        self._process.kill()
        self._process.wait()
        for end in (self._process.stdin, self._process.stdout):
            if end is not None:
                end.close()


class Course:
    """One folder after another, and three programs that are started on it at once."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._racers = folder, [Racer() for _ in range(RACERS)]
        self.number = 0

    @property
    def data(self) -> Path:
        return self._folder / f"data-{self.number}"

    def race(self) -> list[str]:
        for one in self._racers:
            one.tell(f"open {self.data}")
        return [one.answer() for one in self._racers]

    def end(self) -> None:
        for one in self._racers:
            one.tell("close")
        assert [one.answer() for one in self._racers] == ["C"] * RACERS

    def kill(self, place: int) -> None:
        """This one dies with the folder in its hands; another program takes its place in the next race."""
        self._racers[place].kill()
        self._racers[place] = Racer()

    def close(self) -> None:
        for one in self._racers:
            one.kill()

    def written(self) -> int:
        """Events of all winners, once the chain has been looked through."""
        services = House(self.data).open()
        assert services._unit_journal.broken() == []
        found = sum(1 for _ in services._unit_journal.events("race.won", TITLE))
        services.close()
        return found


@pytest.fixture
def course(tmp_path):
    with ExitStack() as ended:
        made = Course(tmp_path)
        ended.callback(made.close)
        yield made


def races(course: Course, rounds: int) -> Counter[str]:
    """In every third the folder is new, in every third the last winner was killed; every fifth finds a spoilt note."""
    said: Counter[str] = Counter()
    for number in range(rounds):
        if number % 3 == 0:
            course.number += 1
        elif number % 5 == 0:
            course.data.joinpath(NOTE).write_bytes((b"", b"\0" * 512, b"\xff\xfe")[number % 3])
        answers = course.race()
        assert sorted(answers) == ["B"] * (RACERS - 1) + ["W"], f"{number}: {answers}"
        said.update(answers)
        if number % 3 == 1:
            course.kill(answers.index("W"))
        course.end()
        if number % 3 == 2:
            assert course.written() == 3  # one of each race in this folder; of the killed one too
    return said


def test_of_programs_started_at_once_exactly_one_writes(course):
    said = races(course, FEW)
    assert said == {"W": FEW, "B": FEW * (RACERS - 1)}


@pytest.mark.crash
def test_a_hundred_races_have_a_hundred_winners(course):
    said = races(course, MANY)
    print(f"{MANY} races of {RACERS} programs: {said['W']} writers, {said['B']} turned away, {MANY // 3} killed")
    assert said == {"W": MANY, "B": MANY * (RACERS - 1)}


def test_a_first_start_whose_new_file_a_faster_one_has_swept_opens_that_ones(tmp_path, monkeypatch):
    """Between making it and giving it its name."""
    path, sync = tmp_path / "unit.db", databases.sync_file
    databases.open_database(tmp_path / "faster.db", UNIT).close()

    def swept(part: Path) -> None:
        shutil.copy(tmp_path / "faster.db", path)
        part.unlink()
        sync(part)

    monkeypatch.setattr(databases, "sync_file", swept)
    opened = databases.open_database(path, UNIT)
    assert opened.connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    opened.close()
    assert [one.name for one in tmp_path.iterdir() if ".new" in one.name] == []


@pytest.mark.skipif(os.name != "posix", reason="what a power cut leaves of a note is written by hand")
@pytest.mark.parametrize("left", [b"", b"\0" * 4096, b"/nowhere/jingjian"], ids=["empty", "zeros", "old"])
def test_what_a_power_cut_left_blocks_no_start(tmp_path, left):
    """The note of a running program and an empty log beside the database: the first start after it may write."""
    house = House(tmp_path / "data")
    house.open().close()
    house.paths.data.joinpath(NOTE).write_bytes(left)
    for database in (house.paths.unit_database, *house.paths.data.glob("profiles/*/profile.db")):
        database.with_name(f"{database.name}-wal").write_bytes(b"")
    services = house.open()
    assert services.trouble == ""
    with services._unit_journal.record("race.won", TITLE, {}):
        pass
    services.close()
