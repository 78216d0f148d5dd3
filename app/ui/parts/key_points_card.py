"""The key points of a 简答 beside its answer: to be ticked by a person, or only to be read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.key_points import hinted, shares, sharing_words
from app.domain.question import Question
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.point_row import PointRow

HOW = "写到了的打勾。“有关键词”只是帮着找，不预选、不算分，以自己的判断为准。"


class KeyPointsCard(Card):
    """No point is ticked until somebody does; where words of it were found stands beside it."""

    toggled = Signal()

    def __init__(
        self, question: Question, text: str, full: int = 0, marking: bool = True, parent: QWidget | None = None
    ) -> None:
        """``text``: the answer; ``full``: what the question is worth here, 0 for as much as its points say. Without
        ``marking`` there is nothing to tick."""
        super().__init__(kind="2", parent=parent)
        worth = shares(question, full or sum(point.score for point in question.points))
        marks = zip(question.points, (False,) * len(worth), hinted(question, text), worth, strict=True)
        self._rows = [PointRow(number, *one, True) for number, one in enumerate(marks, 1)] if marking else []
        for one in self._rows:
            one.toggled.connect(self.toggled)
        told = [Paragraph(f"{number}. {one.text}", 16) for number, one in enumerate(question.points, 1)]
        title = "参考要点" if not marking else "对照要点评分" if full else "对照要点自评"
        head: list[QWidget] = [
            Label(title, 16, bold=True),
            *([Paragraph(HOW, 15, "text2", line=1.5)] if marking else []),
        ]
        if marking and full and (rule := sharing_words(question, full)):
            head.append(Paragraph(rule, 15, "text2", line=1.5))
        self.setLayout(column(*head, *(self._rows or told), margins=(18, 14, 18, 14), spacing=10))

    def ticks(self) -> tuple[bool, ...]:
        """Which key points count as written; () where there is nothing to tick."""
        return tuple(one.on() for one in self._rows)

    def set_ticks(self, ticks: Sequence[bool]) -> None:
        for one, on in zip(self._rows, ticks, strict=False):
            one.set_on(on)

    def close_marking(self) -> None:
        for one in self._rows:
            one.close_marking()
