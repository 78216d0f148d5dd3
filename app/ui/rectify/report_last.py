"""What was said last month, grey, beside the field of this month."""

from PySide6.QtWidgets import QWidget

from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.report_check import FIELDS
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph

NOTHING = "没有上月的计划可以对照。"


class ReportLast(Card):
    """Last month's plan; its two other texts on demand."""

    def __init__(self, text: ReportText, month: str, spoken: str) -> None:
        """``month`` in words, "" where there is no report before."""
        super().__init__(kind="2")
        head = Label(f"{month}的计划" if month else "上月的计划", 15, "text2", bold=True)
        made = column(head, margins=(12, 10, 12, 10), spacing=4)
        made.addWidget(Paragraph(text.plan.strip() or NOTHING, 15, "text2", line=1.5))
        self._rest: QWidget | None = None
        rest = [(FIELDS[name], getattr(text, name).strip()) for name in ("work", "problems")]
        if any(words for _, words in rest):
            parts = [
                part
                for name, words in rest
                if words
                for part in (Label(name, 14, "text2", bold=True), Paragraph(words, 15, "text2", line=1.5))
            ]
            self._rest = boxed(column(*parts, spacing=2))
            self._rest.hide()
            self._more = button("看上月全文", "link", name=f"看上月全文：{spoken}")
            self._more.clicked.connect(self._turn)
            made.addWidget(self._rest)
            made.addLayout(row(self._more, None))
        made.addStretch(1)
        self.setLayout(made)

    def _turn(self) -> None:
        if self._rest is not None:
            shown = not self._rest.isVisibleTo(self)
            self._rest.setVisible(shown)
            self._more.set_label("收起上月全文" if shown else "看上月全文")
