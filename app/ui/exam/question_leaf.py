"""One question of an exam, which can be made ready before it is to be seen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.exam import ExamItem
from app.domain.labels import DISCLAIMER
from app.domain.paper import Paper
from app.ui.exam.exam_words import marking_words
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.question_card import QuestionCard, kind_words


class QuestionLeaf:
    """``heading`` stays where it is while ``body`` scrolls, and so does the scenario, which is told beside it.

    ``permit`` is asked before a choice is shown.
    """

    def __init__(self, paper: Paper, item: ExamItem, permit: Callable[[tuple[str, ...]], bool]) -> None:
        number, worth = (
            Label(f"第 {item.place} 题", 17, bold=True),
            ElidedLabel(marking_words(paper, item), 15, tone="text2"),
        )
        self.heading: QWidget = boxed(row(Tag(kind_words(item.question), "ink"), number, (worth, 1), spacing=12))
        self.card = QuestionCard(item.question, item.shown, headed=False, told=True)
        self.card.set_answer(item.answer)
        self.card.set_permit(permit)
        note: list[Item] = [Paragraph(DISCLAIMER, 14, "text3", line=1.5)] if item.question.case else []
        self.body: QWidget = boxed(column(self.card, None, *note, margins=(0, 0, 6, 8), spacing=12))
