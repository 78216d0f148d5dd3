"""催报单: which units still owe a month, in the order of the ledger; nobody is ranked."""

from dataclasses import dataclass
from datetime import date

from app.domain.ledger.monthly_report import ReportState
from app.domain.ledger.report_grid import ReportGrid, to_urge


@dataclass(frozen=True, slots=True)
class UrgeRow:
    """``why`` is the reason of a return, ``overdue`` days past ``due`` (0: not yet)."""

    unit: str
    head: str
    due: date
    state: ReportState
    overdue: int
    why: str


@dataclass(frozen=True, slots=True)
class UrgeList:
    """``until`` is the day by which they are asked to report now."""

    title: str
    month: str
    day: date
    until: date
    rows: tuple[UrgeRow, ...]


def urge_list(grid: ReportGrid, month: str, day: date, until: date) -> UrgeList:
    units = {unit.id: unit for unit in grid.units}
    rows = []
    for cell in to_urge(grid.cells, month, day):
        unit = units[cell.unit]
        rows.append(UrgeRow(unit.name, unit.head, cell.due, cell.state, cell.overdue_by(day), cell.returned_reason))
    return UrgeList(grid.campaign.title, month, day, until, tuple(rows))
