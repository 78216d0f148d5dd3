"""How the campaign stands, in four figures."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ledger.campaign import Campaign, CountBy
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, row
from app.ui.kit.rule import Rule


class LedgerStrip(Card):
    drafts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._all, self._closed = Label("0", 22, bold=True), Label("0", 22, "green", bold=True)
        self._late, self._reported = Label("0", 22, "text", bold=True), Label("", 22, "text", bold=True)
        self._month = Label("", 15, "text2")
        self._warning = IconLabel("warning", 20, "red", True)
        self._reports = boxed(row(_line(), IconLabel("calendar", 20, "text2"), self._reported, self._month, spacing=8))
        for one in (self._reported, self._month, self._reports):  # where it is narrow, the rule gives way
            one.setSizePolicy(QSizePolicy.Policy.Fixed, one.sizePolicy().verticalPolicy())
        self._rule = ElidedLabel("", 15, tone="text2")
        self.waiting = 0
        self.drafts = button("", "link", small=True)
        self.drafts.clicked.connect(self.drafts_wanted)
        self.setLayout(
            row(
                *(self._all, Label("个问题", 15, "text2"), _line()),
                *(IconLabel("checkmark_circle", 20, "green", True), self._closed, Label("已销号", 15, "text2")),
                _line(),
                *(self._warning, self._late, Label("已逾期", 15, "text2")),
                self._reports,
                12,
                self.drafts,
                (self._rule, 1),
                margins=(18, 8, 18, 8),
                spacing=8,
            )
        )
        self._reports.hide()
        self.drafts.hide()

    def show_rows(self, rows: Sequence[IssueRow], campaign: Campaign, today: date) -> None:
        """Void issues count nowhere, drafts apart."""
        valid = [one for one in rows if one.state.counts]
        self.waiting = sum(one.state is IssueState.DRAFT for one in rows)
        self.drafts.set_label(f"{self.waiting} 条草稿待确认")
        self.drafts.setVisible(bool(self.waiting))
        late = sum(bool(one.overdue_by(today)) for one in valid)
        self._all.setText(str(len(valid)))
        self._closed.setText(str(sum(one.state is IssueState.CLOSED for one in valid)))
        self._late.setText(str(late))
        self._late.set_tone("red" if late else "text")
        self._warning.setVisible(bool(late))
        each = "每个科室" if campaign.count_by is CountBy.UNIT else "每个问题"
        self._rule.set_text(f"{each}不少于 3 条具体措施，每月 {campaign.due_day} 日前报月报")

    def show_reported(self, reported: tuple[int, int] | None, today: date) -> None:
        """So many units of so many have reported this month; None where none is asked to."""
        if reported is not None:
            self._reported.setText(f"{reported[0]}/{reported[1]}")
            self._month.setText(f"{today.month} 月月报已报")
            self._reports.updateGeometry()
        self._reports.setVisible(reported is not None)


def _line() -> QWidget:
    made = boxed(row(Rule(vertical=True, length=24), margins=(8, 0, 8, 0)))
    made.layout().setAlignment(Qt.AlignmentFlag.AlignVCenter)  # type: ignore[union-attr]
    return made
