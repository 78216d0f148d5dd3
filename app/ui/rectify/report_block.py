"""Three texts side by side, with last month's plan: of an issue, or of the unit as a whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.report_check import FIELDS
from app.ui.kit.card import Card
from app.ui.kit.layouts import boxed, column, row, set_across
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.rectify.report_cell import ReportCell
from app.ui.rectify.report_last import ReportLast

HINTS = {
    "work": "写本月做了什么、何时、多少，例：3 日核对名单 46 份，纠正 9 份",
    "problems": "写卡在哪里、缺什么；没有的写“无”",
    "plan": "写下月哪一天前、谁、做什么、做到多少",
}
_LAST = 250


class ReportBlock(Card):
    changed = Signal()
    left = Signal()
    overrule_wanted = Signal(str)
    take_back_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, issue: str, title: str, facts: tuple[str, ...], last: ReportText, month: str) -> None:
        """``issue`` is "" for the unit as a whole; ``month`` is that of ``last``, in words."""
        super().__init__()
        self.issue = issue
        self.cells = {
            name: ReportCell(f"{issue}/{name}", word, f"{title}，{word}", HINTS[name]) for name, word in FIELDS.items()
        }
        head = row((Paragraph(title, 17, bold=True, line=1.4), 1), *(Tag(fact, "plain") for fact in facts if fact))
        self._last = ReportLast(last, month, title)
        self._three: QBoxLayout = row(*((cell, 1) for cell in self.cells.values()), spacing=12)
        self._all: QBoxLayout = row(self._last, (boxed(self._three), 1), spacing=14)
        self.setLayout(column(head, self._all, margins=(18, 12, 18, 14), spacing=8))
        for cell in self.cells.values():
            cell.changed.connect(self.changed)
            cell.left.connect(self.left)
            cell.overrule_wanted.connect(self.overrule_wanted)
            cell.take_back_wanted.connect(self.take_back_wanted)
        self.set_wide(True)

    def text(self) -> ReportText:
        return ReportText(*(self.cells[name].text() for name in FIELDS))

    def set_text(self, text: ReportText) -> None:
        for name, cell in self.cells.items():
            cell.set_text(getattr(text, name))

    def set_locked(self, locked: bool) -> None:
        for cell in self.cells.values():
            cell.set_locked(locked)

    def set_wide(self, wide: bool) -> None:
        """Else everything stands below one another."""
        set_across(self._all, wide)
        set_across(self._three, wide)
        self._last.setFixedWidth(px(_LAST)) if wide else self._last.setMaximumWidth(16_777_215)
        if not wide:
            self._last.setMinimumWidth(0)
