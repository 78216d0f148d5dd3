"""The end of a sitting: marked, in the record of what was done, its wrong answers in the book."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.activity import Activity, ActivityKind
from app.domain.clock import Clock, local_day
from app.domain.events import ExamFinished
from app.domain.exam import Exam, ExamState, FinishReason
from app.domain.exam_clock import Mark
from app.domain.exam_owner import whose
from app.domain.finished_exam import HANDED_IN
from app.services.bus import EventBus
from app.services.exam_releases import ExamReleases
from app.services.wrong_answer_book import WrongAnswerBook
from app.storage.activity_store import ActivityStore
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal

_LATE_MS = 60_000
"""So long after the end of the time it was not the candidate's page that ended it: the machine slept."""


class ExamEnding:
    """What is held back until a unit's exam is over is neither told nor booked before; what somebody else sat here is
    not told of the owner of these records at all."""

    def __init__(
        self,
        journal: Journal,
        exams: ExamStore,
        activities: ActivityStore,
        book: WrongAnswerBook,
        bus: EventBus,
        clock: Clock,
        releases: ExamReleases,
        owner: Callable[[], str],
    ) -> None:
        """``owner``: the name of the person whose records these are, "" where there is none."""
        self._journal, self._exams, self._activities, self._book = journal, exams, activities, book
        self._bus, self._clock, self._releases, self._owner = bus, clock, releases, owner

    def end_away(self, exam: Exam, mark: Mark) -> Exam | None:
        """``exam`` as it was left, in a break or cut off: ended when its time ran out, or None where it did not yet.

        Raises UserError where nothing is saved.
        """
        waiting = exam.clock.resumed(mark, exam.paper.breaks)
        if waiting.spent_ms < waiting.limit_ms:
            return None
        return self.end(replace(exam, clock=waiting), FinishReason.OVERDUE, exam.clock.deadline())

    def end_here(self, exam: Exam, reason: FinishReason, mark: Mark) -> Exam:
        """``exam`` as it is sat: ended now, or when its time ran out; long after that nobody was there.

        Raises UserError where nothing is saved.
        """
        late = exam.clock.over_ms(mark)
        if late > 0:
            reason = FinishReason.OVERDUE if late > _LATE_MS else FinishReason.TIME_OUT
        sat = replace(exam, clock=exam.clock.at(mark)) if exam.clock.running else exam
        return self.end(sat, reason, mark.utc - timedelta(milliseconds=late))

    def end(self, exam: Exam, reason: FinishReason, moment: datetime) -> Exam:
        """``moment`` may lie in the past, with the clock as it stood then. Raises UserError where nothing is saved."""
        held = self._releases.withheld(exam)
        done = replace(
            exam,
            state=ExamState.FINISHED,
            finished_at=moment.isoformat(timespec="seconds"),
            finish_reason=reason.value,
            clock=replace(exam.clock, running=False),
            release=exam.release if held else "",
        )
        payload = {
            "score": done.total,
            "reason": reason.value,
            "spent_ms": done.clock.spent_ms,
            "missed": done.missed,
        }
        with self._journal.record("exam.finished", exam.id, payload) as (seq, _):
            self._exams.put_clock(done)
            self._exams.finish(done)
            if not whose(done.seat, done.candidate, self._owner()):
                self._credit(done, seq, moment, held is None)
        self._bus.publish(ExamFinished(done.id, done.total))
        return done

    def _credit(self, done: Exam, seq: int, moment: datetime, shown: bool) -> None:
        """``shown``: its keys may be seen."""
        if shown:
            self._book.after_exam(done.missed, seq, local_day(self._clock.now()))
        self._activities.add(
            Activity(
                seq,
                done.finished_at,
                local_day(moment),
                ActivityKind.UNIT_EXAM if done.occasion else ActivityKind.EXAM,
                done.id,
                done.title,
                done.earned_minutes,
                HANDED_IN,  # how it went is read from the exam: markings change it
            )
        )
