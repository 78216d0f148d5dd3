"""导出 of a unit's month: as a Word document or an Excel table."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.ledger.report_sheet import ReportSheet
from app.services.document_folder import safe_name
from app.ui.rectify.form_kinds import kinds_menu, under
from app.ui.rectify.form_saving import FormSaving
from app.ui.rectify.ledger_export_menu import ask_where
from app.ui.rectify.month_forms import MonthForms


class ReportExport(QObject):
    def __init__(
        self,
        page: QWidget,
        forms: MonthForms,
        shown: Callable[[], ReportSheet | None],
        where: Callable[[QWidget, str], Path | None] = ask_where,
    ) -> None:
        """``shown`` is the month as it is on screen, None where it could not be kept."""
        super().__init__(page)
        self._page, self._forms, self._shown = page, forms, shown
        self.saving = FormSaving(page, where)

    def menu(self) -> QMenu:
        return kinds_menu(self._page, "导出这个月的月报", self.write)

    def open(self, anchor: QWidget) -> None:
        self.menu().popup(under(anchor))

    def write(self, kind: str) -> None:
        if (sheet := self._shown()) is not None:
            draft = "" if sheet.report.submitted_on else "（草稿）"
            name = f"{sheet.month} {safe_name(sheet.unit.name)} 整改月报{draft}{kind}"
            self.saving.save(name, lambda path: self._forms.write_month(sheet, path))
