"""Which issue is looked back on, when none is due."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph

GO = "go"


class LookBackChoiceDialog(Modal):
    def __init__(self, anchor: QWidget, rows: Sequence[IssueRow], chosen: Callable[[str], None]) -> None:
        listed = sorted(rows, key=lambda row: row.number)
        self.issue = ChoiceField("选择问题", [(row.id, f"问题 {row.number}　{row.title}") for row in listed])
        words = Paragraph("没有到期的，也可以登记一次。只列出已销号和长期坚持的问题。", 16, "text2")
        content = boxed(column(words, FormField("问题", self.issue), spacing=12))
        choices = (Choice("", "取消"), Choice(GO, "填写回头看", safe=True))
        super().__init__(anchor, "登记一次回头看", content, choices, width=560)
        self.chosen.connect(lambda key: chosen(self.issue.chosen()) if key == GO else None)
