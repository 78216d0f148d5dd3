"""The program that is killed: it works without a pause, and says what it was told was saved.

    python -m tests.crash.victim DATA SEED [late] [exam [counts]] [meeting] [ledger]

Whatever arrives on the bus goes out as a line "A [fact, its fields]", unbuffered. In an exam a line "T deed" says what
is being tried, and "S [exam, its paper, milliseconds spent]" what is on screen after it. With "late" it runs over a
store that is wrong on purpose: it commits only now and then, and acknowledges all the same. With "exam" it does nothing
but sit exams, under 中断计时 with "counts"; with "meeting" nothing but hold meetings; with "ledger" nothing but keep
one.
"""

import hashlib
import json
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from app.domain import events
from app.domain.annotation import AnnotationKind
from app.domain.exam import Exam
from app.domain.paper import BreakPolicy
from app.domain.progress import READING
from app.services.services import Services
from app.storage.database import Database
from tests.crash.ledger_worker import LedgerWorker
from tests.crash.meeting_worker import MeetingWorker
from tests.unit.house import LETTERS, House, case, paper

CASE = case()
TEXT = "甲某没有公示，也没有核对。" * 5


def put(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def put_fact(fact: list[object]) -> None:
    put(f"A {json.dumps(fact, ensure_ascii=False)}")


def tell_what_is_acknowledged(services: Services, tell: Callable[[list[object]], None]) -> None:
    def acknowledge(fact: tuple[object, ...]) -> None:
        tell([type(fact).__name__, *fact])

    for kind in vars(events).values():
        if isinstance(kind, type):
            services.bus.subscribe(kind, acknowledge)


def paper_of(exam: Exam) -> str:
    """Everything of an exam's paper that must never change: questions, their wording and options, order, points."""
    lines = [(one.place, replace(one.question, line=0), one.shown, one.score) for one in exam.items]
    return hashlib.sha256(repr(lines).encode()).hexdigest()


def commit_late() -> None:
    waiting = 0

    @contextmanager
    def transaction(self: Database) -> Iterator[object]:
        nonlocal waiting
        if not self.connection.in_transaction:
            self.connection.execute("BEGIN IMMEDIATE")
        yield self.connection
        waiting += 1
        if waiting % 100 == 0:
            self.connection.execute("COMMIT")

    Database.transaction = transaction  # type: ignore[assignment, method-assign]


class Worker:
    def __init__(
        self,
        services: Services,
        chance: random.Random,
        policy: BreakPolicy = BreakPolicy.FREE,
        say: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.services, self.chance, self.policy, self.say = services, chance, policy, say
        found = services.exams.unfinished()
        self.exam = services.exams.resume(found) if found else None
        self.questions = [one for one in services.library.bank() if one.markable]
        deeds = [self.read, self.open_case, self.answer_gate, self.finish_check, self.annotate]
        self.deeds = deeds + [self.practise] * 3 + [self.sit] * 5

    def read(self) -> None:
        section = self.chance.choice(READING).value
        self.services.study.read(CASE.id, section, self.chance.random())

    def open_case(self) -> None:
        self.services.study.open(CASE)

    def answer_gate(self) -> None:
        self.services.study.answer_gate(CASE, self.chance.choice(LETTERS), "unsure")

    def finish_check(self) -> None:
        self.services.study.finish_check(CASE, self.chance.randint(3, 5), 5)

    def annotate(self) -> None:
        notes = self.services.annotations.of(CASE.id)
        if notes and self.chance.random() < 0.5:
            note = self.chance.choice(notes)
            if self.chance.random() < 0.5:
                self.services.annotations.remove(note)
            else:
                self.services.annotations.rewrite(note, f"改{self.chance.random()}")
        else:
            start = self.chance.randrange(40)
            body = f"记{self.chance.random()}"
            self.services.annotations.add(CASE.id, AnnotationKind.NOTE, "案情", TEXT, start, start + 6, body)

    def practise(self) -> None:
        question = self.chance.choice(self.questions)
        answer = tuple(self.chance.sample(LETTERS, self.chance.randint(1, 2)))
        self.services.practice.answer(question, question.letters, answer, "sure")

    def sit(self) -> None:
        luck = self.chance.random()
        if self.exam is None:
            self._in_exam("start", self._start)
        elif luck < 0.55:
            self._in_exam("answer", self._answer)
        elif luck < 0.8:
            self._in_exam("flag", self._flag)
        elif luck < 0.92:
            self._in_exam("beat", self._beat)
        elif luck < 0.96:
            self._in_exam("pause", self._pause)
        else:
            self._in_exam("submit", self._submit)

    def work(self, deeds: int, pause: Callable[[], None] = lambda: None) -> None:
        for _ in range(deeds):
            pause()
            self.chance.choice(self.deeds)()

    def _in_exam(self, name: str, deed: Callable[[], Exam]) -> None:
        self.say(f"T {name}")
        exam = deed()
        self.exam = None if name == "submit" else exam
        self.say(f"S {json.dumps([exam.id, paper_of(exam), exam.clock.spent_ms])}")

    def _place(self) -> int:
        return self.chance.randint(1, 10)

    def _start(self) -> Exam:
        return self.services.exams.start(paper(self.policy), "考生")

    def _answer(self) -> Exam:
        letters = tuple(self.chance.sample(LETTERS, self.chance.randint(1, 3)))
        return self.services.exams.answer(self._sitting, self._place(), letters)

    def _flag(self) -> Exam:
        return self.services.exams.flag(self._sitting, self._place(), self.chance.random() < 0.5)

    def _beat(self) -> Exam:
        return self.services.exams.beat(self._sitting, self._place())

    def _pause(self) -> Exam:
        return self.services.exams.resume(self.services.exams.pause(self._sitting))

    def _submit(self) -> Exam:
        return self.services.exams.submit(self._sitting)

    @property
    def _sitting(self) -> Exam:
        assert self.exam is not None
        return self.exam


def die(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody foresaw ends the victim, so that the rig sees it."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def main(data: str, seed: str, *mode: str) -> None:
    if "late" in mode:
        commit_late()
    sys.excepthook = die  # a fault in a listener comes here too
    services = House(Path(data)).open()
    tell_what_is_acknowledged(services, put_fact)
    policy = BreakPolicy.COUNTS if "counts" in mode else BreakPolicy.FREE
    if "meeting" in mode:
        host = MeetingWorker(services, random.Random(int(seed)), put)
        while True:
            host.work(1)
    if "ledger" in mode:
        clerk = LedgerWorker(services, random.Random(int(seed)), Path(f"{data}-files"), put)
        while True:
            clerk.work(1)
    worker = Worker(services, random.Random(int(seed)), policy, put)
    if "exam" in mode:
        worker.deeds = [worker.sit]
    while True:
        worker.work(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
