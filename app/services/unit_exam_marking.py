"""Marking the 简答 of collected results at the organiser's: each marking is an event of the log, the last counts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.clock import Clock
from app.domain.errors import DamagedDataError, UserError
from app.domain.exam_package import ExamPackage
from app.domain.sat_result import SatResult
from app.domain.standing import standings
from app.domain.unit_exam_short import (
    Marks,
    ShortAnswer,
    ShortMark,
    ShortQuestion,
    short_questions,
    with_marks,
    without_own_marks,
)
from app.services.unit_exam_decisions import UnitExamDecisions
from app.storage.journal import Journal
from app.storage.unit_exam_store import UnitExamStore

MARKED = "unit_exam.short_marked"
LONGEST_MARKER = 40
DAMAGED = "收回来的作答有损坏，读不出来。请关闭程序，把数据文件夹复制一份。"


class UnitExamMarking:
    def __init__(self, journal: Journal, store: UnitExamStore, clock: Clock, decisions: UnitExamDecisions) -> None:
        """``journal`` is the unit's own."""
        self._journal, self._store, self._clock, self._decisions = journal, store, clock, decisions
        self._known: dict[str, tuple[int, dict[str, dict[int, list[ShortMark]]]]] = {}

    def held_words(self, package: ExamPackage) -> str:
        """Why nobody marks just now, and from when; "" where one may."""
        opens = package.exam.marking_from
        if self._clock.now() >= opens:
            return ""
        local = opens.astimezone()
        return f"正考还没有全部结束，{local.month}月{local.day}日 {local:%H:%M} 以后可以阅简答。"

    def make_up_to_come(self, package: ExamPackage) -> bool:
        """Whether somebody may still sit the exam: the key points are not to be seen by him."""
        return self._clock.now() < package.exam.release.opening

    def questions(self, package: ExamPackage) -> list[ShortQuestion]:
        """Of the papers that count in the 成绩册, 正考 and 补考; nothing before ``held_words`` is empty.

        Raises UserError where what was kept cannot be read.
        """
        if self.held_words(package):
            return []
        decided = self._decisions.standing(package.exam.id)
        found = standings(package.exam, self._store.results(package.exam.id), self._clock.now(), decided)
        counted = [one for standing in found for one in (standing.main, standing.make_up) if one is not None]
        return self._asked(package, counted)

    def mark(self, package: ExamPackage, answer: ShortAnswer, ticks: Sequence[bool], marker: str) -> ShortAnswer:
        """On disk when this returns; earlier markings of the same answer stay in the log. Gives it as it is now.

        Raises UserError without a marker, before the exam is over, or where there is no such answer.
        """
        exam, named = package.exam, " ".join(marker.split())
        if held := self.held_words(package):
            raise UserError(held)
        if not named or len(named) > LONGEST_MARKER or not named.isprintable():
            raise UserError(f"请先填写阅卷人姓名，不超过 {LONGEST_MARKER} 个字，再保存评分。")
        result = self._store.result(exam.id, answer.sitting)
        known = self._asked(package, [result] if result is not None else [])
        here = next((one for asked in known for one in asked.answers if one.place == answer.place), None)
        if here is None or len(ticks) != len(here.question.points):
            raise UserError("这份作答已经不在收回的结果里，没有保存。请回到成绩册重新打开阅卷。")
        points = here.worth(ticks)
        said = {"sitting": here.sitting, "place": here.place, "ticks": list(ticks), "points": points, "marker": named}
        with self._journal.record(MARKED, exam.id, said):
            pass  # the event is the record: there is no projection
        moment = self._clock.now().isoformat(timespec="seconds")
        return replace(here, marks=(*here.marks, ShortMark(tuple(ticks), points, named, moment)))

    def last_marker(self, exam_id: str) -> str:
        """Who marked last, "" for nobody yet."""
        every = [one for by in self._marks(exam_id).values() for marks in by.values() for one in marks]
        return max(every, key=lambda one: one.utc).marker if every else ""

    def applied(self, package: ExamPackage, results: Iterable[SatResult]) -> list[SatResult]:
        """Results with what was marked here, and nothing of what was marked on the candidates' own PCs.

        Raises UserError as `questions` does.
        """
        marks = self._marks(package.exam.id)
        try:
            waiting = [without_own_marks(package, one) for one in results]
            return [
                with_marks(package, one, marks[one.sitting]) if one.sitting in marks and one.answers else one
                for one in waiting
            ]
        except (ValueError, TypeError, IndexError) as error:
            raise DamagedDataError(DAMAGED) from error

    def _asked(self, package: ExamPackage, results: Iterable[SatResult]) -> list[ShortQuestion]:
        try:
            return short_questions(package, results, self._marks(package.exam.id))
        except (ValueError, TypeError, IndexError) as error:
            raise DamagedDataError(DAMAGED) from error

    def _marks(self, exam_id: str) -> Marks:
        """Read again only where the log has grown."""
        head = self._journal.head()[0]
        if exam_id not in self._known or self._known[exam_id][0] != head:
            found: dict[str, dict[int, list[ShortMark]]] = {}
            for _, utc, _, _, said in self._journal.events(MARKED, exam_id):
                one = ShortMark(tuple(map(bool, said["ticks"])), int(said["points"]), said["marker"], utc)
                found.setdefault(said["sitting"], {}).setdefault(int(said["place"]), []).append(one)
            self._known[exam_id] = head, found
        return self._known[exam_id][1]
