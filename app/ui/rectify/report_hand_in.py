"""提交 of a month's report: what keeps it back is shown where it stands, a correction is asked for its reason."""

from collections.abc import Callable

from app.domain.errors import UserError
from app.domain.ledger.report_sheet import ReportSheet
from app.services.report_service import ReportService
from app.ui.kit.page import Page
from app.ui.rectify.report_reasons import ask_correction
from app.ui.rectify.report_view import ReportView


class ReportHandIn:
    def __init__(self, page: Page, reports: ReportService, view: ReportView, done: Callable[[], None]) -> None:
        """``done`` is called when it is handed in."""
        self._page, self._reports, self._view, self._done = page, reports, view, done

    def hand_in(self, sheet: ReportSheet, returned: bool) -> None:
        """``sheet`` as it was kept just now; ``returned``: the 整改办 has asked for another version."""
        if sheet.wanting or sheet.flags:
            self._view.form.mark(sheet, strict=True)
            self.go_to_gap(sheet)
        elif self._view.doubts.look():
            return
        elif sheet.report.version and not returned:
            ask_correction(self._page, sheet.report.version, self._submit)
        else:
            try:
                self._submit("")
            except UserError as error:
                self._page.message.emit("red", str(error))

    def go_to_gap(self, sheet: ReportSheet) -> None:
        """To the first place that is wanting or flagged, and what is to be said of it."""
        if words := self._view.lead_to_gap(sheet):
            self._page.message.emit("amber", words)

    def _submit(self, reason: str) -> None:
        self._reports.submit(self._view.form.report(), reason)
        self._done()
