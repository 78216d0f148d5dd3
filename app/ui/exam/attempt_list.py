"""One person's attempts, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.finished_exam import FinishedExam
from app.domain.outcome import Outcome
from app.ui.kit.action_card import ActionCard
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.roving import Roving
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import moment_words

_MOST = 10
_LOOKS = {
    Outcome.PASSED: ("green", "checkmark_circle"),
    Outcome.FAILED: ("red", "dismiss_circle"),
    Outcome.OPEN: ("amber", "hourglass"),
}


class AttemptList(Card):
    """The latest ones, and the one on screen, which is marked 「正在看」. One tab stop."""

    chosen = Signal(str)

    def __init__(self, attempts: Sequence[FinishedExam], current: str, who: str, parent: QWidget | None = None) -> None:
        """``who``: the name of the person whose attempts these are."""
        super().__init__(parent=parent)
        total = len(attempts)
        attempts = [attempt for place, attempt in enumerate(attempts) if place < _MOST or attempt.id == current]
        rows = [self._row(attempt, attempt.id == current) for attempt in attempts]
        roving = Roving(self)
        place = next((place for place, attempt in enumerate(attempts) if attempt.id == current), 0)
        head = row(
            Label("历次成绩", 17, bold=True, serif=True),
            Label(f"{who}　{total} 次" + (f"，显示最近 {_MOST} 次" if total > _MOST else ""), 15, "text2"),
            None,
        )
        self.setLayout(column(head, *rows, margins=(20, 16, 20, 16), spacing=8))
        roving.set_members(rows, place)

    def _row(self, attempt: FinishedExam, current: bool) -> ActionCard:
        title, score, word = attempt.title, attempt.score, attempt.outcome_words
        tag = Tag(word, *_LOOKS[attempt.outcome])
        when = Label(moment_words(attempt.finished_at), 15, "text2")
        first = row((ElidedLabel(title, 16, bold=current), 1), Label(f"{score} 分", 16, bold=True), tag, spacing=10)
        second = row(when, None, *([Tag("正在看", "ink")] if current else []))
        moment = moment_words(attempt.finished_at)
        name = f"{title}，{moment}，{score} 分，满分 {attempt.full}，{word}"
        card = ActionCard(column(first, second, margins=(14, 10, 14, 10), spacing=4), name, "ink" if current else "2")
        card.clicked.connect(lambda: self.chosen.emit(attempt.id))
        return card
