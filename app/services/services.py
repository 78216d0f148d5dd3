"""What the windows and the command line are handed."""

from __future__ import annotations  # a service is imported when it is first asked for: at start few are

import random
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.services.profile_service import ProfileService
from app.services.settings_service import SettingsService
from app.storage.activity_store import ActivityStore

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.annotation_service import AnnotationService
    from app.services.deck_service import DeckService
    from app.services.evidence_service import EvidenceService
    from app.services.exam_record_service import ExamRecordService
    from app.services.exam_seat_service import ExamSeatService
    from app.services.exam_service import ExamService
    from app.services.findings_service import FindingsService
    from app.services.home_service import HomeService
    from app.services.issue_book import IssueBook
    from app.services.issue_service import IssueService
    from app.services.item_analysis_service import ItemAnalysisService
    from app.services.ledger_desk import LedgerDesk
    from app.services.ledger_service import LedgerService
    from app.services.meeting_documents import MeetingDocuments
    from app.services.meeting_service import MeetingService
    from app.services.outcome_service import OutcomeService
    from app.services.paper_editor_service import PaperEditorService
    from app.services.paper_service import PaperService
    from app.services.paper_shelf import PaperShelf
    from app.services.post_risk_service import PostRiskService
    from app.services.practice_service import PracticeService
    from app.services.record_service import RecordService
    from app.services.report_book import ReportBook
    from app.services.report_collection import ReportCollection
    from app.services.report_service import ReportService
    from app.services.review_service import ReviewService
    from app.services.rule_look_back_service import RuleLookBackService
    from app.services.search_service import SearchService
    from app.services.self_check_service import SelfCheckService
    from app.services.study_service import StudyService
    from app.services.unit_exam_service import UnitExamService
    from app.services.wrong_answer_book import WrongAnswerBook
    from app.storage.attempt_store import AttemptStore
    from app.storage.database import Database
    from app.storage.journal import Journal
    from app.storage.paper_store import PaperStore
    from app.storage.question_store import QuestionStore
    from app.storage.review_store import ReviewStore


