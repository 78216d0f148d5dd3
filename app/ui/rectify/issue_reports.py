"""What the months so far said of an issue; read only."""

from typing import NamedTuple

from app.domain.ledger.issue import Issue
from app.domain.ledger.monthly_report import ReportText
from app.services.report_service import ReportService


class MonthText(NamedTuple):
    """``state`` is the word of the grid; ``text`` None where nothing was handed in of this issue."""

    month: str
    state: str
    text: ReportText | None


def months_of(issue: Issue, reports: ReportService) -> list[MonthText]:
    """Newest first, those that have begun; empty for an issue of no unit. Raises UserError as the service does."""
    found = []
    grid = reports.grid(issue.campaign)
    for month in reversed(grid.months):
        cell = grid.cells.get((issue.text.lead_unit, month))
        if cell is None or not cell.awaited:
            continue
        text = None
        if cell.version:
            report = reports.version(issue.campaign, issue.text.lead_unit, month, cell.version)
            text = report.text_of(issue.id)
        found.append(MonthText(month, cell.state.value, None if text is None or text.blank else text))
    return found
