"""今日到期: how many, why, one button; and what was moved on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.review import Origin
from app.services.review_service import ReviewDay
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.progress_bar import Bar
from app.ui.kit.tag import Tag
from app.ui.review.review_words import coming_words, deferred_words, minutes, next_words

_TAGS = {Origin.WRONG: ("red", "dismiss_circle"), Origin.STARRED: ("amber", "star"), Origin.SPACED: ("ink", "clock")}
_WHY = {Origin.WRONG: "在错题本里", Origin.STARRED: "收藏过的", Origin.SPACED: "掌握过，隔一段再看"}
NOTHING_YET = "还没有要复习的题。答错的题和收藏的题会自动收进来，第二天起安排复习。"


class TodayCard(Card):
    started = Signal()
    practice_wanted = Signal()

    def __init__(self, day: ReviewDay, cap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        if day.question_ids:
            self._build(day, cap)
        else:
            self._build_empty(day, cap)

    def _build(self, day: ReviewDay, cap: int) -> None:
        number = len(day.question_ids)
        start = button("开始复习" if not day.done else "继续复习", "primary", "play", big=True, filled=True)
        start.clicked.connect(self.started)
        figure = row(
            Label("今日到期", 22, bold=True, serif=True),
            Label(f"{number}", 40, "red", bold=True, serif=True),
            Label("题", 22, bold=True, serif=True),
            None,
            spacing=10,
        )
        why: list[Item] = [_origin(origin, day.origins[origin]) for origin in Origin]
        words: list[Item] = [
            figure,
            boxed(FlowLayout(*why, spacing=18)),  # type: ignore[arg-type]
        ]
        if day.done:
            total = day.done + number
            words.append(
                row((Bar(day.done / total, height=8, name="今天已复习"), 1), Label(f"已做 {day.done} / {total}", 15))
            )
        words += [4, row(start, Label(f"约 {minutes(number)} 分钟", 15, "text2"), None, spacing=14)]
        for said in (deferred_words(day, cap), coming_words(day)):
            if said:
                words.append(Paragraph(said, 15, "text2"))
        self.setLayout(column(*words, margins=(26, 20, 26, 20), spacing=10))

    def _build_empty(self, day: ReviewDay, cap: int) -> None:
        following = next_words(day)
        if day.done:
            empty = EmptyState("checkmark_circle", f"今天的复习已完成，共 {day.done} 题。{following}")
        elif day.cards:
            empty = EmptyState("checkmark_circle", f"今天没有到期的题。{following}")
        else:
            empty = EmptyState("arrow_sync", NOTHING_YET, "去练习")
            empty.acted.connect(self.practice_wanted)
        words: list[Item] = [empty]
        for said in (deferred_words(day, cap), coming_words(day) if len(day.coming) > 1 else ""):
            if said:
                words.append(Paragraph(said, 15, "text2"))
        self.setLayout(column(*words, margins=(26, 12, 26, 16), spacing=8))


def _origin(origin: Origin, count: int) -> QWidget:
    tone, icon = _TAGS[origin]
    return boxed(row(Tag(f"{origin.value} {count}", tone, icon, size=16), Label(_WHY[origin], 15, "text2"), spacing=8))