class Services:
    """``trouble`` is a sentence to keep on screen, or ""; ``close`` is called once, at the end."""

    def __init__(
        self,
        bus: EventBus,
        clock: Clock,
        chance: random.Random,
        library: LibraryService,
        profiles: ProfileService,
        settings: SettingsService,
        database: Database,
        journal: Journal,
        unit: tuple[Database, Journal],
        why_no_exam: Callable[[], str],
        trouble: str,
        close: Callable[[], None],
    ) -> None:
        """``database`` holds the records of the current person, ``journal`` is its log; ``unit`` is the same for all of
        this PC together."""
        self.bus, self.library, self.profiles, self.settings = bus, library, profiles, settings
        self.trouble, self.close = trouble, close
        self._clock, self._chance, self._why_no_exam = clock, chance, why_no_exam
        self._connection, self._journal = database.connection, journal
        self._unit, self._unit_journal = unit
        self._activities = ActivityStore(self._connection)

    @cached_property
    def home(self) -> HomeService:
        from app.services.home_service import HomeService
        from app.storage.glance_store import GlanceStore

        return HomeService(GlanceStore(self._connection), self._clock)

    @cached_property
    def study(self) -> StudyService:
        from app.services.study_service import StudyService
        from app.storage.progress_store import ProgressStore

        progress = ProgressStore(self._connection)
        return StudyService(self._journal, progress, self._activities, self.bus, self._clock)

    @cached_property
    def records(self) -> RecordService:
        from app.services.record_service import RecordService

        return RecordService(self._activities, self._attempts, self._journal, self._clock)

    @cached_property
    def annotations(self) -> AnnotationService:
        from app.services.annotation_service import AnnotationService
        from app.storage.annotation_store import AnnotationStore

        return AnnotationService(self._journal, AnnotationStore(self._connection), self.bus, self._clock)

    @cached_property
    def search(self) -> SearchService:
        from app.services.search_service import SearchService

        return SearchService(self.library, self.annotations, lambda case_id: self.study.progress(case_id).gate_open)

    @cached_property
    def practice(self) -> PracticeService:
        from app.services.practice_service import PracticeService

        return PracticeService(
            self.library,
            self._journal,
            self._questions,
            self._attempts,
            self._activities,
            self._book,
            self.bus,
            self._clock,
            self._chance,
        )

    @cached_property
    def review(self) -> ReviewService:
        from app.services.review_service import ReviewService
        from app.storage.setting_store import SettingStore

        return ReviewService(
            self.library,
            self._journal,
            self._attempts,
            self._cards,
            SettingStore(self._connection),
            self.bus,
            self._clock,
        )

    @cached_property
    def papers(self) -> PaperService:
        from app.services.paper_service import PaperService

        return PaperService(self.library, self._clock, self._chance)

    @cached_property
    def exams(self) -> ExamService:
        from app.services.exam_service import ExamService
        from app.storage.exam_store import ExamStore

        return ExamService(
            self.library,
            self._journal,
            ExamStore(self._connection, self._questions),
            self._activities,
            self._book,
            self.bus,
            self._clock,
            self._chance,
            self._why_no_exam,
        )

    @cached_property
    def exam_records(self) -> ExamRecordService:
        from app.services.exam_record_service import ExamRecordService
        from app.storage.exam_store import ExamStore

        exams = ExamStore(self._connection, self._questions)
        return ExamRecordService(self._journal, exams, self._questions, self._clock)

    @cached_property
    def unit_exams(self) -> UnitExamService:
        from app.services.unit_exam_service import UnitExamService
        from app.storage.unit_exam_store import UnitExamStore

        store = UnitExamStore(self._unit.connection)
        return UnitExamService(self.library, self._unit_journal, store, self._clock, self._unit.path is not None)

    @cached_property
    def exam_seats(self) -> ExamSeatService:
        from app.services.exam_seat_service import ExamSeatService
        from app.storage.exam_store import ExamStore

        store = ExamStore(self._connection, self._questions)
        return ExamSeatService(self.exams, store, self.exam_records, self._clock)

    @cached_property
    def item_analysis(self) -> ItemAnalysisService:
        from app.services.item_analysis_service import ItemAnalysisService

        return ItemAnalysisService(self.exams)

    @cached_property
    def _attempts(self) -> AttemptStore:
        from app.storage.attempt_store import AttemptStore

        return AttemptStore(self._connection)

    @cached_property
    def _cards(self) -> ReviewStore:
        from app.storage.review_store import ReviewStore

        return ReviewStore(self._connection)

    @cached_property
    def _book(self) -> WrongAnswerBook:
        from app.services.wrong_answer_book import WrongAnswerBook

        return WrongAnswerBook(self._journal, self._attempts, self._cards)

    @cached_property
    def paper_shelf(self) -> PaperShelf:
        from app.services.paper_shelf import PaperShelf

        return PaperShelf(self.library, self._papers)

    @cached_property
    def paper_editor(self) -> PaperEditorService:
        from app.services.paper_editor_service import PaperEditorService

        return PaperEditorService(
            self.library,
            self._unit_journal,
            self._papers,
            self.bus,
            self._clock,
            self._chance,
            lambda: self.profiles.current.shown_name,
            self._unit.path is not None,
        )

    @cached_property
    def decks(self) -> DeckService:
        from app.services.deck_files import DeckFiles
        from app.services.deck_service import DeckService
        from app.storage.deck_store import DeckStore

        store, unit = DeckStore(self._unit.connection), self._unit.path
        return DeckService(
            self.library,
            self._unit_journal,
            store,
            DeckFiles(unit.parent / "decks" if unit else None, store),
            self.bus,
            self._clock,
            lambda: self.profiles.current,
            self._unit.path is not None,
        )

    @cached_property
    def meetings(self) -> MeetingService:
        from app.services.meeting_desk import MeetingDesk
        from app.services.meeting_service import MeetingService
        from app.storage.meeting_store import MeetingStore
        from app.storage.stage_store import StageStore

        desk = MeetingDesk(
            self._unit_journal,
            MeetingStore(self._unit.connection),
            StageStore(self._unit.connection),
            self.bus,
            self._clock,
            lambda: self.profiles.current.shown_name,
            self._unit.path is not None,
        )
        return MeetingService(desk, self.decks, self.library, self._chance)

    @cached_property
    def meeting_documents(self) -> MeetingDocuments:
        from app.services.meeting_documents import MeetingDocuments

        return MeetingDocuments(self._clock, lambda: self.library.fingerprint)

    @cached_property
    def ledger(self) -> LedgerService:
        from app.services.ledger_service import LedgerService

        return LedgerService(self._ledger_desk, self._issue_book.store)

    @cached_property
    def issues(self) -> IssueService:
        from app.services.issue_service import IssueService

        return IssueService(self.ledger, self._issue_book, self.evidence)

    @cached_property
    def evidence(self) -> EvidenceService:
        from app.domain.ledger.evidence import Evidence
        from app.services.evidence_files import EvidenceFiles
        from app.services.evidence_service import EvidenceService
        from app.storage.placed_bodies import PlacedBodies
        from app.storage.setting_store import SettingStore

        connection, unit = self._unit.connection, self._unit.path
        files = EvidenceFiles(unit.parent / "ledger" if unit else None)
        store = PlacedBodies(connection, "evidence", ("issue",), Evidence)
        return EvidenceService(self._issue_book, store, SettingStore(connection), files)

    @cached_property
    def self_checks(self) -> SelfCheckService:
        from app.services.self_check_service import SelfCheckService
        from app.storage.self_check_store import SelfCheckStore

        store = SelfCheckStore(self._unit.connection)
        return SelfCheckService(self.ledger, self._issue_book, store, self.library)

    @cached_property
    def post_risks(self) -> PostRiskService:
        from app.domain.ledger.post_risk import PostRisk
        from app.services.post_risk_service import PostRiskService
        from app.storage.placed_bodies import PlacedBodies

        store = PlacedBodies(self._unit.connection, "post_risk", ("unit",), PostRisk)
        return PostRiskService(self.ledger, self._issue_book, store)

    @cached_property
    def findings(self) -> FindingsService:
        from app.services.findings_service import FindingsService

        return FindingsService(self.ledger, self._issue_book)

    @cached_property
    def outcomes(self) -> OutcomeService:
        from app.services.outcome_service import OutcomeService
        from app.storage.outcome_store import OutcomeStore

        folder = self._unit.path.parent / "ledger" if self._unit.path else None
        store = OutcomeStore(self._unit.connection)
        return OutcomeService(self.ledger, self._issue_book, store, self.self_checks, self.post_risks, folder)

    @cached_property
    def rule_look_backs(self) -> RuleLookBackService:
        from app.services.rule_look_back_service import RuleLookBackService
        from app.storage.outcome_store import OutcomeStore

        return RuleLookBackService(self.ledger, self._ledger_desk, OutcomeStore(self._unit.connection))

    @cached_property
    def reports(self) -> ReportService:
        from app.services.report_service import ReportService

        return ReportService(self._report_book)

    @cached_property
    def collection(self) -> ReportCollection:
        from app.services.report_collection import ReportCollection

        return ReportCollection(self._report_book)

    @cached_property
    def _report_book(self) -> ReportBook:
        from app.services.report_book import ReportBook
        from app.storage.report_store import ReportStore

        store = ReportStore(self._unit.connection)
        return ReportBook(self._ledger_desk, self.ledger, self._issue_book.store, store)

    @cached_property
    def _issue_book(self) -> IssueBook:
        from app.services.issue_book import IssueBook
        from app.storage.ledger_store import LedgerStore

        return IssueBook(self._ledger_desk, LedgerStore(self._unit.connection))

    @cached_property
    def _ledger_desk(self) -> LedgerDesk:
        from app.services.ledger_desk import LedgerDesk

        return LedgerDesk(
            self._unit_journal,
            self.bus,
            self._clock,
            lambda: self.profiles.current.shown_name,
            self._unit.path is not None,
        )

    @cached_property
    def _papers(self) -> PaperStore:
        from app.storage.paper_store import PaperStore

        return PaperStore(self._unit.connection)

    @cached_property
    def _questions(self) -> QuestionStore:
        from app.storage.question_store import QuestionStore

        return QuestionStore(self._connection)
