"""「另存到…」: the answer sheet of a running exam put into a folder of one's own, when it cannot be saved."""

from collections.abc import Mapping
from pathlib import Path

from app.domain.clock import Clock
from app.domain.errors import UserError
from app.domain.exam import Exam
from app.services.appearance_file import write_beside
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal


class ExamRescue:
    def __init__(self, journal: Journal, exams: ExamStore, clock: Clock) -> None:
        self._journal, self._exams, self._clock = journal, exams, clock

    def write(self, exam: Exam, unsaved: Mapping[int, tuple[str, ...]], folder: Path) -> Path:
        """``exam`` as the page holds it; ``unsaved``: the answers that could not be written, by place.

        Returns the file, whole on disk; nothing in the records changes.

        Raises UserError where the folder cannot be written.
        """
        from app.domain.answers_set_down import answers_text  # hardly ever needed
        from app.services.document_folder import safe_name

        now = self._clock.now()
        name = f"作答备份-{safe_name(exam.candidate)}-{now.astimezone():%m%d-%H%M%S}.txt"
        path = folder / name
        write_beside(path, answers_text(exam, unsaved, now, self._record(exam)))
        return path

    def _record(self, exam: Exam) -> list[str]:
        """Without the questions, which have the keys in them; nothing where the disk gives nothing."""
        from app.domain.exam_record import ExamRecord, with_foreign_folded
        from app.domain.exam_record_lines import record_lines

        try:
            previous, stretch = self._journal.stretch(exam.id)
            paper = self._exams.paper_text(exam.id)
        except UserError:
            return []
        record = ExamRecord(
            chain=self._journal.chain,
            exam_id=exam.id,
            previous=previous,
            finished_at=exam.finished_at,
            jumps=exam.clock.jumps,
            paper=paper,
            questions=(),
            events=with_foreign_folded(exam.id, stretch),
        )
        return record_lines(record).splitlines()
