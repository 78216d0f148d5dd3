"""Sitting an exam: every answer is on disk before the screen changes, and time goes on where it stopped."""

import random
import uuid
from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from app.domain.clock import Clock
from app.domain.confidentiality import refuse_graded
from app.domain.drawing import SEEDS, DrawnQuestion, draw_ids, lay_out
from app.domain.errors import UserError
from app.domain.events import ExamAnswered, ExamFlagged, ExamStarted
from app.domain.exam import TIME_FACTORS, Exam, ExamItem, ExamState, FinishReason, last_moment
from app.domain.exam_clock import ExamClock, Mark
from app.domain.exam_start import started
from app.domain.exam_unfinished import unfinished_words
from app.domain.finished_exam import FinishedExam
from app.domain.marking_record import Marking
from app.domain.paper import BreakPolicy, Paper
from app.domain.unit_exam import BookRule
from app.services.bus import EventBus
from app.services.exam_ending import ExamEnding
from app.services.exam_incidents import ExamIncidents
from app.services.exam_marks import ExamMarks
from app.services.exam_past import ExamPast
from app.services.exam_releases import ExamReleases
from app.services.exam_rescue import ExamRescue
from app.services.library_service import LibraryService
from app.services.wrong_answer_book import WrongAnswerBook
from app.storage.activity_store import ActivityStore
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal

AVOIDED = 3
"""How many of the last papers a new one avoids, where the bank allows it."""
HANDED_IN = "这场考试已经交卷，不能再作答。"


