"""What holds the keys of a unit's exam back on the candidate's PC, and what follows once they may be seen."""

from collections.abc import Callable

from app.domain.clock import Clock, local_day
from app.domain.errors import DamagedDataError
from app.domain.exam import Exam
from app.domain.exam_owner import whose
from app.domain.exam_release import ExamRelease, withheld
from app.services.wrong_answer_book import WrongAnswerBook
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal


class ExamReleases:
    def __init__(
        self, journal: Journal, exams: ExamStore, book: WrongAnswerBook, clock: Clock, owner: Callable[[], str]
    ) -> None:
        """``owner``: the name of the person whose wrong-answer book it is, "" where there is none."""
        self._journal, self._exams, self._book, self._clock, self._owner = journal, exams, book, clock, owner

    def withheld(self, exam: Exam) -> ExamRelease | None:
        """What holds the keys of this exam back just now, and from when they can be seen; None for nothing."""
        return withheld(exam.release, self._clock.now())

    def all_withheld(self) -> dict[str, ExamRelease]:
        """By id: the finished exams whose keys cannot be seen just now."""
        now = self._clock.now()
        found = ((exam_id, withheld(written, now)) for exam_id, written in self._exams.held_back())
        return {exam_id: release for exam_id, release in found if release is not None}

    def scoreless(self) -> set[str]:
        """Ids of the finished exams of which not even the score can be seen just now."""
        return {exam_id for exam_id, release in self.all_withheld().items() if not release.score}

    def catch_up(self) -> None:
        """The owner's wrong answers enter the book where the keys can be seen by now; those of a self-test did so at
        once.

        Raises UserError where nothing can be saved. A damaged exam stays as it is.
        """
        held = self.all_withheld()
        for exam_id in [name for name, _ in self._exams.held_back() if name not in held]:
            try:
                exam = self._exams.get(exam_id)
            except DamagedDataError:
                continue
            if exam is not None:
                missed = () if whose(exam.seat, exam.candidate, self._owner()) else exam.missed
                with self._journal.record("book.exam_released", exam.seat, {"missed": missed}) as (seq, _):
                    self._book.after_exam(missed, seq, local_day(self._clock.now()))
                    self._exams.put_released(exam_id)
