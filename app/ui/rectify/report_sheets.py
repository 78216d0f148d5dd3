"""An old version of a month, as a form to be read."""

from dataclasses import replace

from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.report_sheet import ReportSheet, SheetRow
from app.services.report_service import ReportService

STALE_DRAFT = -1


def old_sheet(reports: ReportService, now: ReportSheet, version: int) -> ReportSheet:
    """``now`` itself for 0; `STALE_DRAFT` is what was typed and overtaken. Raises UserError where there is no such
    version."""
    if not version:
        return now
    key = (now.campaign.id, now.unit.id, now.month)
    report = now.stale if version == STALE_DRAFT and now.stale else reports.version(*key, version)
    last = {row.issue: row.last for row in now.rows}
    rows = tuple(
        SheetRow(item.issue, item.number, item.title, "", "", item.text, last.get(item.issue, ReportText()))
        for item in report.items
    )
    return replace(now, report=report, rows=rows, draft=False, locked=True, flags=(), wanting=())
