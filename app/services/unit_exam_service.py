"""Organising a 单位统考: making its file, collecting what comes back, and the 成绩册."""

import secrets
from collections.abc import Sequence
from pathlib import Path

from app.domain.clock import Clock, local_day
from app.domain.collection import Collection
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UNSEEN, UserError
from app.domain.exam_package import ExamPackage, questions_for
from app.domain.exam_result_lines import SUFFIX, read_result
from app.domain.exam_window import ExamWindow
from app.domain.grade_book import GradeBook, grade_book
from app.domain.package_header import password_fault
from app.domain.paper import Paper
from app.domain.paper_marks import PaperMarks, fitting
from app.domain.result_check import ResultCheck
from app.domain.roster import Roster
from app.domain.roster_person import RosterPerson
from app.domain.sat_result import ResultSource, SatResult
from app.domain.standing import Standing, standings
from app.domain.unit_exam import BookRule, UnitExam
from app.services.appearance_file import write_beside
from app.services.library_service import LibraryService
from app.services.ordered_id import ordered_id
from app.services.table_file import read_table_file
from app.services.unit_exam_marking import UnitExamMarking
from app.storage.journal import Journal
from app.storage.unit_exam_store import UnitExamStore

MOST_FILES, MOST_RESULT_BYTES = 10_000, 4 * 1024 * 1024
NOT_SAVED = "现在不能保存单位的数据，所以不能组织统考。请先按上方提示处理。"


