"""One question of an exam, which can be made ready before it is to be seen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.exam import ExamItem
from app.domain.labels import DISCLAIMER
from app.domain.paper import Paper
from app.ui.exam.exam_words import marking_words
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import current_theme
from app.ui.parts.question_card import QuestionCard, kind_words


class QuestionLeaf:
    """``heading`` stays where it is while ``body`` scrolls. ``permit`` is asked before a choice is shown."""

    def __init__(self, paper: Paper, item: ExamItem, permit: Callable[[tuple[str, ...]], bool]) -> None:
        self._kind = Tag(kind_words(item.question), "ink")
        named = Label(f"第 {item.place} 题", 17, bold=True), Label(marking_words(paper, item), 15, "text2")
        self.heading: QWidget = boxed(row(self._kind, *named, None, spacing=12))
        self.card = QuestionCard(item.question, item.shown, headed=False)
        self.card.set_answer(item.answer)
        self.card.set_permit(permit)
        self._note = Paragraph(DISCLAIMER, 14, "text3", line=1.5) if item.question.case else None
        note: list[Item] = [self._note] if self._note is not None else []
        self.body: QWidget = boxed(column(self.card, None, *note, margins=(0, 0, 6, 8), spacing=12))

    def paint_ahead(self) -> None:
        """Paint what takes long to paint; it is laid out for the place where it will be seen, on the page's ground."""
        ground = current_theme().colour("bg")
        self._kind.paint_ahead(ground)
        self.card.paint_ahead(ground)
        if self._note is not None:
            self._note.paint_ahead(ground)

    def delete(self) -> None:
        for part in (self.heading, self.body):
            part.hide()
            part.deleteLater()
