"""The services of 改, a part of what the windows and the command line are handed."""

from __future__ import annotations  # a service is imported when it is first asked for: at start few are

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.clock import Clock
    from app.services.bus import EventBus
    from app.services.erasing_desk import ErasingDesk
    from app.services.erasing_service import ErasingService
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
    from app.services.whole_ledger_export import WholeLedgerExport
    from app.services.whole_ledger_read_in import WholeLedgerReadIn
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

        return IssueService(self.ledger, self._issue_book, self.evidence, self._case_titles)

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
        from app.storage.stub_store import StubStore

        return LedgerDocuments(
            self.ledger,
            self.issues,
            self.evidence,
            self.self_checks,
            self.post_risks,
            self.outcomes,
            self.rule_look_backs,
            self.library,
            StubStore(self._unit.connection),
        )

    @cached_property
    def ledger_export(self) -> WholeLedgerExport:
        from app.services.evidence_files import EvidenceFiles
        from app.services.whole_ledger_export import WholeLedgerExport
        from app.storage.ledger_copy import LedgerCopy

        copy, folder = LedgerCopy(self._unit.connection), self._ledger_folder
        return WholeLedgerExport(
            self._ledger_desk, copy, EvidenceFiles(folder), folder, lambda: self.profiles.current.unit
        )

    @cached_property
    def ledger_read_in(self) -> WholeLedgerReadIn:
        from app.services.whole_ledger_read_in import WholeLedgerReadIn
        from app.storage.ledger_copy import LedgerCopy

        copy = LedgerCopy(self._unit.connection)
        desk, store = self._erasing_desk, self._issue_book.store
        return WholeLedgerReadIn(desk, copy, store, self._ledger_folder)

    @property
    def _ledger_folder(self) -> Path | None:
        return self._unit.path.parent / "ledger" if self._unit.path else None

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
    def erasing(self) -> ErasingService:
        from app.domain.ledger.evidence import Evidence
        from app.domain.ledger.post_risk import PostRisk
        from app.services.erasing_leaning import ErasingLeaning
        from app.services.erasing_service import ErasingService
        from app.services.erasing_stores import ErasingStores
        from app.services.issue_traces import IssueTraces
        from app.storage.mention_store import MentionStore
        from app.storage.outcome_store import OutcomeStore
        from app.storage.placed_bodies import PlacedBodies
        from app.storage.self_check_store import SelfCheckStore

        connection, book = self._unit.connection, self._report_book
        risks = PlacedBodies(connection, "post_risk", ("unit",), PostRisk)
        evidence = PlacedBodies(connection, "evidence", ("issue",), Evidence)
        checks, mentions = SelfCheckStore(connection), MentionStore(connection)
        outcomes = OutcomeStore(connection)
        issues = self._issue_book.store
        stores = ErasingStores(issues, checks, risks, evidence, book.store, outcomes, mentions)
        traces = IssueTraces(self._ledger_desk, mentions, book, checks, risks)
        leaning = ErasingLeaning(self._issue_book)
        return ErasingService(self._erasing_desk, stores, traces, leaning, self.own_shelf)

    @cached_property
    def _erasing_desk(self) -> ErasingDesk:
        from app.services.erasing_desk import ErasingDesk
        from app.storage.stub_store import StubStore

        return ErasingDesk(self._ledger_desk, self._unit, StubStore(self._unit.connection))

    def finish_erasing(self) -> str:
        """What a wiping in an earlier run could not do; as `ErasingService.settle`. Next to nothing where there is
        none."""
        from app.storage.erasing_note import ErasingNote

        return "" if ErasingNote(self._unit.connection).to_do() is None else self.erasing.settle()

    def _case_titles(self) -> dict[str, str]:
        """By id; none while the library is being made."""
        return {case.id: case.title for case in self.library.cases()} if self.library.ready else {}

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
