"""监督意见 of a supervising team, in its words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.ledger.oversight import OversightOpinion
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.layouts import boxed, row
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.ledger_date_field import LedgerDateField


class IssueOpinionDialog(ActingDialog):
    def __init__(self, anchor: QWidget, today: date, keep: Callable[[OversightOpinion], None]) -> None:
        self._on_keep = keep
        self.by = line_field("提出意见的单位", "", "如：派驻第三纪检监察组", 60)
        self.on = LedgerDateField("日期", today, today, past=True)
        self.words = text_area("监督意见", "", "照来文摘录，只写对整改工作的意见", 96)
        rows = [
            boxed(row((FormField("提出意见的单位", self.by), 1), FormField("日期", self.on), spacing=16)),
            FormField("监督意见", self.words),
        ]
        super().__init__(anchor, "登记监督意见", rows, self._keep)

    def first_focus(self) -> QWidget | None:
        return self.by

    def _keep(self) -> None:
        words = self.words.toPlainText().strip()
        self._on_keep(OversightOpinion(self.by.text().strip(), self.on.needed_day(), words))
