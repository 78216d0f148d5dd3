"""What writes the forms of one issue out, as the page needs it."""

from pathlib import Path
from typing import Protocol


class IssueForms(Protocol):
    def write_issue(self, issue_id: str, to: Path) -> Path:
        """问题整改情况表. Raises UserError where it cannot be written."""

    def write_closing(self, issue_id: str, to: Path) -> Path:
        """销号审批表: what is registered stands in it, the other boxes are empty, to be signed on paper."""