class UnitExamService:
    def __init__(
        self, library: LibraryService, journal: Journal, store: UnitExamStore, clock: Clock, saves: bool
    ) -> None:
        """``journal`` is the unit's own; without ``saves`` it is in memory only and nothing can be organised."""
        self._library, self._journal, self._store, self._clock = library, journal, store, clock
        self._saves = saves
        self.marking = UnitExamMarking(journal, store, clock)
        self._checks: dict[str, ResultCheck] = {}

    def read_roster(self, path: Path) -> Roster:
        """Raises UserError where the file is no table with names."""
        from app.packs.roster_file import read_roster

        return read_roster(path.name, read_table_file(path))

    def make(
        self,
        title: str,
        paper: Paper,
        window: ExamWindow,
        make_up: ExamWindow | None,
        book: BookRule,
        roster: Sequence[RosterPerson],
        score_shown: bool = True,
    ) -> UnitExam:
        """Keep a new exam with a copy of every question that its paper may ask; `write_package` gives its file.
        ``score_shown``: whether a candidate sees the own score before it is all over.

        Raises UserError with everything that speaks against it.
        """
        package = self._drafted(title, paper, window, make_up, book, roster, score_shown)
        self._keep(package, "unit_exam.made")
        return package.exam

    def check(
        self,
        title: str,
        paper: Paper,
        window: ExamWindow,
        make_up: ExamWindow | None,
        roster: Sequence[RosterPerson],
    ) -> None:
        """Raises UserError as `make` would; nothing is kept."""
        self._drafted(title, paper, window, make_up, BookRule.CLOSED, roster)

    def _drafted(
        self,
        title: str,
        paper: Paper,
        window: ExamWindow,
        make_up: ExamWindow | None,
        book: BookRule,
        roster: Sequence[RosterPerson],
        score_shown: bool = True,
    ) -> ExamPackage:
        if not self._saves:
            raise UserError(NOT_SAVED)
        refuse_graded(title)
        exam = UnitExam(
            id=ordered_id(),
            title=" ".join(title.split()),
            paper=paper,
            window=window,
            book=book,
            roster=tuple(roster),
            master=secrets.token_hex(32),
            make_up=make_up,
            score_shown=score_shown,
        )
        if faults := list(exam.faults()):
            raise UserError("\n".join(faults))
        if max(exam.window.closing, make_up.closing if make_up else exam.window.closing) <= self._clock.now():
            raise UserError("开考时段已经过去。请改成以后的时间。")
        package = ExamPackage(exam, questions_for(paper, self._library.bank()), self._library.fingerprint)
        if package.thin():
            raise UserError(f"《{paper.title}》现在组不成卷：题库里的题不够。请换一份试卷，或先导入题目。")
        return package

    def write_package(self, exam_id: str, password: str, again: str, path: Path) -> None:
        """The file for every PC. Raises UserError for a password that will not do, or where it cannot be written."""
        from app.exports.exam_package_writer import write_package

        if fault := password_fault(password, again):
            raise UserError(fault)
        write_beside(path, write_package(self.package(exam_id), password))

    def adopt(self, package: ExamPackage) -> None:
        """Go on here with an exam that was made on another PC. Nothing changes where it is known."""
        if not self._store.body(package.exam.id):
            self._keep(package, "unit_exam.adopted")

    def exams(self) -> list[tuple[str, str, str, int]]:
        """(id, title, made_at, people), newest first."""
        return self._store.exams()

    def package(self, exam_id: str) -> ExamPackage:
        from app.packs.exam_package_reader import read_body

        body = self._store.body(exam_id)
        if not body:
            raise UserError("找不到这次统考。请回到统考列表重新选择。")
        return read_body(body)

    def collect(self, exam_id: str, folder: Path) -> Collection:
        """Take every result file of a folder and of those in it; what was taken before changes nothing."""
        try:
            files = sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file())
        except OSError as error:
            raise UserError(f"读不了文件夹 {folder}。请检查它还在不在，以及有没有读取权限。") from error
        if len(files) > MOST_FILES:
            raise UserError(f"这个文件夹里有 {len(files)} 个结果文件，超过 {MOST_FILES} 个。请分几个文件夹收。")
        numbers = {"taken": 0, "renewed": 0, "known": 0}
        refused: list[tuple[str, str]] = []
        for path in files:
            result, reason = self._read(exam_id, path)
            if result is None:
                refused.append((path.name.translate(UNSEEN), reason))
            else:
                numbers[self._take(exam_id, result)] += 1
        return Collection(**numbers, refused=tuple(refused))

    def standings(self, exam_id: str) -> list[Standing]:
        package = self.package(exam_id)
        results = self.marking.applied(package, self._store.results(exam_id))
        return standings(package.exam, [*results, *self._from_paper(package)], self._clock.now())

    def handed_in(self) -> dict[str, int]:
        """How many people's result files have been collected, by exam; exams without any are left out."""
        return self._store.handed_in()

    def results(self, exam_id: str) -> list[SatResult]:
        """What was collected, a person's further sittings too, with what was marked here; nothing from paper."""
        return self.marking.applied(self.package(exam_id), self._store.results(exam_id))

    def marks(self, exam_id: str) -> list[PaperMarks]:
        return self._store.marks(exam_id)

    def put_marks(self, exam_id: str, marks: Sequence[PaperMarks]) -> None:
        """Points of paper exams as typed; an earlier version of the same person's is replaced, and kept in the log.

        Raises UserError where they cannot be those of this paper.
        """
        package = self.package(exam_id)
        sections = package.sections()
        for one in marks:
            if package.exam.person(one.person) is None or not fitting(one.points, sections):
                raise UserError(f"“{one.person}”的得分与试卷或名单对不上，没有保存。请核对后再填。")
        plain = [[one.person, one.session.value, list(one.points)] for one in marks]
        with self._journal.record("unit_exam.marked", exam_id, {"marks": plain}):
            self._store.put_marks(exam_id, marks)

    def grade_book(self, exam_id: str) -> GradeBook:
        return grade_book(self.package(exam_id).exam, self.standings(exam_id))

    def write_grade_book(self, exam_id: str, path: Path) -> None:
        """Raises UserError where it cannot be written."""
        from app.exports.grade_book_file import grade_book_file

        write_beside(path, grade_book_file(self.grade_book(exam_id), local_day(self._clock.now())))

    def _keep(self, package: ExamPackage, kind: str) -> None:
        if not self._saves:
            raise UserError(NOT_SAVED)
        from app.exports.exam_package_writer import package_body

        exam, body = package.exam, package_body(package)
        facts = {"title": exam.title, "paper": exam.paper.id, "people": len(exam.roster), "content": package.content}
        with self._journal.record(kind, exam.id, facts):
            made_at = self._clock.now().isoformat(timespec="seconds")
            self._store.add(exam.id, exam.title, made_at, len(exam.roster), body)

    def _read(self, exam_id: str, path: Path) -> tuple[SatResult | None, str]:
        if exam_id not in self._checks:
            self._checks[exam_id] = ResultCheck(self.package(exam_id))
        try:
            with path.open("rb") as file:
                content = file.read(MOST_RESULT_BYTES + 1)
            if len(content) > MOST_RESULT_BYTES:
                return None, "超过 4 MB，不会是一份结果文件"
            return self._checks[exam_id].check(read_result(content.decode("utf-8")))
        except OSError:
            return None, "读不了。请检查权限，或重新拷贝"
        except ValueError:
            return None, "不是完整的结果文件：可能被改动，或在拷贝时截断。请重新索取"

    def _take(self, exam_id: str, result: SatResult) -> str:
        known = self._store.result(exam_id, result.sitting)
        if known is not None and (
            known.events > result.events or (known.events, known.answers) == (result.events, result.answers)
        ):
            return "known"  # as many events but other answers: once collected without the words of a 简答
        facts = {
            "sitting": result.sitting,
            "person": result.person,
            "session": result.session.value,
            "score": result.score,
            "code": result.code,
        }
        with self._journal.record("unit_exam.collected", exam_id, facts):
            self._store.put_result(exam_id, result, self._clock.now().isoformat(timespec="seconds"))
        return "taken" if known is None else "renewed"

    def _from_paper(self, package: ExamPackage) -> list[SatResult]:
        paper = package.exam.paper
        return [
            SatResult(one.person, one.session, one.total, paper.total, paper.pass_score, source=ResultSource.PAPER)
            for one in self._store.marks(package.exam.id)
            if one.complete
        ]
