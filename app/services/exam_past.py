"""What is known of exams from the log and from before: what a draw kept off, with books or without, how they went."""

from collections.abc import Callable
from typing import Any

from app.domain.exam import Exam
from app.domain.exam_owner import whose
from app.domain.finished_exam import FinishedExam
from app.services.exam_releases import ExamReleases
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal

MOST_BEFORE = 10


class ExamPast:
    def __init__(self, journal: Journal, exams: ExamStore, releases: ExamReleases, owner: Callable[[], str]) -> None:
        """``owner``: the name of the person whose records these are, "" where there is none."""
        self._journal, self._exams, self._releases, self._owner = journal, exams, releases, owner

    def whose(self, exam: Exam | FinishedExam) -> str:
        """ "" for the person whose records these are, else the name of who sat the unit's exam here."""
        return whose(exam.seat, exam.candidate, self._owner())

    def of(self, person: str) -> list[FinishedExam]:
        """What one person sat here, as `whose` names them, newest first."""
        return [one for one in self._exams.finished() if self.whose(one) == person]

    def avoided(self, exam_id: str) -> frozenset[str]:
        """Ids that the draw kept off: with the seed and the content version they make the paper."""
        return frozenset(self._started(exam_id).get("avoided", ()))

    def book(self, exam_id: str) -> str:
        """开卷, 闭卷, or "" where nobody has said: a self-test, an exam from before it was written down."""
        return str(self._started(exam_id).get("book", ""))

    def before(self, exam: Exam) -> list[Exam]:
        """The same person's attempts before ``exam``, at whatever paper, newest first, at most `MOST_BEFORE`; without
        those whose keys are held back or that wait for somebody to mark them."""
        found: list[Exam] = []
        for known in self.of(self.whose(exam)):
            if len(found) == MOST_BEFORE:
                break
            if known.finished_at >= exam.finished_at or known.id == exam.id:
                continue
            one = self._exams.get(known.id)
            if one is not None and not one.unmarked and self._releases.withheld(one) is None:
                found.append(one)
        return found

    def _started(self, exam_id: str) -> dict[str, Any]:
        event = next(self._journal.events("exam.started", exam_id), None)
        return event[-1] if event is not None else {}
