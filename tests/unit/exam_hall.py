"""A 单位统考 with every kind of question, on two PCs under one clock."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.marking_record import Marking
from app.domain.paper import BreakPolicy, FixedQuestion
from app.domain.question import KeyPoint, QuestionKind
from app.domain.unit_exam import BookRule, UnitExam
from app.services.services import Services
from app.storage.content_compiler import build
from tests.unit.fakes import FakeClock
from tests.unit.house import House, paper, question, small_content
from tests.unit.sat_by_many import hand_over, sit
from tests.unit.seated import window

KINDS = (
    *[QuestionKind.SINGLE] * 4,
    QuestionKind.MULTIPLE,
    QuestionKind.TRUE_FALSE,
    QuestionKind.BLANKS,
    QuestionKind.ORDER,
    QuestionKind.SHORT,
)
POINTS = (KeyPoint("先核对", ("核对",), 6), KeyPoint("再公示", ("公示",), 4))
QUESTIONS = tuple(
    question(number, kind, points=POINTS if kind is QuestionKind.SHORT else ()) for number, kind in enumerate(KINDS, 1)
)
SHORT = len(QUESTIONS)
NINE = replace(
    paper(BreakPolicy.FREE), rules=(), fixed=tuple(FixedQuestion(one.id, 10) for one in QUESTIONS), shuffle_options=True
)


@dataclass
class Hall:
    """The organiser's PC, another one that everybody sits at, and one clock over both."""

    clock: FakeClock
    organiser: Services
    pc: Services
    exam: UnitExam
    folder: Path

    @property
    def package(self):
        return self.organiser.unit_exams.package(self.exam.id)

    def collect(self):
        return self.organiser.unit_exams.collect(self.exam.id, self.folder)

    def analysis(self):
        return self.organiser.item_analysis.analyse_unit_exam(self.exam.id)

    def wait_until_over(self):
        self.clock.sleep((self.exam.release.opening - self.clock.now()).total_seconds())

    def sit(self, person, answers):
        done = sit(self.pc, self.package, person, answers)
        hand_over(self.pc, done, self.folder)
        return done


def hall_of(roster, folder, make_up=None):
    clock = FakeClock()
    houses = House(folder / "organiser" / "data", clock), House(folder / "pc" / "data", clock)
    for house in houses:
        house.index.parent.mkdir(parents=True, exist_ok=True)
        build(replace(small_content(), questions=QUESTIONS), house.index)
    organiser, pc = (house.open() for house in houses)
    exam = organiser.unit_exams.make("党纪统考", NINE, window(0, 2), make_up, BookRule.CLOSED, roster)
    return Hall(clock, organiser, pc, exam, folder / "results")


def marked_on_the_pc(pc, done, place, ticks, marker):
    """The candidate's own marking, as an earlier version of the program wrote it into the exam's record."""
    item = replace(done.item(place), ticks=ticks)
    after = done.after(item, done.clock)
    said = {"place": place, "ticks": ticks, "points": item.points(done.paper), "marker": marker, "score": after.total}
    with pc.exams._journal.record("exam.marked", done.id, said) as (seq, _):
        pc.exams._exams.put_mark(after, place, Marking(seq, done.finished_at, marker, ticks, said["points"]))
    return after


def closed(hall):
    hall.organiser.close()
    hall.pc.close()
