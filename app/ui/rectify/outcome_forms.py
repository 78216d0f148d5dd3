"""What writes 成果汇总 out, as the page needs it."""

from pathlib import Path
from typing import Protocol


class OutcomeForms(Protocol):
    def write_outcomes(self, campaign_id: str, to: Path, kind: str = ".docx") -> Path:
        """One page, into a folder; ``kind`` is .docx or .xlsx. The path of the file; UserError where that cannot be."""
