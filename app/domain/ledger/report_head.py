"""What the grid shows of a report, without its texts."""

from dataclasses import dataclass

from app.domain.ledger.monthly_report import MonthlyReport


@dataclass(frozen=True, slots=True)
class ReportHead:
    """Of the newest version. ``flags`` counts what nobody has overruled yet; ``zero`` says that nothing was new."""

    campaign: str
    unit: str
    month: str
    version: int
    submitted_on: str
    first_on: str
    zero: bool = False
    returned_reason: str = ""
    flags: int = 0
    checked_by: str = ""

    @classmethod
    def of(cls, report: MonthlyReport, flags: int = 0) -> "ReportHead":
        return cls(
            *(report.campaign, report.unit, report.month, report.version, report.submitted_on),
            report.first_on or report.submitted_on,
            bool(report.zero_reason),
            report.returned_reason,
            flags,
            report.checked_by,
        )
