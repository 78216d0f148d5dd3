"""What one fills in: a unit's month, a row for each issue, last month's words beside it."""

from dataclasses import dataclass
from datetime import date

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.monthly_report import MonthlyReport, ReportText
from app.domain.ledger.report_check import Flag


@dataclass(frozen=True, slots=True)
class SheetRow:
    """``state`` and ``done`` (「措施完成 2/4」) are those of the evening when the month was over, of today while it
    lasts; "" where the issue is no longer in the ledger's list."""

    issue: str
    number: int
    title: str
    state: str
    done: str
    text: ReportText
    last: ReportText


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """``report`` holds every word of ``rows`` too: change it with `MonthlyReport.with_text` and `replace`, and hand it
    to `ReportService.keep`. ``draft``: it is being written; ``locked``: it was handed in, and can only be corrected.
    ``last`` is the report before it that has texts, None where there is none; ``stale`` is a draft that was begun
    before a newer version came in, None as a rule."""

    campaign: Campaign
    unit: LedgerUnit
    month: str
    due: date
    report: MonthlyReport
    rows: tuple[SheetRow, ...]
    last: MonthlyReport | None
    draft: bool
    locked: bool
    flags: tuple[Flag, ...]
    wanting: tuple[Flag, ...]
    stale: MonthlyReport | None = None

    @property
    def last_overall(self) -> ReportText:
        return self.last.overall if self.last else ReportText()
