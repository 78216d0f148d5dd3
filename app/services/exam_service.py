"""Sitting an exam: every answer is on disk before the screen changes, and time goes on where it stopped."""

import random
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.domain.activity import Activity, ActivityKind
from app.domain.clock import Clock, local_day
from app.domain.confidentiality import refuse_graded
from app.domain.drawing import draw
from app.domain.errors import UserError
from app.domain.events import ExamAnswered, ExamFinished, ExamFlagged, ExamStarted
from app.domain.exam import Exam, ExamItem, ExamState, FinishReason
from app.domain.exam_clock import ExamClock, Mark
from app.domain.paper import BreakPolicy, Paper
from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.storage.activity_store import ActivityStore
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal
from app.storage.question_store import serialised

HANDED_IN = "这场考试已经交卷，不能再作答。"


class ExamService:
    """Every method that takes an exam returns it as it now is: go on with what is returned."""

    def __init__(
        self,
        library: LibraryService,
        journal: Journal,
        exams: ExamStore,
        activities: ActivityStore,
        bus: EventBus,
        clock: Clock,
        chance: random.Random,
        may_start: Callable[[], str],
    ) -> None:
        """``may_start`` says why no exam can be started just now, or ""."""
        self._library, self._journal, self._exams, self._activities = library, journal, exams, activities
        self._bus, self._clock, self._chance, self._may_start = bus, clock, chance, may_start
        self._overdue = ""

    @property
    def overdue(self) -> str:
        """Id of the exam that this run marked because its time had run out while nobody was there, or ""."""
        return self._overdue

    def papers(self) -> list[Paper]:
        return self._library.papers()

    def start(self, paper: Paper, candidate: str) -> Exam:
        """Draw the paper and start the clock.

        Raises UserError where the bank is too thin, another exam is unfinished, or nothing can be saved.
        """
        if reason := self._may_start():
            raise UserError(reason)
        if self.unfinished() is not None:
            raise UserError("还有一场考试没有交卷。请先继续那一场，或按已答交卷。")
        seed = self._chance.randrange(1, 1_000_000)
        drawn = draw(paper, self._library.bank(), seed)
        mark = self._mark()
        exam = Exam(
            id=uuid.uuid4().hex,
            paper=paper,
            seed=seed,
            content_version=self._library.fingerprint,
            candidate=candidate,
            state=ExamState.RUNNING,
            started_at=mark.utc.isoformat(timespec="seconds"),
            clock=ExamClock.start(paper.minutes * 60_000, mark),
            items=tuple(
                ExamItem(place, one.question, one.score, one.order) for place, one in enumerate(drawn, 1)
            ),
        )
        payload = {
            "paper": paper.id,
            "seed": seed,
            "content": exam.content_version,
            "candidate": candidate,
            "questions": [[serialised(one.question)[1], one.score, "".join(one.shown)] for one in exam.items],
        }
        with self._journal.record("exam.started", exam.id, payload):
            self._exams.add(exam)
        self._bus.publish(ExamStarted(exam.id))
        return exam

    def unfinished(self) -> Exam | None:
        """The exam that was not handed in, its clock as `resume` would find it; one whose time is over is marked from
        the saved answers at once."""
        exam = self._exams.running()
        if exam is None:
            return None
        waiting = exam.clock.resumed(self._mark(), exam.paper.breaks)
        if waiting.spent_ms >= waiting.limit_ms:
            self._finish(replace(exam, clock=waiting), FinishReason.OVERDUE, exam.clock.deadline())
            self._overdue = exam.id
            return None
        return replace(exam, clock=replace(waiting, running=exam.paper.breaks is BreakPolicy.COUNTS))

    def resume(self, exam: Exam) -> Exam:
        """Go on after a break; whether the time away counts is the paper's policy."""
        exam = self.reload(exam)
        if exam.state is ExamState.FINISHED:
            return exam
        went_on = replace(exam, clock=exam.clock.resumed(self._mark(), exam.paper.breaks))
        with self._journal.record("exam.resumed", exam.id, {"spent_ms": went_on.clock.spent_ms}):
            self._exams.put_clock(went_on)
        return went_on

    def reload(self, exam: Exam) -> Exam:
        """As it stands on disk."""
        found = self._exams.get(exam.id)
        if found is None:
            raise UserError("找不到这场考试的记录。")
        return found

    def answer(self, exam: Exam, place: int, answer: tuple[str, ...]) -> Exam:
        """Save an answer; an earlier one to the same question is replaced (the log keeps both).

        Raises UserError where the time is over, nothing was saved, or it must not be stored.
        """
        item = exam.item(place).answered_with(answer)
        if item.question.typed:
            refuse_graded(*answer)
        changed = self._answerable(exam, item)
        payload = {"place": place, "question": item.question.id, "answer": answer}
        with self._journal.record("exam.answered", exam.id, payload):
            self._put_running(changed)
            self._exams.put_answer(exam.id, place, answer)
        self._bus.publish(ExamAnswered(exam.id, place, answer))
        return changed

    def flag(self, exam: Exam, place: int, flagged: bool) -> Exam:
        changed = self._answerable(exam, replace(exam.item(place), flagged=flagged))
        with self._journal.record("exam.flagged", exam.id, {"place": place, "flagged": flagged}):
            self._put_running(changed)
            self._exams.put_flag(exam.id, place, flagged)
        self._bus.publish(ExamFlagged(exam.id, place, flagged))
        return changed

    def beat(self, exam: Exam, current: int) -> Exam:
        """Every few seconds: how much time is used, and which question is on screen."""
        if not self._exams.is_running(exam.id):
            return self.reload(exam)
        counted = replace(exam, clock=exam.clock.at(self._mark()), current=current)
        self._journal.note(lambda: self._exams.put_clock(counted))
        return counted

    def left(self, exam: Exam) -> Exam:
        """The window was left: recorded, shown to the person, never held against them here."""
        if not self._exams.is_running(exam.id):
            return self.reload(exam)
        counted = replace(exam, clock=exam.clock.at(self._mark()))
        with self._journal.record("exam.left", exam.id, {"spent_ms": counted.clock.spent_ms}):
            counted = replace(counted, leaves=self._exams.count_leave(exam.id))
            self._exams.put_clock(counted)
        return counted

    def pause(self, exam: Exam) -> Exam:
        """Leave the exam for later; the clock stops where the paper lets it."""
        if not self._exams.is_running(exam.id):
            return self.reload(exam)
        if exam.paper.breaks is BreakPolicy.COUNTS:
            paused = replace(exam, clock=exam.clock.at(self._mark()))
        else:
            paused = replace(exam, clock=exam.clock.paused(self._mark()))
        with self._journal.record("exam.paused", exam.id, {"spent_ms": paused.clock.spent_ms}):
            self._exams.put_clock(paused)
        return paused

    def left_ms(self, exam: Exam) -> int:
        return exam.clock.left_ms(self._mark())

    def submit(self, exam: Exam, reason: FinishReason = FinishReason.SUBMITTED) -> Exam:
        exam = self.reload(exam)
        if exam.state is ExamState.FINISHED:
            return exam
        if exam.clock.running and reason is not FinishReason.GIVEN_UP:
            exam = replace(exam, clock=exam.clock.at(self._mark()))
        return self._finish(exam, reason, self._clock.now())

    def result(self, exam_id: str) -> Exam:
        exam = self._exams.get(exam_id)
        if exam is None:
            raise UserError("找不到这场考试的成绩。")
        return exam

    def history(self) -> list[tuple[str, str, str, str, int, int, int]]:
        """(id, paper id, title, finished_at, score, full marks, pass mark), newest first."""
        return self._exams.finished()

    def _answerable(self, exam: Exam, item: ExamItem) -> Exam:
        """With ``item`` changed and its clock at this moment."""
        if exam.state is ExamState.FINISHED:
            raise UserError(HANDED_IN)
        if not exam.clock.running:
            raise UserError("考试已经暂停。请先点“继续考试”，再作答。")
        clock = exam.clock.at(self._mark())
        if clock.spent_ms >= clock.limit_ms:
            raise UserError("考试时间已到，不能再作答。")
        return exam.after(item, clock)

    def _put_running(self, exam: Exam) -> None:
        """What the disk says counts, whatever a page still holds: nothing is kept of an exam that was handed in."""
        if not self._exams.put_clock(exam, running=True):
            raise UserError(HANDED_IN)

    def _finish(self, exam: Exam, reason: FinishReason, moment: datetime) -> Exam:
        done = replace(
            exam,
            state=ExamState.FINISHED,
            finished_at=moment.isoformat(timespec="seconds"),
            finish_reason=reason.value,
            clock=replace(exam.clock, running=False),
        )
        payload = {"score": done.total, "reason": reason.value, "spent_ms": done.clock.spent_ms}
        with self._journal.record("exam.finished", exam.id, payload) as (seq, _):
            self._exams.put_clock(done)
            self._exams.finish(done)
            self._activities.add(
                Activity(
                    seq,
                    done.finished_at,
                    local_day(moment),
                    ActivityKind.EXAM,
                    done.id,
                    done.paper.title,
                    done.paper.minutes,
                    f"{done.total} 分，{'合格' if done.passed else '未合格'}",
                )
            )
        self._bus.publish(ExamFinished(done.id, done.total))
        return done

    def _mark(self) -> Mark:
        return Mark(self._clock.now(), self._clock.boot_id(), self._clock.boot_ms())
