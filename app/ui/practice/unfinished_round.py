"""The round of practice that was left in the middle, to be gone on with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.practice_round import KeptRound
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph


class UnfinishedRound(Card):
    wanted = Signal()

    def __init__(self, kept: KeptRound, parent: QWidget | None = None) -> None:
        super().__init__(kind="ink", parent=parent)
        words = f"{kept.title}，共 {len(kept.items)} 题，答了 {kept.answered} 题。"
        if kept.answered:
            words += "答过的已经记入学习记录。"
        title = Label("上一轮没有做完", 17, bold=True, serif=True)
        said = boxed(column(title, Paragraph(words, 15, "text2"), spacing=4))
        figures = f"（{kept.answered}/{len(kept.items)}）"
        go_on = button(f"继续上一轮{figures}", "default", "play", name=f"继续上一轮{figures}：{kept.title}")
        go_on.clicked.connect(self.wanted)
        head = row(IconLabel("history", 22, "ink"), (said, 1), go_on, margins=(20, 12, 18, 12), spacing=12)
        self.setLayout(head)
