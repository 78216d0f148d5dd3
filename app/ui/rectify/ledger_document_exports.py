"""What the page of 整改台账 can write out; a long table is written behind a bar that can be stopped."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.steps import GoOn
from app.services.document_folder import safe_name
from app.services.ledger_documents import LedgerDocuments
from app.services.ledger_service import LedgerService
from app.ui.rectify.ledger_writing import LedgerWriting

TABLE, WORD, PLAN = "xlsx", "docx", "plan"
ANNEX_TABLE, ANNEX_WORD, LIST_TABLE, LIST_WORD = "annex-xlsx", "annex-docx", "list-xlsx", "list-docx"
CHOICES = (
    (TABLE, "整改台账（Excel 表格）"),
    (WORD, "整改台账（Word 文档）"),
    (ANNEX_TABLE, "整改台账，注明“附件2”（Excel 表格）"),
    (ANNEX_WORD, "整改台账，注明“附件2”（Word 文档）"),
    (LIST_TABLE, "问题清单（Excel 表格）"),
    (LIST_WORD, "问题清单（Word 文档）"),
    (PLAN, "整改方案和三张清单（Word 文档）"),
)
ANNEX = "附件2"
_NAMES = {PLAN: "整改方案（三张清单）", LIST_TABLE: "问题清单", LIST_WORD: "问题清单"}
LONG = 200
"""Issues from which writing takes long enough to show how far it is."""


class LedgerDocumentExports:
    def __init__(self, ledger: LedgerService, documents: LedgerDocuments) -> None:
        self._ledger, self._documents = ledger, documents

    def choices(self) -> Sequence[tuple[str, str]]:
        return CHOICES

    def suggested_name(self, key: str, campaign_id: str) -> str:
        title, name = safe_name(self._ledger.campaign(campaign_id).title), _NAMES.get(key, "整改台账")
        annex = f"{ANNEX} " if key in (ANNEX_TABLE, ANNEX_WORD) else ""
        return f"{annex}{self._ledger.today()} {title} {name}.{TABLE if key.endswith(TABLE) else WORD}"

    def write(
        self, key: str, campaign_id: str, issue_ids: Sequence[str], heads: Sequence[tuple[str, int]], path: Path
    ) -> None:
        """Comes back when the file is there; raises UserError where it is not, also when the person stopped it."""
        documents, write = self._documents, self._writer(key)
        window: QWidget | None = QApplication.activeWindow()
        if len(issue_ids) < LONG or window is None:
            write(documents.extract(campaign_id, issue_ids, heads), path, None)
            return
        reading = documents.reading(campaign_id, issue_ids, heads)
        LedgerWriting(window, reading, lambda extract, go_on: write(extract, path, go_on)).run()

    def _writer(self, key: str) -> Callable[[LedgerExtract, Path, GoOn | None], Path]:
        documents = self._documents
        if key == PLAN:
            return documents.write_plan
        if key in (LIST_TABLE, LIST_WORD):
            return documents.write_issue_list
        annex = ANNEX if key in (ANNEX_TABLE, ANNEX_WORD) else ""
        return lambda extract, path, go_on: documents.write_table(extract, path, go_on, annex)
