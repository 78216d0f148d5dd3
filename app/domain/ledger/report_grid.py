"""Units × months: who has reported what, who is late, who reports nothing new again and again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.monthly_report import ReportState
from app.domain.ledger.report_head import ReportHead

SPOT_CHECK = 2
"""So many reports of nothing new in a row put a unit on the 抽查名单."""


@dataclass(frozen=True, slots=True)
class Cell:
    """``late`` is True for what came after the day it was due, and for what is missing past it; ``due`` that day.
    ``awaited`` is False for a month that has not begun, and where the day was over before the campaign began.
    ``flags`` counts the texts that somebody ought to look at; ``checked_by`` is empty until somebody did."""

    unit: str
    month: str
    state: ReportState
    late: bool
    due: date
    awaited: bool
    version: int = 0
    flags: int = 0
    checked_by: str = ""
    returned_reason: str = ""

    @property
    def words(self) -> str:
        if self.state is ReportState.MISSING and not self.awaited:
            return ""
        return f"{self.state}（迟）" if self.late and self.state is ReportState.ZERO else self.state.value

    @property
    def wanted(self) -> bool:
        """Missing or sent back: the unit has to do something."""
        return self.awaited and self.state in (ReportState.MISSING, ReportState.RETURNED)

    def overdue_by(self, today: date) -> int:
        """Days past the one it was due; 0 where it is there."""
        return max((today - self.due).days, 0) if self.wanted else 0


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """A unit on the 抽查名单: the months, at least two in a row, for which it reported nothing new."""

    unit: str
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportGrid:
    """``cells`` by (unit id, month) for each of ``units`` and ``months``."""

    campaign: Campaign
    units: tuple[LedgerUnit, ...]
    months: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]
    spot_checks: tuple[SpotCheck, ...]

    def cell(self, unit_id: str, month: str) -> Cell:
        return self.cells[unit_id, month]

    def counts(self, month: str) -> dict[ReportState, int]:
        """How many units are in each state; none for a month that is not awaited yet."""
        cells = [self.cells[unit.id, month] for unit in self.units]
        shown = [cell for cell in cells if cell.words]
        return {state: sum(cell.state is state for cell in shown) for state in ReportState}

    def count_words(self, month: str) -> str:
        """4/7: so many have reported, of so many that should."""
        counts = self.counts(month)
        total = sum(counts.values())
        return f"{total - counts[ReportState.MISSING] - counts[ReportState.RETURNED]}/{total}"


def due_on(campaign: Campaign, unit_id: str, month: str) -> date:
    """The day of the month itself by which it is due."""
    year, number = month.split("-")
    return date(int(year), int(number), campaign.due_day_of(unit_id, month))


def cell_of(campaign: Campaign, unit_id: str, month: str, head: ReportHead | None, today: date) -> Cell:
    """``head`` is of the newest version, None where there is none."""
    due = due_on(campaign, unit_id, month)
    awaited = today >= date(due.year, due.month, 1) and due >= campaign.since
    if head is None:
        return Cell(unit_id, month, ReportState.MISSING, awaited and today > due, due, awaited)
    late = date.fromisoformat(head.first_on) > due
    if head.returned_reason:
        state = ReportState.RETURNED
    elif head.zero:
        state = ReportState.ZERO
    else:
        state = ReportState.LATE if late else ReportState.SUBMITTED
    kept = (head.version, head.flags, head.checked_by, head.returned_reason)
    return Cell(unit_id, month, state, late, due, True, *kept)


def grid(
    campaign: Campaign,
    units: Sequence[LedgerUnit],
    heads: Mapping[tuple[str, str], ReportHead],
    today: date,
) -> ReportGrid:
    """``heads`` are of the newest versions, by (unit id, month). A retired unit owes nothing more, and none for a month
    before it was there."""
    months = campaign.months()
    cells = {}
    for unit in units:
        for month in months:
            head = heads.get((unit.id, month))
            cell = cell_of(campaign, unit.id, month, head, today)
            gone = (unit.retired or month < unit.since) and head is None
            cells[unit.id, month] = replace(cell, late=False, awaited=False) if gone else cell
    return ReportGrid(campaign, tuple(units), months, cells, tuple(spot_checks(cells, units, months)))


def spot_checks(
    cells: Mapping[tuple[str, str], Cell], units: Sequence[LedgerUnit], months: Sequence[str]
) -> list[SpotCheck]:
    """The units that reported nothing new at least twice in a row; they are looked at, not ranked."""
    listed = []
    for unit in units:
        kept: list[str] = []
        row: list[str] = []
        for month in [*months, ""]:
            if month and cells[unit.id, month].state is ReportState.ZERO:
                row.append(month)
                continue
            if len(row) >= SPOT_CHECK:
                kept += row
            row = []
        if kept:
            listed.append(SpotCheck(unit.id, tuple(kept)))
    return listed


def to_urge(cells: Mapping[tuple[str, str], Cell], month: str, today: date) -> list[Cell]:
    """What a 催报单 of a month lists: sent back, or missing past the day it was due; in the order of the grid."""
    return [
        cell
        for (_, its_month), cell in cells.items()
        if its_month == month and cell.wanted and (cell.state is ReportState.RETURNED or today > cell.due)
    ]
