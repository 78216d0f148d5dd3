"""The services of 改, a part of what the windows and the command line are handed."""

from __future__ import annotations  # a service is imported when it is first asked for: at start few are

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.bus import EventBus
    from app.services.evidence_service import EvidenceService
    from app.services.findings_service import FindingsService
    from app.services.issue_book import IssueBook
    from app.services.issue_service import IssueService
    from app.services.ledger_desk import LedgerDesk
    from app.services.ledger_documents import LedgerDocuments
    from app.services.ledger_due_service import LedgerDueService
    from app.services.ledger_service import LedgerService
    from app.services.library_service import LibraryService
    from app.services.outcome_service import OutcomeService
    from app.services.own_shelf import OwnShelf
    from app.services.post_risk_service import PostRiskService
    from app.services.profile_service import ProfileService
    from app.services.report_book import ReportBook
    from app.services.report_collection import ReportCollection
    from app.services.report_service import ReportService
    from app.services.rule_look_back_service import RuleLookBackService
    from app.services.self_check_service import SelfCheckService
    from app.storage.database import Database
    from app.storage.journal import Journal


class LedgerServices:
    """All of them work on the unit's own database; `Services` fills in what they need."""

    bus: EventBus
    library: LibraryService
    profiles: ProfileService
    _clock: Clock
    _unit: Database
    _unit_journal: Journal

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

        store = OutcomeStore(self._unit.connection)
        return OutcomeService(self.ledger, self._issue_book, store, self.self_checks, self.post_risks, self.own_shelf)

    @cached_property
    def own_shelf(self) -> OwnShelf:
        from app.services.own_shelf import OwnShelf
        from app.storage.outcome_store import OutcomeStore

        folder = self._unit.path.parent / "ledger" if self._unit.path else None
        return OwnShelf(self.bus, self.ledger, OutcomeStore(self._unit.connection), folder)

    @cached_property
    def rule_look_backs(self) -> RuleLookBackService:
        from app.services.rule_look_back_service import RuleLookBackService
        from app.storage.outcome_store import OutcomeStore

        store = OutcomeStore(self._unit.connection)
        return RuleLookBackService(self.ledger, self._ledger_desk, store, self.own_shelf)

    @cached_property
    def ledger_documents(self) -> LedgerDocuments:
        from app.services.ledger_documents import LedgerDocuments

        return LedgerDocuments(
            self.ledger,
            self.issues,
            self.evidence,
            self.self_checks,
            self.post_risks,
            self.outcomes,
            self.rule_look_backs,
            self.library,
        )

    @cached_property
    def reports(self) -> ReportService:
        from app.services.report_service import ReportService

        return ReportService(self._report_book)

    @cached_property
    def collection(self) -> ReportCollection:
        from app.services.report_collection import ReportCollection

        return ReportCollection(self._report_book)

    @cached_property
    def ledger_dues(self) -> LedgerDueService:
        from app.services.ledger_due_service import LedgerDueService
        from app.storage.ledger_glance_store import LedgerGlanceStore

        return LedgerDueService(LedgerGlanceStore(self._unit.connection), lambda: self.ledger, lambda: self.reports)

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
