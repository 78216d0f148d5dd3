"""A row of 首页: monthly reports that are due soon, or overdue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.ledger.report_grid import ReportGrid

SOON = 5
"""Days ahead."""
_NAMED = 3
"""More units than these are counted."""


@dataclass(frozen=True, slots=True)
class ReportReminder:
    """``units`` are ids, ``names`` their names, in the order of the grid; ``days`` until ``due``, below 0 once it is
    over."""

    campaign: str
    title: str
    month: str
    due: date
    days: int
    units: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def overdue(self) -> bool:
        return self.days < 0

    @property
    def words(self) -> str:
        """9 月整改月报 25 日前报送：还有 3 天，办公室、救助科未报."""
        which = f"{int(self.month[5:])} 月整改月报"
        who = "、".join(self.names[:_NAMED]) + (f"等 {len(self.names)} 个单位" if len(self.names) > _NAMED else "")
        if self.overdue:
            return f"{which}逾期 {-self.days} 天：{who}未报"
        when = f"还有 {self.days} 天" if self.days else "今天截止"
        return f"{which} {self.due.day} 日前报送：{when}，{who}未报"


def reminders(grid: ReportGrid, today: date) -> list[ReportReminder]:
    """What a unit still owes and is due within five days or was due before: one row for each month and day."""
    waiting: dict[tuple[str, date], list[str]] = {}
    for (unit, month), cell in grid.cells.items():
        if cell.wanted and (cell.due - today).days <= SOON:
            waiting.setdefault((month, cell.due), []).append(unit)
    return [_row(grid, month, due, waiting[month, due], today) for month, due in sorted(waiting)]


def _row(grid: ReportGrid, month: str, due: date, units: Sequence[str], today: date) -> ReportReminder:
    names = {unit.id: unit.name for unit in grid.units}
    campaign = grid.campaign
    return ReportReminder(
        *(campaign.id, campaign.title, month, due, (due - today).days, tuple(units)),
        tuple(names[unit] for unit in units),
    )
