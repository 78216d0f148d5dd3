"""What is known of exams from the log and from before: what a draw kept off, with books or without, how they went."""

from typing import Any

from app.domain.exam import Exam
from app.services.exam_releases import ExamReleases
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal

MOST_BEFORE = 10


class ExamPast:
    def __init__(self, journal: Journal, exams: ExamStore, releases: ExamReleases) -> None:
        self._journal, self._exams, self._releases = journal, exams, releases

    def avoided(self, exam_id: str) -> frozenset[str]:
        """Ids that the draw kept off: with the seed and the content version they make the paper."""
        return frozenset(self._started(exam_id).get("avoided", ()))

    def book(self, exam_id: str) -> str:
        """开卷, 闭卷, or "" where nobody has said: a self-test, an exam from before it was written down."""
        return str(self._started(exam_id).get("book", ""))

    def before(self, exam: Exam) -> list[Exam]:
        """The person's attempts before ``exam``, at whatever paper, newest first, at most `MOST_BEFORE`; without those
        whose keys are held back or that wait for somebody to mark them."""
        found: list[Exam] = []
        for exam_id, _, _, finished_at, *_ in self._exams.finished():
            if len(found) == MOST_BEFORE:
                break
            if finished_at >= exam.finished_at or exam_id == exam.id:
                continue
            one = self._exams.get(exam_id)
            if one is not None and not one.unmarked and self._releases.withheld(one) is None:
                found.append(one)
        return found

    def _started(self, exam_id: str) -> dict[str, Any]:
        event = next(self._journal.events("exam.started", exam_id), None)
        return event[-1] if event is not None else {}