class ExamService:
    """Every method that takes an exam returns it as it now is: go on with what is returned."""

    def __init__(
        self,
        library: LibraryService,
        journal: Journal,
        exams: ExamStore,
        activities: ActivityStore,
        book: WrongAnswerBook,
        bus: EventBus,
        clock: Clock,
        chance: random.Random,
        may_start: Callable[[], str],
        owner: Callable[[], str],
    ) -> None:
        """``may_start`` says why no exam can be started just now, or ""; ``owner``: the name of the person whose
        records these are, "" where there is none."""
        self._library, self._journal, self._exams = library, journal, exams
        self._bus, self._clock, self._chance, self._may_start = bus, clock, chance, may_start
        self._overdue = ""
        self.releases = ExamReleases(journal, exams, book, clock, owner)
        self.past = ExamPast(journal, exams, self.releases, owner)
        self._marks = ExamMarks(journal, exams, book, bus, clock)
        self.rescue = ExamRescue(journal, exams, clock)
        self.incidents = ExamIncidents(journal, exams, clock)
        self._ending = ExamEnding(journal, exams, activities, book, bus, clock, self.releases, owner)

    @property
    def overdue(self) -> str:
        """Id of the exam that this run marked because its time had run out while nobody was there, or ""."""
        return self._overdue

    def papers(self) -> list[Paper]:
        return self._library.papers()

    def start(self, paper: Paper, candidate: str, factor: int = 100) -> Exam:
        """Draw the paper, avoiding what the last ones asked, and start the clock. ``factor``: per cent of its time.

        Raises UserError where the bank is too thin, another exam is unfinished, or nothing can be saved.
        """
        self._refuse_to_start()
        bank = self._library.question_bank()
        seed = self._chance.randrange(1, SEEDS)
        avoided = frozenset[str]() if paper.fixed else frozenset().union(*self._exams.lately(paper.id, AVOIDED))
        ids = draw_ids(paper, bank, seed, avoided)
        known = {question.id: question for question in self._library.questions(name for name, _ in ids)}
        drawn = lay_out(paper, ids, known, seed)
        return self.start_drawn(paper, drawn, seed, candidate, factor=factor, avoided=avoided)

    def start_drawn(
        self,
        paper: Paper,
        drawn: Sequence[DrawnQuestion],
        seed: int,
        candidate: str,
        occasion: str = "",
        factor: int = 100,
        seat: str = "",
        content: str = "",
        release: str = "",
        avoided: Set[str] = frozenset(),
        book: str = "",
    ) -> Exam:
        """Start the clock on questions drawn elsewhere. ``occasion``: the unit's exam that it belongs to, ``seat``:
        whose place in it; ``content``: fingerprint of what the questions are from, where that is not the library;
        ``release``: what holds the keys back, as `ExamRelease` writes it; ``avoided``: ids that the draw kept off,
        which the record keeps, because without them the seed gives another paper; ``book``: 开卷, 闭卷 or "".

        Raises UserError as `start` does.
        """
        self._refuse_to_start()
        if factor not in TIME_FACTORS:
            raise UserError("用时只能是规定时间的 1 倍、1.25 倍或 1.5 倍。")
        mark = self._mark()
        exam = Exam(
            id=uuid.uuid4().hex,
            paper=paper,
            seed=seed,
            content_version=content or self._library.fingerprint,
            candidate=candidate,
            state=ExamState.RUNNING,
            started_at=mark.utc.isoformat(timespec="seconds"),
            clock=ExamClock.start(last_moment(paper, factor), mark),
            items=tuple(ExamItem(place, one.question, one.score, one.order) for place, one in enumerate(drawn, 1)),
            occasion=occasion,
            factor=factor,
            seat=seat,
            release=release,
        )
        with self._journal.record("exam.started", exam.id, started(exam, avoided, book)):
            self._exams.add(exam)
        self._bus.publish(ExamStarted(exam.id))
        return exam

    def unfinished(self) -> Exam | None:
        """The exam that was not handed in, its clock as `resume` would find it; one whose time is over is marked from
        the saved answers at once."""
        exam = self._exams.running()
        if exam is None:
            return None
        if self._ending.end_away(exam, mark := self._mark()) is not None:
            self._overdue = exam.id
            return None
        waiting = exam.clock.resumed(mark, exam.paper.breaks)
        return replace(exam, clock=replace(waiting, running=exam.paper.breaks is BreakPolicy.COUNTS))

    def closed_book(self) -> Exam | None:
        """The exam without books that is under way, on screen or left for a while; None where there is none."""
        exam = self.unfinished()
        return exam if exam is not None and self.past.book(exam.id) == BookRule.CLOSED else None

    def resume(self, exam: Exam) -> Exam:
        """Go on after a break; whether the time away counts is the paper's policy. One whose time is over is marked."""
        exam = self.reload(exam)
        if exam.state is ExamState.FINISHED:
            return exam
        if (ended := self._ending.end_away(exam, mark := self._mark())) is not None:
            return ended
        went_on = replace(exam, clock=exam.clock.resumed(mark, exam.paper.breaks))
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
        """Until nothing more is taken."""
        return exam.clock.left_ms(self._mark())

    def time_left_ms(self, exam: Exam) -> int:
        """Of the time that the candidate was given; below zero in overtime."""
        return self.left_ms(exam) - (exam.clock.limit_ms - exam.limit_ms)

    def submit(self, exam: Exam, reason: FinishReason = FinishReason.SUBMITTED) -> Exam:
        exam = self.reload(exam)
        if exam.state is ExamState.FINISHED:
            return exam
        if reason is not FinishReason.GIVEN_UP:
            return self._ending.end_here(exam, reason, self._mark())
        return self._ending.end_away(exam, self._mark()) or self._ending.end(exam, reason, self._clock.now())

    def mark(self, exam: Exam, place: int, ticks: tuple[bool, ...], marker: str) -> Exam:
        """A person's marking of a 简答; an earlier one is replaced, and kept in the log. The first that finds something
        missing brings the question into the wrong-answer book.

        Raises UserError where the exam is not handed in, is the unit's, there is nothing to mark, or nobody to mark it.
        """
        return self._marks.mark(self.reload(exam), place, ticks, marker)

    def markings(self, exam_id: str, place: int) -> list[Marking]:
        """Every marking of an answer, oldest first."""
        return self._exams.markings(exam_id, place)

    def result(self, exam_id: str) -> Exam:
        exam = self._exams.get(exam_id)
        if exam is None:
            raise UserError("找不到这场考试的成绩。")
        return exam

    def history(self) -> list[FinishedExam]:
        """Everybody's, newest first; see `ExamPast.of` for one person's."""
        return self._exams.finished()

    def _refuse_to_start(self) -> None:
        if reason := self._may_start():
            raise UserError(reason)
        if (exam := self.unfinished()) is not None:
            raise UserError(unfinished_words(exam))

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

    def _mark(self) -> Mark:
        return Mark(self._clock.now(), self._clock.boot_id(), self._clock.boot_ms())
