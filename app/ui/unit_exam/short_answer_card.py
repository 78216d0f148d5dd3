"""One written answer, as whoever marks it reads it."""

from PySide6.QtWidgets import QWidget

from app.domain.exam_session import ExamSession
from app.domain.unit_exam_short import ShortAnswer
from app.ui.kit.banner import Banner
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, clear, column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.tag import Tag

NOT_KEPT = "这份结果是较早收的，没有留下作答文字，不能在这里评分。请回到成绩册，把结果文件再收一次。"


class ShortAnswerCard(Card):
    """Question, then the answer; whose it is only where names are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._column = column(margins=(22, 16, 22, 18), spacing=10)
        self.setLayout(self._column)

    def show_answer(self, answer: ShortAnswer, place: int, of: int, named: bool) -> None:
        """``place``: from 1, among the ``of`` answers to the question."""
        clear(self._column)
        tags = FlowLayout(spacing=8)
        tags.addWidget(Tag(paper_number(answer), "ink", "document", size=15))
        if answer.session is ExamSession.MAKE_UP:
            tags.addWidget(Tag("补考", "amber", "arrow_repeat_all", size=15))
        tags.addWidget(_state(answer))
        tags.addWidget(Label(f"第 {place} 份，共 {of} 份", 15, "text2"))
        question = answer.question
        parts: list[Item] = [boxed(tags)]
        if named:
            parts.append(ElidedLabel(answer.person.words, 16, bold=True))
        if question.scenario:
            parts.append(Paragraph(question.scenario, 15, "text2", line=1.5))
        parts += [Paragraph(f"{question.stem}（{answer.score}\u00a0分）", 16, bold=True, line=1.5), Rule()]
        parts.append(Label("作答", 15, "text2"))
        parts.append(Paragraph(answer.text, 18, line=1.75) if answer.kept else Banner(NOT_KEPT, "amber"))
        for part in parts:
            assert isinstance(part, QWidget)
            self._column.addWidget(part)
        self._column.addStretch(1)


def paper_number(answer: ShortAnswer) -> str:
    """What stands for a name while nobody is named."""
    return f"卷号 {answer.number:06}"


def _state(answer: ShortAnswer) -> Tag:
    if not answer.ticks:
        return Tag("待阅", "amber", "clock", size=15)
    return Tag(f"已评 {answer.points} 分", "green", "checkmark_circle", size=15)
