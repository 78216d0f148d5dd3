"""The key points of a 简答 to tick, what that comes to, and what was given before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.key_points import shares, sharing_words
from app.domain.unit_exam_short import ShortAnswer
from app.ui.kit.banner import Banner
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import clear, column
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.day_words import moment_words
from app.ui.parts.point_row import PointRow

HOW = "写到了的打勾，也可以按数字键。“有关键词”只是帮着找，不预选、不算分，由阅卷人判断。"


class ShortPointsCard(Card):
    changed = Signal()
    """Another key point is ticked, or one no longer is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: list[PointRow] = []
        self._column = column(margins=(22, 16, 22, 18), spacing=12)
        self.setLayout(self._column)

    def show_answer(self, answer: ShortAnswer, ticks: Sequence[bool]) -> None:
        """``ticks``: as they stand now, () for none."""
        clear(self._column)
        self._column.addWidget(Label("评分要点", 17, bold=True, serif=True))
        self._column.addWidget(Paragraph(HOW, 14, "text2", line=1.5))
        points = answer.question.points
        hinted = answer.hinted() if answer.kept else (False,) * len(points)
        given = tuple(ticks) or (False,) * len(points)
        if rule := sharing_words(answer.question, answer.score):
            self._column.addWidget(Banner(rule, "grey"))
        marks = zip(points, given, hinted, shares(answer.question, answer.score), strict=True)
        self._rows = [PointRow(number, *one, answer.kept) for number, one in enumerate(marks, 1)]
        for one in self._rows:
            one.toggled.connect(self.changed)
            self._column.addWidget(one)
        if told := _told(answer):
            self._column.addWidget(Paragraph(told, 14, "text2", line=1.5))
        self._column.addStretch(1)

    def ticks(self) -> tuple[bool, ...]:
        return tuple(one.on() for one in self._rows)

    def turn(self, number: int) -> bool:
        """Tick the key point of this number, or take the tick away; False where there is none."""
        return 1 <= number <= len(self._rows) and self._rows[number - 1].turn()

    def take_focus(self) -> None:
        if self._rows:
            self._rows[0].take_focus()


def _told(answer: ShortAnswer) -> str:
    """Every marking so far, oldest first."""
    lines = [f"{moment_words(one.utc)}　{one.marker}　评 {one.points} 分" for one in answer.marks]
    return f"评分记录：{'；'.join(lines)}" if lines else ""
