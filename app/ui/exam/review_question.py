"""One question of a finished exam: one's own answer, the right one, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.domain.labels import DISCLAIMER
from app.services.library_service import LibraryService
from app.ui.exam.question_scroll import QuestionScroll
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.parts.answer_panel_words import own_answer_lines
from app.ui.parts.question_card import QuestionCard, kind_words

_WIDEST = 1080


class ReviewQuestion(QWidget):
    """``numbers`` are the questions that previous and next go through."""

    back_wanted = Signal()
    number_wanted = Signal(int)
    article_requested = Signal(str)
    fact_requested = Signal(str, int)

    def __init__(
        self, exam: Exam, number: int, numbers: list[int], library: LibraryService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        item = exam.item(number)
        place = numbers.index(number) if number in numbers else -1
        self._before = numbers[place - 1] if place > 0 else 0
        self._after = numbers[place + 1] if 0 <= place < len(numbers) - 1 else 0
        back = button("返回成绩", "ghost", "arrow_left", small=True)
        worth = Label(f"得 {item.points(exam.paper)} 分（{item.score} 分题）", 15, "text2")
        flag = [Tag("已标记", "amber", "flag", True)] if item.flagged else []
        head = row(
            back,
            Tag(kind_words(item.question), "ink"),
            Label(f"第 {number} 题", 17, bold=True),
            worth,
            *flag,
            None,
            spacing=12,
        )
        card = QuestionCard(item.question, item.shown, headed=False)
        card.set_answer(item.answer)
        card.reveal(item.verdict())
        own = "；".join(own_answer_lines(item.question, item.shown, item.answer))
        panel = AnswerPanel(item.question, item.verdict(), library, item.shown, f"我的答案：{own}")
        body = column(card, panel, None, Paragraph(DISCLAIMER, 14, "text3", line=1.5), margins=(0, 8, 6, 8), spacing=16)
        before, after = button("上一题", icon="arrow_left"), button("下一题", icon="arrow_right", trailing=True)
        before.setEnabled(bool(self._before))
        after.setEnabled(bool(self._after))
        foot = row(
            before, None, Label(f"{place + 1} / {len(numbers)}", 15, "text2"), None, after, margins=(0, 10, 0, 12)
        )
        inner = boxed(column(head, (QuestionScroll(boxed(body)), 1), Rule(), foot, margins=(0, 12, 0, 0), spacing=8))
        inner.setMaximumWidth(px(_WIDEST))
        self.setLayout(row(None, (inner, 10_000), None, margins=(28, 0, 28, 0), spacing=0))
        back.clicked.connect(self.back_wanted)
        before.clicked.connect(self.go_before)
        after.clicked.connect(self.go_after)
        panel.article_requested.connect(self.article_requested)
        panel.fact_requested.connect(self.fact_requested)

    def go_before(self) -> None:
        if self._before:
            self.number_wanted.emit(self._before)

    def go_after(self) -> None:
        if self._after:
            self.number_wanted.emit(self._after)
