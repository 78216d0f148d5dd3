"""The end of a sitting: marked, in the record of what was done, its wrong answers in the book."""

from dataclasses import replace
from datetime import datetime

from app.domain.activity import Activity, ActivityKind
from app.domain.clock import Clock, local_day
from app.domain.events import ExamFinished
from app.domain.exam import Exam, ExamState, FinishReason
from app.services.bus import EventBus
from app.services.exam_releases import ExamReleases
from app.services.wrong_answer_book import WrongAnswerBook
from app.storage.activity_store import ActivityStore
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal


class ExamEnding:
    """What is held back until a unit's exam is over is neither told nor booked before."""

    def __init__(
        self,
        journal: Journal,
        exams: ExamStore,
        activities: ActivityStore,
        book: WrongAnswerBook,
        bus: EventBus,
        clock: Clock,
        releases: ExamReleases,
    ) -> None:
        self._journal, self._exams, self._activities, self._book = journal, exams, activities, book
        self._bus, self._clock, self._releases = bus, clock, releases

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
            if held is None:
                self._book.after_exam(done.missed, seq, local_day(self._clock.now()))
            self._activities.add(
                Activity(
                    seq,
                    done.finished_at,
                    local_day(moment),
                    ActivityKind.EXAM,
                    done.id,
                    done.paper.title,
                    done.paper.minutes,
                    "已交卷" if held and not held.score else f"{done.total} 分，{'合格' if done.passed else '未合格'}",
                )
            )
        self._bus.publish(ExamFinished(done.id, done.total))
        return done
