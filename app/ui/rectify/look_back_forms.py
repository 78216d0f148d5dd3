"""What writes 回头看情况表 out, as the page needs it."""

from pathlib import Path
from typing import Protocol


class LookBackForms(Protocol):
    def write_look_backs(self, campaign_id: str, to: Path, kind: str = ".docx") -> Path:
        """Into a folder, ``kind`` is .docx or .xlsx; the path of the file. Raises UserError where that cannot be."""
