"""What the page of 整改台账 can write out; a long table is written behind a bar that can be stopped."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.services.document_folder import safe_name
from app.services.ledger_documents import LedgerDocuments
from app.services.ledger_service import LedgerService
from app.ui.rectify.ledger_writing import LedgerWriting

TABLE, WORD, PLAN = "xlsx", "docx", "plan"
CHOICES = (
    (TABLE, "整改台账（Excel 表格）"),
    (WORD, "整改台账（Word 文档）"),
    (PLAN, "整改方案和三张清单（Word 文档）"),
)
LONG = 200
"""Issues from which writing takes long enough to show how far it is."""


class LedgerDocumentExports:
    def __init__(self, ledger: LedgerService, documents: LedgerDocuments) -> None:
        self._ledger, self._documents = ledger, documents

    def choices(self) -> Sequence[tuple[str, str]]:
        return CHOICES

    def suggested_name(self, key: str, campaign_id: str) -> str:
        title = safe_name(self._ledger.campaign(campaign_id).title)
        name = "整改方案（三张清单）" if key == PLAN else "整改台账"
        return f"{self._ledger.today()} {title} {name}.{TABLE if key == TABLE else WORD}"

    def write(self, key: str, campaign_id: str, issue_ids: Sequence[str], path: Path) -> None:
        """Comes back when the file is there; raises UserError where it is not, also when the person stopped it."""
        documents = self._documents
        write = documents.write_plan if key == PLAN else documents.write_table
        window: QWidget | None = QApplication.activeWindow()
        if len(issue_ids) < LONG or window is None:
            write(documents.extract(campaign_id, issue_ids), path)
            return
        reading = documents.reading(campaign_id, issue_ids)
        LedgerWriting(window, reading, lambda extract, go_on: write(extract, path, go_on)).run()
