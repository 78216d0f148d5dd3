"""What is left of an entry that was made by mistake and wiped."""

from PySide6.QtCore import Signal

from app.domain.ledger.stub import ERASED, Stub
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.day_words import moment_words

GONE = "内容已永远清除，不能查看，也不能恢复。序号不再使用；单位数据的改动记录仍然前后衔接，可以核对。"


class StubCard(Card):
    back_wanted = Signal()

    def __init__(self, stub: Stub) -> None:
        super().__init__()
        name = f"第 {stub.number} 号　{ERASED}" if stub.number else f"{stub.kind.words}　{ERASED}"
        facts = (("清除时间", moment_words(stub.at)), ("清除人", stub.by), ("原因", stub.reason))
        lines = [row((Label(what, 15, "text2"), 1), (Paragraph(words, 16, line=1.5), 8)) for what, words in facts]
        back = button("回到整改台账", "primary", "arrow_left")
        back.clicked.connect(self.back_wanted)
        head = row(IconLabel("delete", 24, "text2", True), (Paragraph(name, 22, bold=True, serif=True), 1), spacing=10)
        made = column(head, *lines, Paragraph(GONE, 15, "text2", line=1.5), row(back, None), spacing=10)
        made.setContentsMargins(24, 20, 24, 20)
        self.setLayout(made)
