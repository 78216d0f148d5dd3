"""本月月报 4/7: how many of the units that are asked have reported this month."""

from datetime import date

from app.domain.ledger.monthly_report import ReportState
from app.services.report_service import ReportService


def reported_in(reports: ReportService, campaign_id: str, today: date) -> tuple[int, int] | None:
    """So many of so many; None in a month that the campaign does not report."""
    grid, month = reports.grid(campaign_id), f"{today:%Y-%m}"
    cells = [cell for (_, its_month), cell in grid.cells.items() if its_month == month and cell.awaited]
    if not cells:
        return None
    given = sum(cell.state not in (ReportState.MISSING, ReportState.RETURNED) for cell in cells)
    return given, len(cells)
