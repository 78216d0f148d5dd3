"""改: the pages of the ledger."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui.kit.page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.services import Services
    from app.ui.rectify.follow_ups import FollowUps
    from app.ui.rectify.whole_ledger_desk import WholeLedgerDesk


class RectifyPages:
    """Each is imported when it is first asked for; ``builders`` says by which key."""

    def __init__(self, services: "Services") -> None:
        self._services = services

    def builders(self) -> dict[str, Callable[[object], Page]]:
        return {
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

    def _ledger(self, argument: object) -> Page:
        from app.ui.rectify.ledger_document_exports import LedgerDocumentExports
        from app.ui.rectify.ledger_month import month_of
        from app.ui.rectify.ledger_page import LedgerPage
        from app.ui.rectify.ledger_reported import reported_in

        one = self._services
        return LedgerPage(
            one.ledger,
            one.issues,
            argument,
            reported=lambda campaign: reported_in(one.reports, campaign, one.ledger.today()),
            month=lambda campaign: month_of(one.reports, campaign, one.ledger.today()),
            exports=LedgerDocumentExports(one.ledger, one.ledger_documents),
            self_check="self_check",
            library=one.library,
            erasing=one.erasing,
            whole=self._whole_ledger,
            follow_ups=self._follow_ups,
        )

    def _follow_ups(self, page: Page) -> "FollowUps":
        from app.ui.rectify.follow_ups import FollowUps

        one = self._services
        return FollowUps(page, one.meetings, one.ledger, one.issues, one.library)

    def _whole_ledger(self, page: "QWidget") -> "WholeLedgerDesk":
        from app.ui.rectify.whole_ledger_desk import WholeLedgerDesk

        return WholeLedgerDesk(page, self._services.ledger_export, self._services.ledger_read_in)

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
            erasing=one.erasing,
        )

    def _self_check(self, argument: object) -> Page:
        from app.ui.rectify.self_check_page import SelfCheckPage

        one = self._services
        return SelfCheckPage(one.self_checks, one.ledger, one.library, argument, erasing=one.erasing)

    def _self_check_sheet(self, argument: object) -> Page:
        from app.ui.rectify.self_check_sheet_page import SelfCheckSheetPage

        one = self._services
        return SelfCheckSheetPage(
            *(one.self_checks, one.ledger, one.issues, argument), forms=one.ledger_documents, erasing=one.erasing
        )

    def _drafts(self, argument: object) -> Page:
        from app.ui.rectify.draft_page import DraftPage

        one = self._services
        return DraftPage(*(one.ledger, one.issues, one.self_checks, argument), library=one.library, erasing=one.erasing)

    def _post_risk(self, argument: object) -> Page:
        from app.ui.rectify.post_risk_page import PostRiskPage

        one = self._services
        return PostRiskPage(
            *(one.post_risks, one.ledger, one.issues, argument), forms=one.ledger_documents, erasing=one.erasing
        )

    def _findings(self, argument: object) -> Page:
        from app.ui.rectify.findings_page import FindingsPage

        return FindingsPage(self._services.findings, self._services.ledger, argument)

    def _reports(self, argument: object) -> Page:
        from app.ui.rectify.report_page import ReportPage

        one = self._services
        who, forms = one.profiles.current.name, one.ledger_documents
        return ReportPage(one.ledger, one.reports, argument, who=who, erasing=one.erasing, forms=forms)

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
            erasing=one.erasing,
            forms=one.ledger_documents,
        )

    def _outcomes(self, argument: object) -> Page:
        from app.ui.rectify.outcome_page import OutcomePage

        one = self._services
        return OutcomePage(
            *(one.ledger, one.outcomes, argument),
            forms=one.ledger_documents,
            erasing=one.erasing,
            library=one.library,
        )
