"""Monthly reports of departments that install nothing: forms go out, a folder of them comes back."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.domain.ledger.report_collection import CollectionPreview
from app.domain.ledger.steps import GoOn
from app.services.report_book import ReportBook


class ReportCollection:
    """Whatever is refused raises UserError; cancelling raises StoppedError, with nothing written or taken."""

    def __init__(self, book: ReportBook) -> None:
        self._book = book

    def write_forms(
        self, campaign_id: str, month: str, folder: Path, units: Sequence[str] = (), go_on: GoOn | None = None
    ) -> list[Path]:
        """One protected xlsx for every unit (or those of ``units``). Files that lie there are never replaced."""
        raise NotImplementedError

    def read_folder(
        self, campaign_id: str, month: str, folder: Path, go_on: GoOn | None = None
    ) -> CollectionPreview:
        """What lies in the folder; nothing is taken yet. Files are told by their key, never by their name."""
        raise NotImplementedError

    def accept(
        self,
        preview: CollectionPreview,
        files: Sequence[str] | None = None,
        received_on: date | None = None,
        reviewer: str = "",
    ) -> list[str]:
        """Take forms into the ledger, all or none; ids of their units. ``files`` are names as in the preview, None for
        all that are `by_default`; ``received_on`` the day they came in, today where None: lateness is told by it.
        ``reviewer`` is who of the 整改办 has looked at them, "" where nobody has yet."""
        raise NotImplementedError

    def write_urge(self, campaign_id: str, month: str, folder: Path, deadline: date | None = None) -> Path:
        """催报单 (docx): who still owes the month, with the new deadline. Raises UserError where nobody does."""
        raise NotImplementedError

    def write_merged(self, campaign_id: str, month: str, folder: Path, go_on: GoOn | None = None) -> list[Path]:
        """The merged report of a month: docx (text by unit) and xlsx (table)."""
        raise NotImplementedError
