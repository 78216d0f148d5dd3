"""回头看 of an issue: what was found, and when it is due next."""

from datetime import date

from app.domain.ledger.issue import Issue
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph


class IssueLookBacksCard(Card):
    def __init__(self, issue: Issue, today: date) -> None:
        super().__init__()
        made = column(Label("回头看", 18, bold=True, serif=True), margins=(18, 14, 18, 16), spacing=6)
        for look in issue.look_backs:
            head = f"第 {look.months} 个月　{look.on:%Y-%m-%d}　{look.by}　{look.relapse.value}"
            made.addWidget(Paragraph(head, 15, bold=True, line=1.5))
            made.addWidget(Paragraph(f"措施落实：{look.done}", 15, "text2", line=1.5))
            made.addWidget(Paragraph(f"群众反映：{look.public}", 15, "text2", line=1.5))
        for months, day in issue.look_backs_to_come():
            due = "，已到期" if day <= today else ""
            made.addWidget(Paragraph(f"第 {months} 个月：{day:%Y-%m-%d}{due}", 15, "red" if due else "text2"))
        self.setLayout(made)
