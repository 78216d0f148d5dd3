"""本月无新增, and why."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox

from app.domain.ledger.report_check import MOST_REASON, ZERO
from app.ui.kit.card import Card
from app.ui.kit.fonts import font
from app.ui.kit.form_field import line_field
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph

HINT = "写明原因，如“本月没有到期的措施，核对工作安排在下月”"
KEPT = "已写的文字留在草稿里，取消勾选就回来；这样报送时不带上。连续两个月无新增的，列入抽查名单。"


class ReportZeroCard(Card):
    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(kind="2")
        self.tick = QCheckBox(ZERO)
        self.tick.setFont(font(16))
        self.tick.setAccessibleName(f"{ZERO}，要写明原因")
        self.reason = line_field(f"{ZERO}的原因", hint=HINT, most=MOST_REASON + 50)
        self._wrong = Paragraph("", 15, "red", line=1.45)
        self._kept = Paragraph(KEPT, 15, "text2", line=1.45)
        first = row(self.tick, (self.reason, 1), spacing=14)
        self.setLayout(column(first, self._wrong, self._kept, margins=(18, 8, 18, 8), spacing=4))
        self.tick.toggled.connect(self._turn)
        self.reason.textChanged.connect(self.changed)
        self.reason.editingFinished.connect(self.left)
        self._show()
        self.show_wrong("")

    def text(self) -> str:
        """The reason; a blank where it is ticked and none is written yet, "" where it is not ticked."""
        return (self.reason.text().strip() or " ") if self.tick.isChecked() else ""

    def set_text(self, reason: str) -> None:
        with QSignalBlocker(self.tick), QSignalBlocker(self.reason):
            self.tick.setChecked(bool(reason))
            if reason.strip() != self.reason.text().strip():
                self.reason.setText(reason.strip())
        self._show()

    def set_locked(self, locked: bool) -> None:
        self.tick.setEnabled(not locked)
        self.reason.setReadOnly(locked)

    def show_wrong(self, words: str) -> None:
        self._wrong.set_text(words)
        self._wrong.setVisible(bool(words))

    def _turn(self) -> None:
        self._show()
        if self.tick.isChecked():
            self.reason.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        on = self.tick.isChecked()
        self.reason.setVisible(on)
        self._kept.setVisible(on)
        if not on:
            self.show_wrong("")
