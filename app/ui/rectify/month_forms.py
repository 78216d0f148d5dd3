"""What writes a unit's month out, as the page needs it."""

from pathlib import Path
from typing import Protocol

from app.domain.ledger.report_sheet import ReportSheet


class MonthForms(Protocol):
    def write_month(self, sheet: ReportSheet, to: Path) -> Path:
        """整改月报 as Word or xlsx, by the ending of ``to``. Raises UserError where it cannot be written."""
