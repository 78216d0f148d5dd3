"""All units' reports of one month, as they stand in the ledger."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.monthly_report import MonthlyReport, ReportState
from app.domain.ledger.report_grid import ReportGrid, SpotCheck, spot_checks


@dataclass(frozen=True, slots=True)
class UnitReport:
    """``report`` is None where nothing came; ``state`` as the grid shows it."""

    unit: LedgerUnit
    state: str
    report: MonthlyReport | None


@dataclass(frozen=True, slots=True)
class MergedReport:
    """``parts`` in the order of the units. ``progress`` is what the ledger said of an issue at the end of the day
    ``progress_on``, by its id: 「正在整改，措施完成 2/4」. ``day`` is the one on which it is made."""

    title: str
    month: str
    day: date
    parts: tuple[UnitReport, ...]
    progress: dict[str, str]
    progress_on: date
    counts: dict[ReportState, int]
    spot_checks: tuple[str, ...]

    @property
    def when(self) -> str:
        return f"{self.month[:4]} 年 {int(self.month[5:])} 月"

    @property
    def heading(self) -> str:
        return f"{self.title}整改月报汇总（{self.when}）"

    @property
    def size(self) -> int:
        """Steps to write it: one for each issue and unit."""
        return sum(1 + (len(part.report.items) if part.report else 0) for part in self.parts)

    def count_words(self) -> str:
        """应报 18 个单位，已报 15 个 …: only states that occur."""
        told = "，".join(f"{state}{count} 个" for state, count in self.counts.items() if count)
        return f"应报 {sum(self.counts.values())} 个单位：{told}。" if told else "本月还没有应报的单位。"

    def progress_words(self) -> str:
        return f"进展截至 {self.progress_on.isoformat()}。"

    def told(self) -> Iterator[UnitReport]:
        return (part for part in self.parts if part.report is not None)


def progress_day(month: str, today: date) -> date:
    """Whose evening the progress beside a month's texts is of: the month's last day, or today while it lasts."""
    year, number = (int(part) for part in month.split("-"))
    return min(today, date(year, number, monthrange(year, number)[1]))


def merged(
    grid: ReportGrid, month: str, reports: dict[str, MonthlyReport], progress: dict[str, str], day: date
) -> MergedReport:
    """``reports`` by unit, ``progress`` as of `progress_day`. Who owes nothing for the month is left out."""
    parts = [
        UnitReport(unit, grid.cell(unit.id, month).words, reports.get(unit.id))
        for unit in grid.units
        if grid.cell(unit.id, month).words
    ]
    names = {unit.id: unit.name for unit in grid.units}
    so_far = [one for one in grid.months if one <= month]
    found = spot_checks(grid.cells, grid.units, so_far)
    checks = tuple(_words(names[one.unit], one) for one in found if month in one.months)
    return MergedReport(
        *(grid.campaign.title, month, day, tuple(parts), progress, progress_day(month, day)),
        *(grid.counts(month), checks),
    )


def _words(name: str, check: SpotCheck) -> str:
    return f"{name}（{'、'.join(f'{int(one[5:])} 月' for one in check.months)}）"
