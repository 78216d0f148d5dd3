"""One question of a finished exam: one's own answer, the right one, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answer_words import own_answer_lines
from app.domain.exam import Exam
from app.domain.labels import DISCLAIMER
from app.domain.marking_record import Marking
from app.services.library_service import LibraryService
from app.ui.exam.question_scroll import QuestionScroll
from app.ui.kit.button import button
from app.ui.kit.form_field import line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.parts.day_words import moment_words
from app.ui.parts.question_card import QuestionCard, kind_words
from app.ui.parts.scenario_split import ScenarioSplit

_WIDEST = 1080
_LONGEST_NAME = 40


class ReviewQuestion(QWidget):
    """``numbers`` are the questions that previous and next go through; ``marker`` is who marks what was written: the
    candidate, or a leader at the candidate's PC."""

    back_wanted = Signal()
    number_wanted = Signal(int)
    marked = Signal(int, object, str)
    """(number, ticks, marker): a person's marking of a 简答."""
    article_requested = Signal(str)
    fact_requested = Signal(str, int)

    def __init__(
        self,
        exam: Exam,
        number: int,
        numbers: list[int],
        library: LibraryService,
        markings: Sequence[Marking] = (),
        marker: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marker = line_field("阅卷人", marker or exam.candidate, most=_LONGEST_NAME)
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
        card = QuestionCard(item.question, item.shown, headed=False, told=True)
        card.set_answer(item.answer)
        card.reveal(item.verdict())
        own = "；".join(own_answer_lines(item.question, item.shown, item.answer))
        panel = AnswerPanel(item.question, item.verdict(), library, item.shown, f"我的答案：{own}")
        if item.ticks:
            card.set_ticks(item.ticks)
        self._card = card
        marking = self._marking(card, number, markings) if item.question.points and item.answered else None
        parts: list[Item] = [card, *([marking] if marking else []), panel, None]
        body = column(*parts, Paragraph(DISCLAIMER, 14, "text3", line=1.5), margins=(0, 8, 6, 8), spacing=16)
        before, after = button("上一题", icon="arrow_left"), button("下一题", icon="arrow_right", trailing=True)
        before.setEnabled(bool(self._before))
        after.setEnabled(bool(self._after))
        foot = row(
            before, None, Label(f"{place + 1} / {len(numbers)}", 15, "text2"), None, after, margins=(0, 10, 0, 12)
        )
        split = ScenarioSplit(QuestionScroll(boxed(body)), top=8)
        split.tell(item.question.scenario)
        inner = boxed(column(head, (split, 1), Rule(), foot, margins=(0, 12, 0, 0), spacing=8))
        inner.setMaximumWidth(px(_WIDEST))
        self.setLayout(row(None, (inner, 10_000), None, margins=(28, 0, 28, 0), spacing=0))
        back.clicked.connect(self.back_wanted)
        before.clicked.connect(self.go_before)
        after.clicked.connect(self.go_after)
        panel.article_requested.connect(self.article_requested)
        panel.fact_requested.connect(self.fact_requested)

    def ticks(self) -> tuple[bool, ...]:
        """The key points of a 简答 as they are ticked just now, saved or not."""
        return self._card.ticks()

    def marker(self) -> str:
        """Who marks; "" where nobody is named."""
        return " ".join(self._marker.text().split())

    def set_ticks(self, ticks: Sequence[bool]) -> None:
        """Go on with a marking that was not saved yet."""
        self._card.set_ticks(tuple(ticks))

    def _marking(self, card: QuestionCard, number: int, markings: Sequence[Marking]) -> QWidget:
        """Saves what is ticked; says what was given before."""
        save = button("保存评分", "primary", "checkmark_circle")
        self._marker.setFixedWidth(px(180))
        save.clicked.connect(lambda: self.marked.emit(number, card.ticks(), self.marker()))
        named = Label("阅卷人", 15, "text2")
        named.setBuddy(self._marker)
        words = "自己对照要点评分，或请领导在这里评：写上阅卷人姓名，每次评分都留在评分记录里。"
        hint = Paragraph(words, 14, "text2", line=1.5)
        told = [f"{moment_words(one.utc)}　{one.marker}　评 {one.points} 分" for one in markings]
        lines = [Paragraph(f"评分记录：{'；'.join(told)}", 14, "text2", line=1.5)] if told else []
        return boxed(column(row(named, self._marker, save, None, spacing=10), hint, *lines, spacing=6))

    def go_before(self) -> None:
        if self._before:
            self.number_wanted.emit(self._before)

    def go_after(self) -> None:
        if self._after:
            self.number_wanted.emit(self._after)
