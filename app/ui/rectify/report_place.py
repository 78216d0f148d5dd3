"""Which unit and month is filled in, within the grid of a 专项."""

from datetime import date

from app.domain.ledger.report_grid import Cell, ReportGrid


class ReportPlace:
    """``unit`` and ``month`` are always of ``grid``, and ``month`` has begun."""

    def __init__(self, grid: ReportGrid, unit: str, month: str, today: date) -> None:
        """Where they are not of the grid: this month, and the first unit that owes it."""
        self.grid, self._today = grid, today
        months, now = self.months(), f"{today:%Y-%m}"
        self.month = month if month in months else now if now in months else months[-1]
        ids = [one.id for one in grid.units]
        owing = next((one for one in ids if grid.cell(one, self.month).wanted), ids[0])
        self.unit = unit if unit in ids else owing

    @staticmethod
    def exists(grid: ReportGrid, today: date) -> bool:
        """Whether there is anything to fill in: a unit, and a month that has begun."""
        return bool(grid.units) and grid.months[0] <= f"{today:%Y-%m}"

    @property
    def key(self) -> tuple[str, str, str]:
        """Campaign, unit and month, as the service asks for them."""
        return self.grid.campaign.id, self.unit, self.month

    @property
    def cell(self) -> Cell:
        return self.grid.cell(self.unit, self.month)

    def months(self) -> list[str]:
        """Those that have begun."""
        now = f"{self._today:%Y-%m}"
        return [month for month in self.grid.months if month <= now]

    def beside(self, by: int) -> str:
        """The month so many later or, below 0, earlier; "" where there is none."""
        months = self.months()
        at = months.index(self.month) + by
        return months[at] if 0 <= at < len(months) else ""
