"""Builds pages from their keys. Each page is imported when it is first asked for, never at start."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.domain.errors import UserError
from app.ui.kit.page import Page

if TYPE_CHECKING:
    from app.services.services import Services
    from app.ui.presenter.deck_printing import DeckPrinting
    from app.ui.presenter.meeting_papers import MeetingPapers


class PageFactory:
    def __init__(self, services: "Services", data_folder: Path) -> None:
        self._services, self._data_folder = services, data_folder
        self._recent: list[str] = []
        self._builders: dict[str, Callable[[object], Page]] = {
            "home": self._home,
            "welcome": self._welcome,
            "library": self._library,
            "case": self._case,
            "regulations": self._regulations,
            "notes": self._notes,
            "search": self._search,
            "practice": self._practice,
            "practice_round": self._practice_round,
            "review": self._review,
            "review_round": self._review_round,
            "exams": self._exams,
            "unit_exam": self._unit_exam,
            "unit_exam_new": self._unit_exam_new,
            "unit_exam_book": self._unit_exam_book,
            "unit_exam_marks": self._unit_exam_marks,
            "exam": self._exam,
            "results": self._results,
            "analysis": self._analysis,
            "records": self._records,
            "settings": self._settings,
            "guide": self._guide,
            "paper_editor": self._paper_editor,
            "paper_edit": self._paper_edit,
            "presenter": self._presenter,
            "deck_edit": self._deck_edit,
            "meetings": self._meetings,
            "meeting_edit": self._meeting_edit,
            "meeting_room": self._meeting_room,
            "ledger": self._ledger,
            "issue": self._issue,
            "self_check": self._self_check,
            "self_check_sheet": self._self_check_sheet,
            "drafts": self._drafts,
            "post_risk": self._post_risk,
            "findings": self._findings,
            "reports": self._reports,
            "collection": self._collection,
            "look_backs": self._look_backs,
            "outcomes": self._outcomes,
        }

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._builders)

    def build(self, key: str, argument: object = None) -> Page:
        return self._builders[key](argument)

    def _home(self, argument: object) -> Page:
        from app.ui.home.home_page import HomePage

        one = self._services
        exams, meetings = lambda: one.exams, lambda: one.meetings  # at the start only if they are wanted
        return HomePage(
            one.library,
            one.study,
            one.home,
            exams,
            one.records,
            one.profiles,
            meetings=meetings,
            checks=lambda: (one.ledger, one.self_checks),
            dues=lambda: one.ledger_dues,
        )

    def _welcome(self, argument: object) -> Page:
        from app.ui.welcome.welcome_page import WelcomePage

        return WelcomePage(self._services.profiles, self._services.settings)

    def _library(self, argument: object) -> Page:
        from app.ui.library.library_page import LibraryPage

        one = self._services
        return LibraryPage(one.library, one.study, one.annotations, argument)

    def _case(self, argument: object) -> Page:
        from app.ui.library.case_page import CasePage

        one = self._services
        return CasePage(one.library, one.study, one.annotations, one.practice, one.settings, argument)

    def _regulations(self, argument: object) -> Page:
        from app.ui.regulations.regulations_page import RegulationsPage

        return RegulationsPage(self._services.library, argument, appearance=self._services.settings.appearance)

    def _notes(self, argument: object) -> Page:
        from app.ui.notes.notes_page import NotesPage

        return NotesPage(self._services.annotations, self._services.library)

    def _search(self, argument: object) -> Page:
        from app.ui.search.search_page import SearchPage

        page = SearchPage(self._services.search, self._services.library, str(argument or ""), self._recent)
        page.searched.connect(self._remember)
        return page

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
        return ExamLobbyPage(one.exams, one.profiles, one.papers, offered=one.paper_shelf.papers)

    def _unit_exam(self, argument: object) -> Page:
        from app.ui.unit_exam.unit_exam_page import UnitExamPage

        one = self._services
        return UnitExamPage(one.exam_seats, one.unit_exams, one.profiles)

    def _unit_exam_new(self, argument: object) -> Page:
        from app.ui.unit_exam.unit_exam_new_page import UnitExamNewPage

        return UnitExamNewPage(self._services.unit_exams, self._services.paper_shelf.papers)

    def _unit_exam_book(self, argument: object) -> Page:
        from app.ui.unit_exam.unit_exam_book_page import UnitExamBookPage

        return UnitExamBookPage(self._services.unit_exams, argument)

    def _unit_exam_marks(self, argument: object) -> Page:
        from app.ui.unit_exam.unit_exam_marks_page import UnitExamMarksPage

        return UnitExamMarksPage(self._services.unit_exams, argument)

    def _exam(self, argument: object) -> Page:
        from app.ui.exam.exam_page import ExamPage

        return ExamPage(self._services.exams, cast(str, argument))

    def _results(self, argument: object) -> Page:
        from app.ui.exam.record_sheet_saving import RecordSheetSaving
        from app.ui.exam.results_page import ResultsPage

        one = self._services
        self._catch_up()
        saving = RecordSheetSaving(one.exam_records, one.profiles.current.unit)
        return ResultsPage(one.exams, one.library, one.practice, cast("str | None", argument), saving)

    def _catch_up(self) -> None:
        with suppress(UserError):  # whoever saves next says it
            self._services.exams.releases.catch_up()

    def _analysis(self, argument: object) -> Page:
        from app.ui.analysis.analysis_page import AnalysisPage

        return AnalysisPage(self._services.item_analysis)

    def _records(self, argument: object) -> Page:
        from app.ui.records.records_page import RecordsPage

        one = self._services
        return RecordsPage(one.records, one.library, one.practice, one.profiles)

    def _settings(self, argument: object) -> Page:
        from app.ui.settings.settings_page import SettingsPage

        one = self._services
        return SettingsPage(
            one.settings, one.profiles, one.library, one.trouble, self._data_folder, argument, review=one.review
        )

    def _guide(self, argument: object) -> Page:
        from app.ui.guide.guide_page import GuidePage

        return GuidePage(self._services.guide, self._services.settings.appearance, argument)

    def _paper_editor(self, argument: object) -> Page:
        from app.ui.paper_editor.paper_editor_page import PaperEditorPage

        return PaperEditorPage(self._services.paper_editor)

    def _paper_edit(self, argument: object) -> Page:
        from app.ui.paper_editor.paper_edit_page import PaperEditPage

        return PaperEditPage(self._services.paper_editor, argument)

    def _presenter(self, argument: object) -> Page:
        from app.ui.presenter.presenter_page import PresenterPage

        one = self._services
        return PresenterPage(one.decks, one.meetings, one.library, self._printing())

    def _deck_edit(self, argument: object) -> Page:
        from app.ui.presenter.deck_edit_page import DeckEditPage

        one = self._services
        return DeckEditPage(one.decks, one.library, self._printing(), argument)

    def _meetings(self, argument: object) -> Page:
        from app.ui.presenter.meeting_list_page import MeetingListPage

        one = self._services
        return MeetingListPage(one.meetings, self._meeting_papers(), one.profiles.current.unit)

    def _meeting_edit(self, argument: object) -> Page:
        from app.ui.presenter.meeting_edit_page import MeetingEditPage

        one = self._services
        return MeetingEditPage(one.meetings, one.decks, one.library, self._meeting_papers(), argument)

    def _meeting_room(self, argument: object) -> Page:
        from app.ui.presenter.meeting_room_page import MeetingRoomPage

        return MeetingRoomPage(self._services.meetings, self._meeting_papers(), argument)

    def _printing(self) -> "DeckPrinting":
        from app.ui.presenter.deck_printing import DeckPrinting

        return DeckPrinting(self._services.meeting_documents, self._services.decks.files.path)

    def _meeting_papers(self) -> "MeetingPapers":
        from app.ui.presenter.meeting_papers import MeetingPapers

        return MeetingPapers(self._services.meetings, self._services.meeting_documents)

    def _ledger(self, argument: object) -> Page:
        from app.ui.rectify.ledger_document_exports import LedgerDocumentExports
        from app.ui.rectify.ledger_page import LedgerPage
        from app.ui.rectify.ledger_reported import reported_in

        one = self._services
        return LedgerPage(
            one.ledger,
            one.issues,
            argument,
            reported=lambda campaign: reported_in(one.reports, campaign, one.ledger.today()),
            exports=LedgerDocumentExports(one.ledger, one.ledger_documents),
            self_check="self_check" if "self_check" in self._builders else "",
        )

    def _issue(self, argument: object) -> Page:
        from app.ui.rectify.issue_page import IssuePage

        one = self._services
        return IssuePage(
            one.ledger,
            one.issues,
            one.evidence,
            one.library,
            argument,
            reports=one.reports,
            forms=one.ledger_documents,
        )

    def _self_check(self, argument: object) -> Page:
        from app.ui.rectify.self_check_page import SelfCheckPage

        one = self._services
        return SelfCheckPage(one.self_checks, one.ledger, one.library, argument)

    def _self_check_sheet(self, argument: object) -> Page:
        from app.ui.rectify.self_check_sheet_page import SelfCheckSheetPage

        one = self._services
        return SelfCheckSheetPage(one.self_checks, one.ledger, one.issues, argument, forms=one.ledger_documents)

    def _drafts(self, argument: object) -> Page:
        from app.ui.rectify.draft_page import DraftPage

        one = self._services
        return DraftPage(one.ledger, one.issues, one.self_checks, argument)

    def _post_risk(self, argument: object) -> Page:
        from app.ui.rectify.post_risk_page import PostRiskPage

        one = self._services
        return PostRiskPage(one.post_risks, one.ledger, one.issues, argument, forms=one.ledger_documents)

    def _findings(self, argument: object) -> Page:
        from app.ui.rectify.findings_page import FindingsPage

        return FindingsPage(self._services.findings, self._services.ledger, argument)

    def _reports(self, argument: object) -> Page:
        from app.ui.rectify.report_page import ReportPage

        one = self._services
        return ReportPage(one.ledger, one.reports, argument, who=one.profiles.current.name)

    def _collection(self, argument: object) -> Page:
        from app.ui.rectify.collection_page import CollectionPage

        one = self._services
        return CollectionPage(one.ledger, one.reports, one.collection, argument)

    def _look_backs(self, argument: object) -> Page:
        from app.ui.rectify.look_back_page import LookBackPage

        one = self._services
        return LookBackPage(
            one.ledger,
            one.issues,
            one.outcomes,
            one.rule_look_backs,
            argument,
            who=one.profiles.current.name,
            forms=one.ledger_documents,
        )

    def _outcomes(self, argument: object) -> Page:
        from app.ui.rectify.outcome_page import OutcomePage

        one = self._services
        return OutcomePage(one.ledger, one.outcomes, argument, forms=one.ledger_documents)

    def _remember(self, query: str) -> None:
        if query in self._recent:
            self._recent.remove(query)
        self._recent.insert(0, query)
        del self._recent[5:]
