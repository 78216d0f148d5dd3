"""What writes the ledger out, as the page needs it. What is exported equals what is on screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class LedgerExports(Protocol):
    def choices(self) -> Sequence[tuple[str, str]]:
        """(key, words) of each form that can be written, the usual one first."""

    def suggested_name(self, key: str, campaign_id: str) -> str:
        """A file name with its ending."""

    def write(
        self, key: str, campaign_id: str, issue_ids: Sequence[str], heads: Sequence[tuple[str, int]], path: Path
    ) -> None:
        """Those issues, in that order; ``heads`` stand over them, each with how many follow it. Raises UserError where
        it cannot be written."""
