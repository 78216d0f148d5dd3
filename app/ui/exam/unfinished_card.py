"""The exam that was not handed in: go on with it, or hand in what there is."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.domain.unit_exam import BookRule
from app.ui.exam.exam_asking import CLOSED_NOTE
from app.ui.exam.exam_words import break_words, clock_words
from app.ui.exam.person_asking import OTHERS
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph

_TICK_MS = 1_000


class UnfinishedCard(Card):
    """The time left goes on where the break counts."""

    go_on_wanted = Signal()
    give_up_wanted = Signal()
    ran_out = Signal()
    """Nothing more is taken; said every second from then on."""

    def __init__(self, exam: Exam, left: Callable[[], int], book: str = "", parent: QWidget | None = None) -> None:
        """``left``: milliseconds of the time given, below zero in overtime; ``book``: 开卷, 闭卷 or ""."""
        super().__init__(kind="ink", parent=parent)
        self._exam, self._left = exam, left
        self._word, self._figure = Label("", 15, "text2"), Label("", 17, bold=True)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._show_left(left())
        title = f"{exam.candidate}的考试没有交卷" if exam.seat else "上次考试没有交卷"
        head = row(IconLabel("history", 24, "ink", True), Label(title, 20, bold=True, serif=True), None)
        told = f"答案已全部保存，可以从第 {exam.current} 题继续。"
        figures = row(
            Label("已答", 15, "text2"),
            Label(f"{exam.answered} / {len(exam.items)}", 17, bold=True),
            14,
            self._word,
            self._figure,
            14,
            Label(break_words(exam.paper), 15, "text2"),
            None,
            spacing=8,
        )
        go_on = button("继续考试", "primary", "play", big=True, filled=True)
        give_up = button("放弃并按已答交卷", big=True)
        if book == BookRule.CLOSED:
            told += CLOSED_NOTE
        named = Paragraph(f"《{exam.title}》", 17, bold=True)
        others = [Paragraph(OTHERS.format(exam.candidate), 16, bold=True)] if exam.seat else []
        lines: list[Item] = [head, named, *others, Paragraph(told, 16), figures]
        self.setLayout(column(*lines, 4, row(go_on, give_up, None, spacing=12), margins=(24, 18, 24, 20), spacing=10))
        go_on.clicked.connect(self.go_on_wanted)
        give_up.clicked.connect(self.give_up_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._exam.clock.running:
            self._ticker.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def _tick(self) -> None:
        left = self._left()
        self._show_left(left)
        if left + self._exam.clock.limit_ms - self._exam.limit_ms <= 0:
            self.ran_out.emit()

    def _show_left(self, left: int) -> None:
        self._word.setText("已超时" if left < 0 else "剩余时间")
        self._figure.setText(clock_words(left))
