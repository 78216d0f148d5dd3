"""What a round of review came to, and when the questions come back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.marking import Verdict
from app.domain.review import Rating
from app.services.review_service import ReviewService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.ring import Ring
from app.ui.parts.round_item import RoundItem
from app.ui.review.review_words import next_words

_MARKS = {
    Rating.AGAIN: ("arrow_repeat_all", "red"),
    Rating.HARD: ("warning", "amber"),
    Rating.GOOD: ("checkmark_circle", "green"),
}


class ReviewSummary(QWidget):
    done = Signal()
    undo_wanted = Signal()

    def __init__(
        self, title: str, items: Sequence[RoundItem], review: ReviewService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        right = sum(item.verdict is Verdict.RIGHT for item in items)
        left = sum(item.left_book for item in items)
        figures = [_figure(rating, sum(item.rating is rating for item in items)) for rating in Rating]
        lines = [Paragraph(f"{title}：共 {len(items)} 题，答对 {right} 题。", 16, "text2")]
        if left:
            lines.append(Paragraph(f"有 {left} 题连续三次答对，已移出错题本，在“已移出”里可以放回。", 16))
        lines.append(Paragraph(_outlook(review), 16))
        words = column(
            None,
            Label("本轮复习完成", 22, bold=True, serif=True),
            row(*figures, None, spacing=22),
            *lines,
            None,
            spacing=10,
        )
        ring = Ring(right / len(items) if items else 0.0, f"{right}", f"共 {len(items)} 题", 132, "green_fill")
        done = button("完成", "primary", big=True)
        undo = button("撤销上次评价", "ghost", "arrow_undo", big=True, tip="撤销上次评价（Ctrl+Z）")
        undo.setVisible(any(item.rating for item in items))
        self.setLayout(
            column(
                Card(row(ring, (words, 1), margins=(26, 20, 26, 20), spacing=28)),
                row(done, undo, None, spacing=12),
                None,
                spacing=16,
            )
        )
        done.clicked.connect(self.done)
        undo.clicked.connect(self.undo_wanted)


def _figure(rating: Rating, count: int) -> QWidget:
    icon, tone = _MARKS[rating]
    return boxed(row(IconLabel(icon, 18, tone, True), Label(f"{rating.value} {count}", 16, bold=True), spacing=6))


def _outlook(review: ReviewService) -> str:
    day = review.day()
    if day.question_ids:
        return f"今天还有 {len(day.question_ids)} 题到期。"
    return f"今天的复习已完成。{next_words(day)}{'。' if day.coming else ''}"
