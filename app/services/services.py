"""What the windows and the command line are handed."""

from __future__ import annotations  # a service is imported when it is first asked for: at start few are

import random
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from app.services.bus import EventBus
from app.services.ledger_services import LedgerServices
from app.services.library_service import LibraryService
from app.services.meeting_services import MeetingServices
from app.services.profile_service import ProfileService
from app.services.settings_service import SettingsService
from app.storage.activity_store import ActivityStore

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.finished_exam import FinishedExam
    from app.services.annotation_service import AnnotationService
    from app.services.case_issue_service import CaseIssueService
    from app.services.closed_book import ClosedBook
    from app.services.exam_record_service import ExamRecordService
    from app.services.exam_seat_service import ExamSeatService
    from app.services.exam_service import ExamService
    from app.services.guide_service import GuideService
    from app.services.home_service import HomeService
    from app.services.item_analysis_service import ItemAnalysisService
    from app.services.paper_editor_service import PaperEditorService
    from app.services.paper_service import PaperService
    from app.services.paper_shelf import PaperShelf
    from app.services.practice_service import PracticeService
    from app.services.record_service import RecordService
    from app.services.review_service import ReviewService
    from app.services.search_service import SearchService
    from app.services.study_service import StudyService
    from app.services.unit_exam_service import UnitExamService
    from app.services.wrong_answer_book import WrongAnswerBook
    from app.storage.attempt_store import AttemptStore
    from app.storage.database import Database
    from app.storage.journal import Journal
    from app.storage.paper_store import PaperStore
    from app.storage.question_store import QuestionStore
    from app.storage.review_store import ReviewStore


class Services(MeetingServices, LedgerServices):
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
        guide_folder: Path,
    ) -> None:
        """``database`` holds the records of the current person, ``journal`` is its log; ``unit`` is the same for all of
        this PC together."""
        self.bus, self.library, self.profiles, self.settings = bus, library, profiles, settings
        self.trouble, self.close, self._guide_folder = trouble, close, guide_folder
        self._clock, self._chance, self._why_no_exam = clock, chance, why_no_exam
        self._connection, self._journal = database.connection, journal
        self._unit, self._unit_journal = unit
        self._activities = ActivityStore(self._connection)

    @property
    def clock(self) -> Clock:
        """By which everything goes that is dated or timed."""
        return self._clock

    @cached_property
    def home(self) -> HomeService:
        from app.services.home_service import HomeService
        from app.storage.glance_store import GlanceStore
        from app.storage.unit_glance_store import UnitGlanceStore

        return HomeService(GlanceStore(self._connection), UnitGlanceStore(self._unit.connection), self._clock)

    @cached_property
    def case_issues(self) -> CaseIssueService:
        from app.services.case_issue_service import CaseIssueService
        from app.storage.unit_glance_store import UnitGlanceStore

        return CaseIssueService(UnitGlanceStore(self._unit.connection))

    @cached_property
    def study(self) -> StudyService:
        from app.services.study_service import StudyService
        from app.storage.progress_store import ProgressStore

        progress = ProgressStore(self._connection)
        return StudyService(self._journal, progress, self._activities, self.bus, self._clock)

    @cached_property
    def records(self) -> RecordService:
        from app.services.record_service import RecordService

        def exams(ids: Collection[str]) -> list[FinishedExam]:
            from app.storage.finished_exam_store import FinishedExamStore

            return FinishedExamStore(self._connection).all(ids)

        return RecordService(self._activities, self._attempts, self._journal, self._clock, exams)

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
        from app.services.practice_rounds import PracticeRounds
        from app.services.practice_service import PracticeService
        from app.storage.setting_store import SettingStore

        settings = SettingStore(self._connection)
        return PracticeService(
            self.library,
            self._journal,
            self._questions,
            self._attempts,
            PracticeRounds(self._journal, settings, self._activities, self._clock),
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
            lambda: self.profiles.current.name,
        )

    @cached_property
    def closed_book(self) -> ClosedBook:
        from app.services.closed_book import ClosedBook

        return ClosedBook(lambda: self.exams, self.home, self.profiles, self._clock)

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
        from app.storage.setting_store import SettingStore

        store, settings = ExamStore(self._connection, self._questions), SettingStore(self._connection)
        return ExamSeatService(self.exams, store, self.exam_records, self._journal, settings, self._clock)

    @cached_property
    def guide(self) -> GuideService:
        from app.services.guide_service import GuideService

        return GuideService(self._guide_folder)

    @cached_property
    def item_analysis(self) -> ItemAnalysisService:
        from app.services.item_analysis_service import ItemAnalysisService

        return ItemAnalysisService(self.exams, self.unit_exams, self._clock)

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
    def _papers(self) -> PaperStore:
        from app.storage.paper_store import PaperStore

        return PaperStore(self._unit.connection)

    @cached_property
    def _questions(self) -> QuestionStore:
        from app.storage.question_store import QuestionStore

        return QuestionStore(self._connection)
