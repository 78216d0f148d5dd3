"""Organising a 单位统考: making its file, collecting what comes back, and the 成绩册."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.clock import Clock, local_day
from app.domain.collection import Collection
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.exam_package import ExamPackage, questions_for
from app.domain.exam_window import ExamWindow
from app.domain.grade_book import GradeBook, grade_book
from app.domain.package_header import password_fault
from app.domain.paper import Paper
from app.domain.paper_marks import PaperMarks, fitting
from app.domain.result_decision import Decision
from app.domain.roster import Roster
from app.domain.roster_person import RosterPerson
from app.domain.sat_result import ResultSource, SatResult
from app.domain.standing import Standing, standings
from app.domain.unit_exam import BookRule, UnitExam
from app.domain.unit_exam_draft import UnitExamDraft, make_up_draft, make_up_fault
from app.services.appearance_file import write_beside
from app.services.library_service import LibraryService
from app.services.ordered_id import ordered_id
from app.services.table_file import read_table_file
from app.services.unit_exam_collecting import UnitExamCollecting
from app.services.unit_exam_decisions import UnitExamDecisions
from app.services.unit_exam_marking import UnitExamMarking
from app.services.unit_exam_sheets import UnitExamSheets
from app.storage.journal import Journal
from app.storage.unit_exam_store import UnitExamStore

NOT_SAVED = "现在不能保存单位的数据，所以不能组织统考。请先按上方提示处理。"


class UnitExamService:
    def __init__(
        self, library: LibraryService, journal: Journal, store: UnitExamStore, clock: Clock, saves: bool
    ) -> None:
        """``journal`` is the unit's own; without ``saves`` it is in memory only and nothing can be organised."""
        self._library, self._journal, self._store, self._clock = library, journal, store, clock
        self._saves = saves
        self.decisions = UnitExamDecisions(journal)
        self.marking = UnitExamMarking(journal, store, clock, self.decisions)
        self.sheets = UnitExamSheets(self.package, self.standings, clock)
        self._collecting = UnitExamCollecting(journal, store, clock, self.package)

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
        on_paper: bool = False,
    ) -> UnitExam:
        """Keep a new exam with a copy of every question that its paper may ask; `write_package` gives its file.
        ``score_shown``: whether a candidate sees the own score before it is all over. ``on_paper``: there is no file,
        marks are typed in, and its time may be over.

        Raises UserError with everything that speaks against it.
        """
        package = self._drafted(title, paper, window, make_up, book, roster, score_shown, on_paper)
        self._keep(package, "unit_exam.made")
        return package.exam

    def check(
        self,
        title: str,
        paper: Paper,
        window: ExamWindow,
        make_up: ExamWindow | None,
        roster: Sequence[RosterPerson],
        on_paper: bool = False,
    ) -> None:
        """Raises UserError as `make` would; nothing is kept."""
        self._drafted(title, paper, window, make_up, BookRule.CLOSED, roster, on_paper=on_paper)

    def _drafted(
        self,
        title: str,
        paper: Paper,
        window: ExamWindow,
        make_up: ExamWindow | None,
        book: BookRule,
        roster: Sequence[RosterPerson],
        score_shown: bool = True,
        on_paper: bool = False,
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
            on_paper=on_paper,
        )
        if faults := list(exam.faults()):
            raise UserError("\n".join(faults))
        last = make_up.closing if make_up else exam.window.closing
        if last <= self._clock.now() and not on_paper:
            raise UserError("开考时段已经过去。请改成以后的时间；已经在纸上考过的，选“纸质考试”登记成绩。")
        package = ExamPackage(exam, questions_for(paper, self._library.bank()), self._library.fingerprint)
        if package.thin():
            raise UserError(f"《{paper.title}》现在组不成卷：题库里的题不够。请换一份试卷，或先导入题目。")
        return package

    def write_package(self, exam_id: str, password: str, again: str, path: Path) -> None:
        """The file for every PC.

        Raises UserError for a password that will not do, where it cannot be written, or for an exam out of use.
        """
        from app.exports.exam_package_writer import write_package

        self.decisions.refuse_retired(exam_id)
        if fault := password_fault(password, again):
            raise UserError(fault)
        package = self.package(exam_id)
        if package.exam.on_paper:
            raise UserError("这次是纸质考试，只登记成绩，没有统考文件。")
        write_beside(path, write_package(package, password))

    def adopt(self, package: ExamPackage) -> None:
        """Go on here with an exam that was made on another PC. Nothing changes where it is known."""
        if not self._store.body(package.exam.id):
            self._keep(package, "unit_exam.adopted")

    def exams(self) -> list[tuple[str, str, str, int]]:
        """(id, title, made_at, people), newest first; those out of use last, and their titles say so."""
        rows, out = self._store.exams(), self.decisions.retired()
        retired = [(one[0], f"{one[1]}（已停用）", one[2], one[3]) for one in rows if one[0] in out]
        return [*(one for one in rows if one[0] not in out), *retired]

    def package(self, exam_id: str) -> ExamPackage:
        from app.packs.exam_package_reader import read_body

        body = self._store.body(exam_id)
        if not body:
            raise UserError("找不到这次统考。请回到统考列表重新选择。")
        return read_body(body)

    def collect(self, exam_id: str, folder: Path) -> Collection:
        """Take every result file of a folder and of those in it; what was taken before changes nothing.

        Raises UserError where the folder cannot be read, or the exam is out of use.
        """
        self.decisions.refuse_retired(exam_id)
        return self._collecting.collect(exam_id, folder)

    def standings(self, exam_id: str) -> list[Standing]:
        """By what was collected and typed in, with what was marked and decided here."""
        package = self.package(exam_id)
        results = self.marking.applied(package, self._store.results(exam_id))
        decided = self.decisions.standing(exam_id)
        return standings(package.exam, [*results, *self._from_paper(package)], self._clock.now(), decided)

    def decide(self, exam_id: str, result: SatResult, what: Decision, by: str, why: str = "") -> None:
        """That this result is the one to count, that it does not count, or neither of both any more.

        Raises UserError as `UnitExamDecisions.decide` does, and where there is no such result.
        """
        if not any(result.key == one.key for standing in self.standings(exam_id) for one in standing.every):
            raise UserError("这一份成绩已经不在成绩册里，没有保存。请回到成绩册重新选择。")
        self.decisions.decide(exam_id, result, what, by, why)

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
        decided, out = self.decisions.standing(exam_id), self.decisions.retired().get(exam_id)
        book = grade_book(self.package(exam_id).exam, self.standings(exam_id), decided)
        return replace(book, lines=(*book.lines, out.words)) if out is not None else book

    def write_grade_book(self, exam_id: str, path: Path) -> None:
        """Raises UserError where it cannot be written."""
        from app.exports.grade_book_file import grade_book_file

        write_beside(path, grade_book_file(self.grade_book(exam_id), local_day(self._clock.now())))

    def write_grade_book_document(self, exam_id: str, path: Path) -> None:
        """The same as a Word document. Raises UserError where it cannot be written."""
        from app.exports.grade_book_document import GradeBookDocument

        write_beside(path, GradeBookDocument(self.grade_book(exam_id), local_day(self._clock.now())).to_bytes())

    def make_up_draft(self, exam_id: str) -> UnitExamDraft:
        """What another 统考 begins with for those who missed this one or did not pass it.

        Raises UserError while somebody may still sit it, while answers wait to be marked, or where nobody is left.
        """
        exam, found = self.package(exam_id).exam, self.standings(exam_id)
        if fault := make_up_fault(exam, found, self._clock.now()):
            raise UserError(fault)
        return make_up_draft(exam, found)

    def _keep(self, package: ExamPackage, kind: str) -> None:
        if not self._saves:
            raise UserError(NOT_SAVED)
        from app.exports.exam_package_writer import package_body

        exam, body = package.exam, package_body(package)
        facts = {"title": exam.title, "paper": exam.paper.id, "people": len(exam.roster), "content": package.content}
        with self._journal.record(kind, exam.id, facts):
            made_at = self._clock.now().isoformat(timespec="seconds")
            self._store.add(exam.id, exam.title, made_at, len(exam.roster), body)

    def _from_paper(self, package: ExamPackage) -> list[SatResult]:
        paper = package.exam.paper
        return [
            SatResult(one.person, one.session, one.total, paper.total, paper.pass_score, source=ResultSource.PAPER)
            for one in self._store.marks(package.exam.id)
            if one.complete
        ]
