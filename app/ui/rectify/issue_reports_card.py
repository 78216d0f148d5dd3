"""每月填报 of an issue, as handed in."""

from collections.abc import Sequence

from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import day_words
from app.ui.rectify.issue_reports import MonthText

TONES = {"已报": ("green", "checkmark_circle"), "未报": ("amber", "clock"), "退回": ("red", "arrow_undo")}
FIELDS = (("work", "整改工作情况"), ("problems", "存在问题"), ("plan", "下一步工作计划"))


class IssueReportsCard(Card):
    def __init__(self, months: Sequence[MonthText]) -> None:
        super().__init__()
        made = column(Label("每月填报", 18, bold=True, serif=True), margins=(18, 14, 18, 16), spacing=6)
        for one in months:
            tone, icon = TONES.get(one.state, ("grey", "info"))
            made.addLayout(row(Label(day_words(one.month), 16, bold=True), Tag(one.state, tone, icon), None))
            for name, word in FIELDS if one.text is not None else ():
                if words := str(getattr(one.text, name)).strip():
                    made.addWidget(Paragraph(f"{word}：{words}", 15, "text2", line=1.5))
        if not months:
            made.addWidget(Paragraph("还没有月报。月报在“月报填报”里填写。", 15, "text2", line=1.5))
        self.setLayout(made)
