"""练 and 考: the pages that ask questions, and those that show what became of the answers."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from app.domain.errors import UserError
from app.ui.exam.closed_pages import CLOSED
from app.ui.kit.page import Page

if TYPE_CHECKING:
    from app.services.services import Services


class QuestionPages:
    """Each is imported when it is first asked for; ``builders`` says by which key."""

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._learning: dict[str, set[int]] = {}

    def builders(self) -> dict[str, Callable[[object], Page]]:
        return {
            "practice": self._practice,
            "practice_round": self._practice_round,
            "review": self._review,
            "review_round": self._review_round,
            "exams": self._exams,
            "unit_exam": self._unit_exam,
            "unit_exam_new": self._unit_exam_new,
            "unit_exam_book": self._unit_exam_book,
            "unit_exam_marks": self._unit_exam_marks,
            "unit_exam_short": self._unit_exam_short,
            "exam": self._exam,
            "results": self._results,
            "analysis": self._analysis,
            "paper_editor": self._paper_editor,
            "paper_edit": self._paper_edit,
        }

    def instead_of(self, key: str) -> Page | None:
        """What stands in the place of a page that is shut while an exam without books is not handed in."""
        if key not in CLOSED:
            return None
        try:
            here, elsewhere = self._services.closed_book.here(), self._services.closed_book.elsewhere()
        except UserError:  # it would have to be handed in and cannot be saved: whoever saves next says it
            return None
        if here is not None:
            from app.ui.exam.closed_book_page import ClosedBookPage

            return ClosedBookPage(here, key)
        if elsewhere is not None:
            from app.ui.exam.closed_elsewhere_page import ClosedElsewherePage

            return ClosedElsewherePage(elsewhere, key)
        return None

    def _practice(self, argument: object) -> Page:
        from app.domain.practice import PracticeSource
        from app.ui.practice.practice_page import PracticePage

        source = argument if isinstance(argument, PracticeSource) else None
        return PracticePage(self._services.library, self._services.practice, source)

    def _practice_round(self, argument: object) -> Page:
        from app.ui.practice.practice_round_page import PracticeRoundPage

        return PracticeRoundPage(self._services.library, self._services.practice, argument)

    def _review(self, argument: object) -> Page:
        from app.ui.review.review_page import ReviewPage

        self._catch_up()
        return ReviewPage(self._services.library, self._services.practice, self._services.review)

    def _review_round(self, argument: object) -> Page:
        from app.ui.review.review_round_page import ReviewRoundPage

        one = self._services
        return ReviewRoundPage(one.library, one.practice, one.review, argument)

    def _exams(self, argument: object) -> Page:
        from app.ui.exam.exam_lobby_page import ExamLobbyPage

        one = self._services
        offered, shut = one.paper_shelf.papers, one.closed_book.shut
        return ExamLobbyPage(one.exams, one.profiles, one.papers, offered=offered, shut=shut)

    def _unit_exam(self, argument: object) -> Page:
        from app.ui.unit_exam.unit_exam_page import UnitExamPage

        one = self._services
        return UnitExamPage(one.exam_seats, one.unit_exams, one.profiles)

    def _unit_exam_new(self, argument: object) -> Page:
        from app.ui.unit_exam.unit_exam_new_page import UnitExamNewPage

        return UnitExamNewPage(self._services.unit_exams, self._services.paper_shelf.papers, draft=argument)

    def _unit_exam_book(self, argument: object) -> Page:
        from app.ui.exam.record_sheet import record_sheet_pdf
        from app.ui.unit_exam.unit_exam_book_page import UnitExamBookPage

        one, person = self._services, self._services.profiles.current
        parts = (one.unit_exams, one.item_analysis, argument)
        return UnitExamBookPage(*parts, who=person.name, unit=person.unit, sheet_pdf=record_sheet_pdf)

    def _unit_exam_marks(self, argument: object) -> Page:
        from app.ui.unit_exam.unit_exam_marks_page import UnitExamMarksPage

        one = self._services
        return UnitExamMarksPage(one.unit_exams, argument, one.papers, one.closed_book.shut)

    def _unit_exam_short(self, argument: object) -> Page:
        from app.ui.unit_exam.unit_exam_short_page import UnitExamShortPage

        return UnitExamShortPage(self._services.unit_exams, self._services.profiles.current.name, argument)

    def _exam(self, argument: object) -> Page:
        from app.ui.exam.exam_page import ExamPage

        return ExamPage(self._services.exams, cast(str, argument), library=self._services.library)

    def _results(self, argument: object) -> Page:
        from app.ui.exam.record_sheet_saving import RecordSheetSaving
        from app.ui.exam.result_file_saving import ResultFileSaving
        from app.ui.exam.results_page import ResultsPage

        one = self._services
        self._catch_up()
        saving = RecordSheetSaving(one.exam_records, one.profiles.current.unit)
        handing = ResultFileSaving(one.exam_seats)
        parts = (one.exams, one.library, one.practice, argument, saving)
        return ResultsPage(*parts, learning=self._learning, handing=handing)

    def _analysis(self, argument: object) -> Page:
        from app.ui.analysis.analysis_page import AnalysisPage

        return AnalysisPage(self._services.item_analysis, argument)

    def _paper_editor(self, argument: object) -> Page:
        from app.ui.paper_editor.paper_editor_page import PaperEditorPage

        return PaperEditorPage(self._services.paper_editor)

    def _paper_edit(self, argument: object) -> Page:
        from app.ui.paper_editor.paper_edit_page import PaperEditPage

        return PaperEditPage(self._services.paper_editor, argument)

    def _catch_up(self) -> None:
        with suppress(UserError):  # whoever saves next says it
            self._services.exams.releases.catch_up()
