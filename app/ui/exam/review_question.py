"""One question of a finished exam: one's own answer, the right one, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.answer_words import own_answer_lines
from app.domain.exam import Exam
from app.domain.labels import DISCLAIMER
from app.domain.marking import Verdict
from app.domain.marking_record import Marking
from app.services.library_service import LibraryService
from app.ui.exam.answer_marking import AnswerMarking
from app.ui.exam.question_scroll import QuestionScroll
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.parts.question_card import QuestionCard, kind_words
from app.ui.parts.scenario_split import ScenarioSplit

_WIDEST = 1080
BY_UNIT = "简答由组织单位统一阅卷，这里只供对照要点，不评分。得分以组织单位公布的为准。"


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
        item = exam.item(number)
        place = numbers.index(number) if number in numbers else -1
        self._before = numbers[place - 1] if place > 0 else 0
        self._after = numbers[place + 1] if 0 <= place < len(numbers) - 1 else 0
        back = button("返回成绩", "ghost", "arrow_left", small=True)
        open_ = item.verdict() is Verdict.UNMARKED
        got = f"得 {item.points(exam.paper)} 分"
        if open_:
            got = "待组织单位阅卷" if exam.seat else "尚未评分"
        worth = Label(f"{got}（{item.score} 分题）", 15, "text2")
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
        card.reveal(item.verdict(), marking=item.answered and not exam.seat, full=item.score)
        own = "；".join(own_answer_lines(item.question, item.shown, item.answer))
        word = ("由组织单位阅卷" if exam.seat else "尚未评分") if open_ else ""
        panel = AnswerPanel(item.question, item.verdict(), library, item.shown, f"我的答案：{own}", word=word)
        if item.ticks:
            card.set_ticks(item.ticks)
        self._card = card
        self._marking: AnswerMarking | None = None
        parts: list[Item] = [card, panel, None]
        if item.question.points and item.answered:
            if not exam.seat:
                self._marking = AnswerMarking(item, exam.paper, card, markings, marker or exam.candidate)
                self._marking.save_wanted.connect(lambda: self.marked.emit(number, card.ticks(), self.marker()))
            parts.insert(1, self._marking or Paragraph(BY_UNIT, 15, line=1.5))
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
        return self._marking.marker() if self._marking is not None else ""

    def ask_for_marker(self) -> None:
        if self._marking is not None:
            self._marking.ask_for_marker()

    def set_ticks(self, ticks: Sequence[bool]) -> None:
        """Go on with a marking that was not saved yet."""
        self._card.set_ticks(tuple(ticks))

    def go_before(self) -> None:
        if self._before:
            self.number_wanted.emit(self._before)

    def go_after(self) -> None:
        if self._after:
            self.number_wanted.emit(self._after)
