"""11 月月报未报: how the unit of an issue stands with the report of this month."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.monthly_report import ReportState
from app.services.report_service import ReportService


class MonthLook(NamedTuple):
    icon: str
    ink: str
    word: str


LOOKS = {
    ReportState.MISSING: MonthLook("clock", "amber", "月报未报"),
    ReportState.SUBMITTED: MonthLook("checkmark_circle", "green", "月报已报"),
    ReportState.RETURNED: MonthLook("warning", "red", "月报被退回"),
    ReportState.LATE: MonthLook("checkmark_circle", "amber", "月报迟报"),
    ReportState.ZERO: MonthLook("checkmark_circle", "green", "零报告"),
}


class LedgerMonth(NamedTuple):
    """``states`` by unit id, of the units that are asked to report in that month (1…12)."""

    number: int = 0
    states: Mapping[str, ReportState] = {}

    def look(self, row: IssueRow) -> MonthLook | None:
        """None where nothing is to be reported of it this month."""
        state = self.states.get(row.unit) if row.state.reports else None
        return LOOKS[state]._replace(word=f"{self.number} 月{LOOKS[state].word}") if state else None


def month_of(reports: ReportService, campaign_id: str, today: date) -> LedgerMonth:
    month = f"{today:%Y-%m}"
    cells = reports.grid(campaign_id).cells.items()
    return LedgerMonth(today.month, {unit: cell.state for (unit, its), cell in cells if its == month and cell.awaited})
