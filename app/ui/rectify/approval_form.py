"""The next step of 销号, as it was signed on paper."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.approval import Approval
from app.domain.ledger.evidence import Evidence
from app.ui.kit.button import button
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.tokens import px
from app.ui.parts.doubt_banner import DoubtBanner
from app.ui.rectify.ledger_date_field import LedgerDateField

NO_SCAN = ("", "暂时没有扫描件")


class ApprovalDraft(NamedTuple):
    """What was typed and is not registered yet."""

    step: str = ""
    name: str = ""
    post: str = ""
    on: str = ""
    opinion: str = ""
    minutes: str = ""
    scan: str = ""


class ApprovalForm(QWidget):
    registered = Signal(object)
    """An Approval."""
    scan_wanted = Signal()
    failed = Signal(str)

    def __init__(self, step: str, meeting: bool, scans: Sequence[Evidence], today: date, draft: ApprovalDraft) -> None:
        """``meeting``: the step is at a meeting, whose minutes have a number."""
        super().__init__()
        self._step = step
        written = draft if draft.step == step else ApprovalDraft()
        self.name_field = line_field("姓名", written.name, "", 40)
        self.post = line_field("职务", written.post, "", 60)
        self.on = LedgerDateField("签署日期", today, past=True)
        self.on.line.setText(written.on)
        self.opinion = text_area("意见", written.opinion, "照纸上所签的填写，如：同意", 60)
        self.minutes = line_field("会议记录或纪要编号", written.minutes, "如：党组会纪要〔2026〕12号", 80)
        self.scan = ChoiceField("扫描件", [NO_SCAN, *((one.id, one.name) for one in scans)], written.scan)
        more = button("添加…", "link", name="添加扫描件")
        more.clicked.connect(self.scan_wanted)
        put = button("登记这一步", "primary", "checkmark")
        put.clicked.connect(self._register)
        self._doubts = DoubtBanner(self)
        minutes = FormField("会议记录或纪要编号", self.minutes)
        self.setLayout(
            column(
                Label(f"下一步：{step}", 16, bold=True),
                row((FormField("姓名", self.name_field), 1), (FormField("职务", self.post), 1), spacing=10),
                FormField("签署日期", self.on),
                FormField("意见", self.opinion),
                minutes,
                FormField("扫描件", row((self.scan, 1), more, spacing=4)),
                self._doubts,
                row(put, None),
                spacing=8,
            )
        )
        minutes.setVisible(meeting)
        self.setMinimumWidth(px(200))

    def draft(self) -> ApprovalDraft:
        typed = (self.name_field.text(), self.post.text(), self.on.line.text(), self.opinion.toPlainText())
        return ApprovalDraft(self._step, *typed, self.minutes.text(), self.scan.chosen())

    def _register(self) -> None:
        if self._doubts.look():
            return
        try:
            on = self.on.needed_day()
        except UserError as error:
            self.failed.emit(str(error))
            return
        words = (self.name_field.text().strip(), self.post.text().strip())
        more = (self.opinion.toPlainText().strip(), self.minutes.text().strip(), self.scan.chosen())
        self.registered.emit(Approval(self._step, *words, on, *more))
