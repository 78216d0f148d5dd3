"""The program that is killed: it works without a pause, and says what it was told was saved.

    python -m tests.crash.victim DATA SEED [late]

Whatever arrives on the bus goes out as a line "A [fact, its fields]", unbuffered. With "late" it runs over a store that
is wrong on purpose: it commits only now and then, and acknowledges all the same.
"""

import json
import os
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from app.domain import events
from app.domain.annotation import AnnotationKind
from app.domain.paper import BreakPolicy
from app.domain.progress import READING
from app.services.services import Services
from app.storage.database import Database
from tests.unit.house import LETTERS, House, case, paper

CASE = case()
TEXT = "甲某没有公示，也没有核对。" * 5


def say_what_is_acknowledged(services: Services) -> None:
    def acknowledge(fact: tuple[object, ...]) -> None:
        line = json.dumps([type(fact).__name__, *fact], ensure_ascii=False)
        os.write(1, f"A {line}\n".encode())

    for kind in vars(events).values():
        if isinstance(kind, type):
            services.bus.subscribe(kind, acknowledge)


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
    def __init__(self, services: Services, chance: random.Random) -> None:
        self.services, self.chance = services, chance
        found = services.exams.unfinished()
        self.exam = services.exams.resume(found) if found else None
        self.questions = [one for one in services.library.bank() if one.markable]

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
        if self.exam is None:
            self.exam = self.services.exams.start(paper(BreakPolicy.FREE), "考生")
            return
        place, exams = self.chance.randint(1, 10), self.services.exams
        what = self.chance.random()
        if what < 0.6:
            self.exam = exams.answer(self.exam, place, tuple(self.chance.sample(LETTERS, self.chance.randint(1, 3))))
        elif what < 0.8:
            self.exam = exams.flag(self.exam, place, self.chance.random() < 0.5)
        elif what < 0.97:
            self.exam = exams.beat(self.exam, place)
        else:
            exams.submit(self.exam)
            self.exam = None

    def work(self) -> None:
        deeds = [self.read, self.open_case, self.answer_gate, self.finish_check, self.annotate]
        deeds += [self.practise] * 3 + [self.sit] * 5
        while True:
            self.chance.choice(deeds)()


def die(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What nobody foresaw ends the victim, so that the rig sees it."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def main(data: str, seed: str, *mode: str) -> None:
    if mode:
        commit_late()
    sys.excepthook = die  # a fault in a listener comes here too
    services = House(Path(data)).open()
    say_what_is_acknowledged(services)
    Worker(services, random.Random(int(seed))).work()


if __name__ == "__main__":
    main(*sys.argv[1:])
