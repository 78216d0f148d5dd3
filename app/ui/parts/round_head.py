"""The line above a question of a round: kind, title, place, star, the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.question import Question
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.progress_bar import Bar
from app.ui.kit.tag import Tag
from app.ui.parts.question_card import kind_words


class RoundHead(QWidget):
    star_toggled = Signal()
    stop_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._count = Tag("", "ink"), Label("", 16, bold=True)
        self._bar = Bar(0, height=6, name="本轮进度")
        self._star = button("收藏", "ghost", "star", small=True, tip="收藏（Ctrl+D）", name="收藏")
        stop = button("结束本轮", "ghost", "arrow_exit", small=True)
        said = ElidedLabel(title, 16, tone="text2")
        self.setLayout(row(self._kind, self._count, (said, 2), (self._bar, 5), self._star, stop, spacing=12))
        self._star.clicked.connect(self.star_toggled)
        stop.clicked.connect(self.stop_wanted)

    def show_question(self, question: Question, number: int, total: int) -> None:
        self._kind.set(kind_words(question), "ink")
        self._count.setText(f"{number} / {total}")

    def show_progress(self, share: float) -> None:
        """``share`` (0…1) of the round is answered."""
        self._bar.set_value(share)

    def show_star(self, starred: bool) -> None:
        self._star.set_label("已收藏" if starred else "收藏")
        self._star.set_icon("star", filled=starred)
