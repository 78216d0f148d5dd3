"""导出 of an issue: 问题整改情况表, and 销号审批表 to be signed on paper."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.ledger.issue_state import IssueState
from app.services.document_folder import safe_name
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.ui.rectify.form_kinds import TABLE, WORD
from app.ui.rectify.form_saving import FormSaving
from app.ui.rectify.issue_forms import IssueForms

SHEET, CLOSING = "问题整改情况表", "销号审批表"
EARLY = (IssueState.DRAFT, IssueState.PLANNING, IssueState.VOID)
"""There is nothing to be signed yet, or any more."""


class IssueExport(QObject):
    def __init__(
        self, page: QWidget, ledger: LedgerService, issues: IssueService, forms: IssueForms, saving: FormSaving
    ) -> None:
        super().__init__(page)
        self._page, self._ledger, self._issues = page, ledger, issues
        self._forms, self._saving = forms, saving

    def menu(self, issue_id: str) -> QMenu:
        """It goes when it is closed."""
        menu = QMenu(self._page)
        menu.setAccessibleName("导出这个问题的表")
        state = self._issues.get(issue_id).state
        sheet = menu.addAction(f"{SHEET}（Word 文档）")
        early = state in EARLY
        words = "开始整改后才有" if early else "Word 文档，没签的留空，打印后在纸上签"
        closing = menu.addAction(f"{CLOSING}（{words}）")
        closing.setEnabled(not early)
        table = menu.addAction(f"{CLOSING}（{'开始整改后才有' if early else 'Excel 表格'}）")
        table.setEnabled(not early)
        table.triggered.connect(lambda: self.write(CLOSING, issue_id, TABLE))
        sheet.triggered.connect(lambda: self.write(SHEET, issue_id))
        closing.triggered.connect(lambda: self.write(CLOSING, issue_id))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open(self, issue_id: str, anchor: QWidget) -> None:
        self.menu(issue_id).popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def write(self, form: str, issue_id: str, kind: str = WORD) -> None:
        campaign = self._ledger.campaign(self._issues.get(issue_id).campaign)
        number = self._issues.number_of(issue_id)
        name = f"{self._ledger.today()} {safe_name(campaign.title)} 第{number}号问题 {form}{kind}"
        write = self._forms.write_closing if form == CLOSING else self._forms.write_issue
        self._saving.save(name, lambda path: write(issue_id, path))
