"""Units × months: who has reported what, who is late, who reports nothing new again and again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.monthly_report import MonthlyReport, ReportState

SPOT_CHECK = 2
"""So many reports of nothing new in a row put a unit on the 抽查名单."""


@dataclass(frozen=True, slots=True)
class Cell:
    """``late`` is True for what came after the day it was due, and for what is missing past it; ``due`` that day.
    ``awaited`` is False for a month that has not begun."""

    unit: str
    month: str
    state: ReportState
    late: bool
    due: date
    awaited: bool
    version: int = 0

    @property
    def words(self) -> str:
        if self.state is ReportState.MISSING and not self.awaited:
            return ""
        return f"{self.state}（迟）" if self.late and self.state is ReportState.ZERO else self.state.value


def due_on(campaign: Campaign, unit_id: str, month: str) -> date:
    """The day of the month itself by which it is due."""
    year, number = month.split("-")
    return date(int(year), int(number), campaign.due_day_of(unit_id))


def cell_of(campaign: Campaign, unit_id: str, month: str, report: MonthlyReport | None, today: date) -> Cell:
    """``report`` is the newest version, None where there is none."""
    due = due_on(campaign, unit_id, month)
    awaited = today >= date(due.year, due.month, 1)
    if report is None or not report.submitted_on:
        return Cell(unit_id, month, ReportState.MISSING, today > due, due, awaited)
    late = date.fromisoformat(report.submitted_on) > due
    if report.returned_reason:
        state = ReportState.RETURNED
    elif report.zero_reason:
        state = ReportState.ZERO
    else:
        state = ReportState.LATE if late else ReportState.SUBMITTED
    return Cell(unit_id, month, state, late, due, awaited, report.version)


def grid(
    campaign: Campaign,
    units: Sequence[LedgerUnit],
    reports: Mapping[tuple[str, str], MonthlyReport],
    today: date,
) -> dict[tuple[str, str], Cell]:
    """By (unit id, month); ``reports`` holds the newest versions by the same."""
    return {
        (unit.id, month): cell_of(campaign, unit.id, month, reports.get((unit.id, month)), today)
        for unit in units
        for month in campaign.months()
    }


def spot_checks(cells: Mapping[tuple[str, str], Cell], units: Sequence[LedgerUnit], months: Sequence[str]) -> list[str]:
    """Ids of the units that reported nothing new at least twice in a row; they are looked at, not ranked."""
    listed = []
    for unit in units:
        in_row = longest = 0
        for month in months:
            in_row = in_row + 1 if cells[unit.id, month].state is ReportState.ZERO else 0
            longest = max(longest, in_row)
        if longest >= SPOT_CHECK:
            listed.append(unit.id)
    return listed


def to_urge(cells: Mapping[tuple[str, str], Cell], month: str) -> list[Cell]:
    """What a 催报单 of a month lists: missing or returned, past the day it was due."""
    return [
        cell
        for (_, its_month), cell in cells.items()
        if its_month == month and cell.state in (ReportState.MISSING, ReportState.RETURNED) and cell.awaited
    ]
