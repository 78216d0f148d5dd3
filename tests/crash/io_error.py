"""An exam on a disk that fails at one step, or at every step from one on."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import apsw

from app.domain.errors import UserError
from app.domain.exam import Exam
from app.domain.paper import BreakPolicy
from app.services.services import Services
from tests.crash.inspection import Findings, inspect_records
from tests.crash.recorded_connection import profiles_on
from tests.crash.recording_disk import RecordingDisk
from tests.crash.tape import WRITE
from tests.crash.victim import tell_what_is_acknowledged
from tests.unit.fakes import FakeClock
from tests.unit.house import House, paper

ERRORS = {"input/output": apsw.SQLITE_IOERR, "full": apsw.SQLITE_FULL}


@dataclass
class Outcome:
    """``refused`` holds the sentence of every deed that was not saved; ``moved`` counts writes from log to file."""

    steps: int = 0
    moved: int = 0
    refused: list[str] = field(default_factory=list)
    found: Findings = field(default_factory=Findings)


class FailingDisk:
    """Arms a recording disk: step ``first`` (from 1; 0: none) fails, and all after it where it is ``for_ever``."""

    def __init__(self, disk: RecordingDisk, first: int, for_ever: bool, error: int) -> None:
        self.steps, self._first, self._for_ever, self._error = 0, first, for_ever, error
        disk.before_step = self._step

    def _step(self) -> None:
        self.steps += 1
        if self._first and (self.steps == self._first or (self._for_ever and self.steps > self._first)):
            raise apsw.exception_for(self._error)


def prepare(folder: Path) -> House:
    """A house in which an exam was begun, to be copied."""
    house = House(folder / "data", FakeClock())
    services = house.open()
    services.exams.start(paper(BreakPolicy.FREE), "考生")
    services.close()
    return house


def sit(template: House, folder: Path, first: int, for_ever: bool, error: str) -> Outcome:
    shutil.copytree(template.paths.data, folder / "data")
    house, disk, outcome = House(folder / "data", FakeClock()), RecordingDisk("failing"), Outcome()
    told: list[list[Any]] = [["ExamStarted", _exam_id(template)]]
    try:
        with profiles_on(disk) as opened:
            services = house.open()
        opened[0].execute("PRAGMA wal_autocheckpoint = 8")  # the log is moved into the file now and then
        tell_what_is_acknowledged(services, lambda fact: told.append([*fact[:-1], _as_stored(fact[-1])]))
        failing = FailingDisk(disk, first, for_ever, ERRORS[error])
        disk.tape.ready = len(disk.tape.steps)
        _deeds(services, outcome)
        outcome.steps, outcome.moved = failing.steps, disk.tape.count(WRITE, "profile.db")
        with suppress(sqlite3.Error, UserError):
            services.close()
    finally:
        del services
        disk.unregister()
    inspect_records(outcome.found, house.profile, told)
    shutil.rmtree(folder / "data")
    return outcome


def _deeds(services: Services, outcome: Outcome) -> None:
    chance = random.Random(5)
    waiting = services.exams.unfinished()
    assert waiting is not None
    exam = _try(lambda: services.exams.resume(waiting), waiting, outcome)
    if not exam.clock.running:  # that was refused; a person would press it again
        exam = _try(lambda: services.exams.resume(waiting), waiting, outcome)
    for number in range(24):
        now, place, letter = exam, chance.randint(1, 10), chance.choice("ABCD")
        if number % 3 == 2:
            exam = _try(partial(services.exams.flag, now, place, letter in "AB"), now, outcome)
        else:
            exam = _try(partial(services.exams.answer, now, place, (letter,)), now, outcome)
    now = _try(lambda: services.exams.beat(exam, 3), exam, outcome)
    _try(lambda: services.exams.submit(now), now, outcome)


def _try(deed: Callable[[], Exam], before: Exam, outcome: Outcome) -> Exam:
    """What comes instead of a sentence (any other error) ends the test."""
    try:
        return deed()
    except UserError as error:
        outcome.refused.append(str(error))
        return before


def _exam_id(house: House) -> str:
    connection = sqlite3.connect(house.profile)
    try:
        return str(connection.execute("SELECT id FROM exam").fetchone()[0])
    finally:
        connection.close()


def _as_stored(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
