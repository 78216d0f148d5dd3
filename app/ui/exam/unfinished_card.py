"""The exam that was not handed in: go on with it, or hand in what there is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.domain.unit_exam import BookRule
from app.ui.exam.exam_asking import CLOSED_NOTE
from app.ui.exam.exam_words import break_words, clock_words
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph


class UnfinishedCard(Card):
    go_on_wanted = Signal()
    give_up_wanted = Signal()

    def __init__(self, exam: Exam, left_ms: int, book: str = "", parent: QWidget | None = None) -> None:
        """``book``: 开卷, 闭卷 or ""."""
        super().__init__(kind="ink", parent=parent)
        head = row(IconLabel("history", 24, "ink", True), Label("上次考试没有交卷", 20, bold=True, serif=True), None)
        told = f"答案已全部保存，可以从第 {exam.current} 题继续。"
        figures = row(
            Label("已答", 15, "text2"),
            Label(f"{exam.answered} / {len(exam.items)}", 17, bold=True),
            14,
            Label("剩余时间", 15, "text2"),
            Label(clock_words(left_ms), 17, bold=True),
            14,
            Label(break_words(exam.paper), 15, "text2"),
            None,
            spacing=8,
        )
        go_on = button("继续考试", "primary", "play", big=True, filled=True)
        give_up = button("放弃并按已答交卷", big=True)
        if book == BookRule.CLOSED:
            told += CLOSED_NOTE
        named = Paragraph(f"《{exam.title}》", 17, bold=True)
        lines = (head, named, Paragraph(told, 16), figures)
        self.setLayout(column(*lines, 4, row(go_on, give_up, None, spacing=12), margins=(24, 18, 24, 20), spacing=10))
        go_on.clicked.connect(self.go_on_wanted)
        give_up.clicked.connect(self.give_up_wanted)
