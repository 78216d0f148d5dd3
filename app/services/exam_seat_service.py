"""Sitting a 单位统考: opening its file, taking one's own seat, and handing the result file over."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.domain.clock import Clock
from app.domain.errors import UserError
from app.domain.exam import Exam
from app.domain.exam_package import ExamPackage
from app.domain.exam_result_lines import SUFFIX, result_lines
from app.domain.exam_seat import ExamSeat
from app.domain.package_header import MOST_BYTES, PackageHeader
from app.services.appearance_file import write_beside
from app.services.document_folder import safe_name, shortened, write_together
from app.services.exam_record_service import ExamRecordService
from app.services.exam_service import ExamService
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal
from app.storage.setting_store import RESULTS_SAVED, SettingStore
from app.storage.stored import stored_json

SAVED = "exam.result_saved"


class ExamSeatService:
    def __init__(
        self,
        exams: ExamService,
        store: ExamStore,
        records: ExamRecordService,
        journal: Journal,
        settings: SettingStore,
        clock: Clock,
    ) -> None:
        """``settings`` are the person's."""
        self._exams, self._store, self._records = exams, store, records
        self._journal, self._settings, self._clock = journal, settings, clock

    def read(self, path: Path) -> tuple[bytes, PackageHeader]:
        """The file, and what it says before it is opened. Raises UserError where it is no exam package."""
        from app.packs.exam_package_reader import read_header

        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise UserError(f"读不了“{path.name}”。请检查它还在不在，以及有没有读取权限。") from error
        return data, read_header(data)

    def open(self, data: bytes, password: str) -> ExamPackage:
        """Takes a quarter of a second, on purpose. Raises UserError as `open_package` does."""
        from app.packs.exam_package_reader import open_package

        return open_package(data, password)

    def closed_words(self, package: ExamPackage) -> str:
        """Why nobody can begin just now, or ""."""
        return package.exam.closed_words(self._clock.now())

    def start(self, package: ExamPackage, person: str) -> Exam:
        """Begin this person's own paper.

        Raises UserError outside the times, for a second try in the same session, and as `ExamService.start` does.
        """
        exam, session = package.exam, package.exam.session_at(self._clock.now())
        known = exam.person(person)
        if known is None:
            raise UserError("名单里没有这个人。请重新选择姓名，或与考试组织人员联系。")
        if session is None:
            raise UserError(self.closed_words(package))
        seat = ExamSeat(exam.id, session, person).written
        taken = next((one for one in self._store.sittings() if one[2] == seat), None)
        if taken is not None:
            how = "已经交卷" if taken[3] else "还没有交卷，请从“模拟考试”继续"
            raise UserError(f"{known.name}在这台电脑上参加过这次{session}，{how}。")
        return self._exams.start_drawn(
            exam.paper,
            package.drawn(session, person),
            exam.seed(session, person),
            known.name,
            exam.title,
            factor=known.factor,
            seat=seat,
            content=package.content,
            release=exam.release.written,
            book=exam.book.value,
        )

    def sat(self) -> list[Exam]:
        """Everybody's finished exams in these records that belong to a 单位统考, newest first."""
        return [self._exams.result(one[0]) for one in self._store.sittings() if one[3]]

    def saved(self) -> frozenset[str]:
        """The seats whose result file was saved at least once."""
        return frozenset(stored_json(self._settings.get(RESULTS_SAVED, "[]")))

    def score_shown(self, exam: Exam) -> bool:
        """Whether a list may tell the score just now: never somebody else's than the owner's of these records."""
        held = self._exams.releases.withheld(exam)
        return not self._exams.past.whose(exam) and (held is None or held.score)

    def result_name(self, exam: Exam) -> str:
        """A name for the result file, which no other sitting has."""
        seat = ExamSeat.read(exam.seat)
        whose = shortened(f"{safe_name(exam.occasion)}-{safe_name(exam.candidate)}", 200)
        return f"{whose}-{seat.session}-{exam.id[:6]}{SUFFIX}"

    def save_result(self, exam: Exam, path: Path) -> None:
        """Write what the organiser collects; the log keeps that it was saved.

        Raises UserError for a self-test, or where it cannot be written.
        """
        write_beside(path, self._lines(exam))
        self._note_saved([exam])

    def save_results(self, exams: Sequence[Exam], folder: Path) -> list[Path]:
        """A file for each, all or none. Raises UserError as `save_result` does."""
        paths = write_together(folder, {self.result_name(one): self._lines(one).encode() for one in exams})
        self._note_saved(exams)
        return paths

    def _lines(self, exam: Exam) -> str:
        if not exam.seat:
            raise UserError("自测不用交结果文件。只有单位统考才用交。")
        return result_lines(ExamSeat.read(exam.seat), self._records.as_stored(exam))

    def _note_saved(self, exams: Sequence[Exam]) -> None:
        """Under the seat, not the exam: the record of the exam, and with it the file, stays as it is."""
        with suppress(UserError):  # the files are there; one is only reminded once more
            for exam in exams:
                with self._journal.record(SAVED, exam.seat, {"exam": exam.id}):
                    self._settings.put(RESULTS_SAVED, json.dumps(sorted({*self.saved(), exam.seat})))
