"""试题分析: how the questions did in the exams whose records are here."""

from typing import NamedTuple

from app.domain.item_analysis import ItemAnalysis, analyse
from app.services.exam_service import ExamService


class AnalysedPaper(NamedTuple):
    paper_id: str
    title: str
    attempts: int


class ItemAnalysisService:
    """One person's exams for now; records merged from other PCs will add to them.

    Exams whose keys are held back are not among them."""

    def __init__(self, exams: ExamService) -> None:
        self._exams = exams

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
