"""What writes the ledger out, as the page needs it. What is exported equals what is on screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class LedgerExports(Protocol):
    def choices(self) -> Sequence[tuple[str, str]]:
        """(key, words) of each form that can be written, the usual one first."""

    def suggested_name(self, key: str, campaign_id: str) -> str:
        """A file name with its ending."""

    def write(self, key: str, campaign_id: str, issue_ids: Sequence[str], path: Path) -> None:
        """Those issues, in that order. Raises UserError where it cannot be written."""
