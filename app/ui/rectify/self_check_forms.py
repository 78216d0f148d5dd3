"""What writes 对照自查情况表 out, as the page needs it."""

from pathlib import Path
from typing import Protocol


class SelfCheckForms(Protocol):
    def write_self_check(self, check_id: str, to: Path) -> Path:
        """What was asked and answered. Raises UserError where it cannot be written."""
