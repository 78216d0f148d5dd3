"""Marking what was written in an exam, by a person at the candidate's PC."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.clock import Clock, local_day
from app.domain.errors import UserError
from app.domain.events import ExamMarked
from app.domain.exam import Exam, ExamItem, ExamState
from app.domain.marking import Verdict, marked_verdict
from app.domain.marking_record import Marking
from app.services.bus import EventBus
from app.services.wrong_answer_book import WrongAnswerBook
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal

MARKED_BY_UNIT = "这是单位统考，简答由组织单位统一阅卷，这台电脑上不评分。"
NOBODY = "还没有写阅卷人，评分没有保存。请在“阅卷人”里写上姓名，再保存。"


class ExamMarks:
    def __init__(self, journal: Journal, exams: ExamStore, book: WrongAnswerBook, bus: EventBus, clock: Clock) -> None:
        self._journal, self._exams, self._book, self._bus, self._clock = journal, exams, book, bus, clock

    def mark(self, exam: Exam, place: int, ticks: tuple[bool, ...], marker: str) -> Exam:
        """See `ExamService.mark`; ``exam`` as it stands on disk."""
        item = exam.item(place)
        if exam.state is not ExamState.FINISHED:
            raise UserError("考试还没有交卷，交卷后才能评分。")
        if exam.seat:
            raise UserError(MARKED_BY_UNIT)
        if not item.question.points or not item.answered or len(ticks) != len(item.question.points):
            raise UserError(f"第 {place} 题没有可评的作答。")
        if not marker.strip():
            raise UserError(NOBODY)
        marked = replace(item, ticks=ticks)
        done = exam.after(marked, exam.clock)
        points = marked.points(exam.paper)
        payload = {"place": place, "ticks": ticks, "points": points, "marker": marker, "score": done.total}
        with self._journal.record("exam.marked", exam.id, payload) as (seq, _):
            now = self._clock.now()
            if _newly_missed(marked, self._exams.markings(exam.id, place)):
                self._book.after_exam([item.question.id], seq, local_day(now))
            self._exams.put_mark(done, place, Marking(seq, now.isoformat(timespec="seconds"), marker, ticks, points))
        self._bus.publish(ExamMarked(exam.id, place, points))
        return done


def _newly_missed(marked: ExamItem, before: Sequence[Marking]) -> bool:
    """Whether this marking is the first to find it wrong or partly so."""
    return marked.verdict() is not Verdict.RIGHT and all(marked_verdict(one.ticks) is Verdict.RIGHT for one in before)
