"""Below a 简答 of a finished exam: what the ticks come to, who marks, and every marking so far."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import ExamItem
from app.domain.marking_record import Marking
from app.domain.paper import Paper
from app.ui.kit.button import button
from app.ui.kit.form_field import line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.day_words import moment_words
from app.ui.parts.question_card import QuestionCard

_LONGEST_NAME = 40
HOW = "自己对照要点评分，或请领导在这里评：写上阅卷人姓名，每次评分都留在评分记录里。"


class AnswerMarking(QWidget):
    """Reads the ticks off ``card``, and says at each what they come to. ``marker``: who marks, at first."""

    save_wanted = Signal()

    def __init__(
        self,
        item: ExamItem,
        paper: Paper,
        card: QuestionCard,
        markings: Sequence[Marking],
        marker: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._item, self._paper, self._card = item, paper, card
        self._marker = line_field("阅卷人", marker, most=_LONGEST_NAME)
        self._marker.setFixedWidth(px(180))
        self._worth = Label("", 16, bold=True)
        named = Label("阅卷人", 15, "text2")
        named.setBuddy(self._marker)
        save = button("保存评分", "primary", "checkmark_circle")
        save.clicked.connect(self.save_wanted)
        told = [Label("评分记录", 14, "text2", bold=True)] if markings else []
        lines = [Paragraph(_told(one), 14, "text2", line=1.5) for one in markings]
        acting = row(named, self._marker, save, 6, self._worth, None, spacing=10)
        self.setLayout(column(acting, Paragraph(HOW, 14, "text2", line=1.5), *told, *lines, spacing=6))
        card.marked.connect(self._show_worth)
        self._show_worth()

    def marker(self) -> str:
        """Who marks; "" where nobody is named."""
        return " ".join(self._marker.text().split())

    def ask_for_marker(self) -> None:
        self._marker.setFocus()

    def _show_worth(self) -> None:
        ticks = self._card.ticks()
        points = replace(self._item, ticks=ticks).points(self._paper)
        self._worth.setText(f"打勾 {sum(ticks)} 条，得 {points} 分（满分 {self._item.score} 分）")


def _told(one: Marking) -> str:
    """3月2日 09:10　赵敏　评 2 分，打勾的要点：1、3."""
    places = "、".join(str(place) for place, tick in enumerate(one.ticks, 1) if tick)
    found = f"打勾的要点：{places}" if places else "没有打勾的要点"
    return f"{moment_words(one.utc)}　{one.marker}　评 {one.points} 分，{found}"
