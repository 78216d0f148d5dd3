"""What writes 成果汇总 out, as the page needs it."""

from pathlib import Path
from typing import Protocol


class OutcomeForms(Protocol):
    def write_outcomes(self, campaign_id: str, to: Path) -> Path:
        """One page, into a folder; the path of the file. Raises UserError where that cannot be."""
