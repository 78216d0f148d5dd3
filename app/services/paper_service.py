"""A paper as Word files, to print: two versions, each with its answer sheet and its key."""

import random
from pathlib import Path

from app.domain.clock import Clock, local_day
from app.domain.confidentiality import refuse_graded
from app.domain.drawing import draw
from app.domain.errors import UserError
from app.domain.exam_package import ExamPackage
from app.domain.paper import Paper
from app.domain.paper_heading import NO_HEADING, PaperHeading
from app.domain.paper_versions import paper_versions
from app.domain.printed_paper import PrintedPaper
from app.domain.question import Question
from app.services.document_folder import safe_name, write_together
from app.services.library_service import LibraryService

HIGHEST_SEED = 999_999
_SHOWN_OF_FINGERPRINT = 8


class PaperService:
    """Touches no person's records: printing a paper is nobody's exam."""

    def __init__(self, library: LibraryService, clock: Clock, chance: random.Random) -> None:
        self._library, self._clock, self._chance = library, clock, chance

    def content(self, package: ExamPackage | None = None) -> str:
        """The version of the bank, or of that of a 统考, as it stands at the foot of a paper."""
        return (package.content if package else self._library.fingerprint)[:_SHOWN_OF_FINGERPRINT]

    def new_seed(self) -> int:
        return self._chance.randrange(1, HIGHEST_SEED + 1)

    def versions(
        self,
        paper: Paper,
        seed: int,
        heading: PaperHeading = NO_HEADING,
        package: ExamPackage | None = None,
    ) -> tuple[PrintedPaper, PrintedPaper]:
        """A and B; the same seed and the same bank give the same. ``package``: from the questions of a 统考.

        Raises UserError where the bank is too thin or the seed is no 卷号.
        """
        if not 1 <= seed <= HIGHEST_SEED:
            raise UserError(f"卷号种子 {seed} 不能用。请写 1 到 {HIGHEST_SEED} 之间的整数。")
        bank = package.questions if package else self._bank()
        day = local_day(self._clock.now())
        return paper_versions(paper, draw(paper, bank, seed), seed, self.content(package), day, heading)

    def write_papers(
        self,
        paper: Paper,
        seed: int,
        folder: Path,
        heading: PaperHeading = NO_HEADING,
        package: ExamPackage | None = None,
    ) -> list[Path]:
        """试卷, 答题卡 and 答案与解析 of A and B, all six or none.

        Raises UserError where the paper cannot be drawn, the folder cannot be written, or one of the files is open.
        """
        from app.exports.answer_key_document import AnswerKeyDocument
        from app.exports.answer_sheet_document import AnswerSheetDocument
        from app.exports.paper_document import PaperDocument

        titles = {case.slug: case.title for case in self._library.cases()}
        files: dict[str, bytes] = {}
        refuse_graded(heading.occasion, heading.held)
        for version in self.versions(paper, seed, heading, package):
            name = f"{safe_name(version.head)}（{version.code}）"
            files[f"{name}试卷.docx"] = PaperDocument(version).to_bytes()
            files[f"{name}答题卡.docx"] = AnswerSheetDocument(version).to_bytes()
            files[f"{name}答案与解析.docx"] = AnswerKeyDocument(version, titles).to_bytes()
        return write_together(folder, files)

    def _bank(self) -> tuple[Question, ...]:
        return tuple(self._library.questions(one.id for one in self._library.question_summaries()))
