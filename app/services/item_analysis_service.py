"""试题分析: how the questions did in the exams whose records are here, and in the unit's own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.domain.answered_paper import AnsweredPaper
from app.domain.clock import Clock
from app.domain.errors import DamagedDataError
from app.domain.exam_package import ExamPackage
from app.domain.exam_release import withheld
from app.domain.item_analysis import ItemAnalysis, analyse
from app.domain.result_decision import Decisions
from app.domain.sat_answers import read_answers
from app.domain.sat_result import SatResult
from app.domain.standing import standings
from app.domain.unit_exam_analysis import UnitExamAnalysis
from app.services.exam_service import ExamService
from app.services.unit_exam_service import UnitExamService

DAMAGED = "收回来的作答有损坏，读不出来。请关闭程序，把数据文件夹复制一份。"


class AnalysedPaper(NamedTuple):
    paper_id: str
    title: str
    attempts: int


class AnalysedUnitExam(NamedTuple):
    """``handed_in``: people whose result files have been collected."""

    exam_id: str
    title: str
    handed_in: int


class ItemAnalysisService:
    """The person's own exams on this PC, and what was collected here of the unit's.

    Exams whose keys are held back say nothing of their questions in either."""

    def __init__(self, exams: ExamService, unit_exams: UnitExamService, clock: Clock) -> None:
        self._exams, self._unit_exams, self._clock = exams, unit_exams, clock
        self._last: tuple[object, UnitExamAnalysis] | None = None

    def papers(self) -> list[AnalysedPaper]:
        """The papers that were sat and handed in, the latest first."""
        titles: dict[str, tuple[str, int]] = {}
        held = self._exams.releases.all_withheld()
        for exam_id, paper_id, title, *_ in self._exams.history():
            if exam_id in held:
                continue
            first, count = titles.get(paper_id, (title, 0))
            titles[paper_id] = first, count + 1
        return [AnalysedPaper(paper_id, title, count) for paper_id, (title, count) in titles.items()]

    def analyse(self, paper_id: str = "") -> list[ItemAnalysis]:
        """The questions of one paper, or of all. Raises UserError where a record cannot be read."""
        held = self._exams.releases.all_withheld()
        known = (one for one in self._exams.history() if one[0] not in held)
        chosen = [one[0] for one in known if paper_id in ("", one[1])]
        return analyse(self._exams.result(exam_id) for exam_id in reversed(chosen))

    def unit_exams(self) -> list[AnalysedUnitExam]:
        """The unit's exams of which results were collected here, newest first."""
        handed_in = self._unit_exams.handed_in()
        return [
            AnalysedUnitExam(exam_id, title, handed_in[exam_id])
            for exam_id, title, *_ in self._unit_exams.exams()
            if exam_id in handed_in
        ]

    def analyse_unit_exam(self, exam_id: str) -> UnitExamAnalysis:
        """A person's make-up is another paper; of two papers of one session that counts which counts in the 成绩册.

        Raises UserError where there is no such exam, or where it cannot be read.
        """
        package, results = self._unit_exams.package(exam_id), self._unit_exams.results(exam_id)
        release = withheld(package.exam.release.written, self._clock.now())
        on_paper = {one.person for one in self._unit_exams.marks(exam_id)}
        decided = self._unit_exams.decisions.standing(exam_id)
        known = (exam_id, [(one.sitting, one.answers) for one in results], on_paper, release, decided)
        if self._last is None or self._last[0] != known:
            counted = self._counted(package, results, decided)
            self._last = (
                known,
                UnitExamAnalysis(
                    title=package.exam.title,
                    roster=len(package.exam.roster),
                    handed_in=len({one.person for one in results}),
                    papers=len(counted),
                    besides=len(results) - len(counted),
                    unmarked=sum(one.unmarked for one in counted),
                    on_paper=len(on_paper),
                    release=release,
                    items=() if release is not None else tuple(analyse(_papers(package, counted))),
                ),
            )
        return self._last[1]

    def _counted(self, package: ExamPackage, results: Sequence[SatResult], decided: Decisions) -> list[SatResult]:
        found = standings(package.exam, results, self._clock.now(), decided)
        return [one for standing in found for one in (standing.main, standing.make_up) if one is not None]


def _papers(package: ExamPackage, results: Sequence[SatResult]) -> Iterator[AnsweredPaper]:
    try:
        for one in results:
            yield AnsweredPaper(package.exam.paper, read_answers(one.answers, package.questions))
    except (ValueError, TypeError, IndexError) as error:
        raise DamagedDataError(DAMAGED) from error
