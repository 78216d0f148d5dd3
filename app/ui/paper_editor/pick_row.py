"""One question that stands on every copy of a paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.paper_draft import MAX_SCORE, Pick
from app.domain.question import Question
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.paper_editor.number_field import NumberField
from app.ui.paper_editor.whole_words import kind_words, stem_words


class PickRow(Card):
    changed = Signal()
    move_wanted = Signal(int)
    remove_wanted = Signal()
    preview_wanted = Signal()

    def __init__(self, pick: Pick, parts: Sequence[Question], parent: QWidget | None = None) -> None:
        """``parts`` are empty where the question left the bank."""
        super().__init__(kind="2", parent=parent)
        self._pick = pick
        self._number = Label("", 15, "text2", bold=True)
        self._number.setMinimumWidth(px(28))
        self._score = NumberField("这道题的分值", pick.score, len(pick.ids), MAX_SCORE, "分", width=84)
        self._look = button("", "ghost", "eye", small=True, name="看题目和答案", tip="看题目和答案")
        self._up = button("", "ghost", "chevron_up", small=True, name="上移这道题")
        self._down = button("", "ghost", "chevron_down", small=True, name="下移这道题")
        self._remove = button("", "ghost", "delete", small=True, name="移出这道题", tip="移出这道题")
        self._look.setEnabled(bool(parts))
        tag = Tag(kind_words(parts), "ink" if parts else "red")
        stem = ElidedLabel(stem_words(parts), 16, tone="text" if parts else "red")
        tail = row(self._score, self._look, self._up, self._down, self._remove, spacing=4)
        self._wrong = Paragraph("", 15, "red", line=1.45)
        self._warning = boxed(row(IconLabel("error_circle", 18, "red", True), (self._wrong, 1), spacing=6))
        line = row(self._number, tag, (stem, 1), tail, spacing=10)
        self.setLayout(column(line, self._warning, margins=(12, 6, 8, 6), spacing=4))
        self._warning.hide()
        self._score.valueChanged.connect(self.changed)
        self._look.clicked.connect(self.preview_wanted)
        self._up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self._down.clicked.connect(lambda: self.move_wanted.emit(1))
        self._remove.clicked.connect(self.remove_wanted)

    def pick(self) -> Pick:
        """As it stands on screen."""
        return Pick(self._pick.ids, self._score.value())

    def set_score(self, score: int) -> None:
        self._score.setValue(score)

    def number(self, place: int, of: int) -> None:
        """Say where the row stands, from 0."""
        self._number.setText(f"{place + 1}.")
        self.setAccessibleName(f"第 {place + 1} 题")
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < of - 1)

    def show_fault(self, fault: str) -> None:
        """What is wrong with it, or ""."""
        self._wrong.set_text(fault)
        self._warning.setVisible(bool(fault))

    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [self._score, self._look, self._up, self._down, self._remove]

    def take_focus(self) -> None:
        self._score.setFocus()
        self._score.selectAll()
