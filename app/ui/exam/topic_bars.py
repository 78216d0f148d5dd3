"""How an exam went by topic."""

from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.domain.labels import domain_label
from app.ui.kit.card import Card
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row

WEAK = 0.7


def shares(exam: Exam) -> list[tuple[str, float]]:
    """(topic, share of its points), the weakest first."""
    found = [(topic, got / possible if possible else 1.0) for topic, (got, possible) in exam.by_topic().items()]
    return sorted(found, key=lambda entry: entry[1])


class TopicBars(Card):
    """A topic under 70 % is hatched and called 薄弱."""

    def __init__(self, exam: Exam, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        bars = [
            HorizontalBar(
                domain_label(topic),
                share,
                f"{round(share * 100)}%" + ("　薄弱" if share < WEAK else ""),
                weak=share < WEAK,
                name_width=176,
                figure_width=110,
            )
            for topic, share in shares(exam)
        ]
        head = row(
            Label("按专题看掌握情况", 17, bold=True, serif=True), None, Label("得分率低于 70% 为薄弱", 15, "text2")
        )
        self.setLayout(column(head, *bars, margins=(20, 16, 20, 16), spacing=2))
