"""What writes 回头看情况表 out, as the page needs it."""

from pathlib import Path
from typing import Protocol


class LookBackForms(Protocol):
    def write_look_backs(self, campaign_id: str, to: Path) -> Path:
        """Into a folder; the path of the file. Raises UserError where that cannot be."""
