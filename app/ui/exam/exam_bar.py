"""The dark bar over an exam: that one is on, which, who sits it, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.domain.exam import Exam
from app.ui.exam.exam_words import exam_facts
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.tokens import current_theme, px


class ExamBar(QFrame):
    leave_wanted = Signal()
    lookup_wanted = Signal()

    def __init__(self, exam: Exam, book: str = "", lookup: bool = False, parent: QWidget | None = None) -> None:
        """``book``: 开卷, 闭卷 or ""; with ``lookup`` there is a way to the rules."""
        super().__init__(parent)
        self.setFixedHeight(px(57))
        title = ElidedLabel(exam.title, 18, tone="exam_bar_text", bold=True, serif=True)
        self._facts = Label(exam_facts(exam), 15, "exam_bar_text2")
        candidate = ElidedLabel(f"考生：{exam.candidate}", 15, tone="exam_bar_text2")
        candidate.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._leave = button("暂离考试", icon="pause")
        self._leave.set_on_dark()
        mode = Label(f"考试中 · {book}" if book else "考试中", 15, "exam_bar_accent", bold=True)
        ways = [self._way_to_rules()] if lookup else []
        line = row(mode, (title, 1), self._facts, candidate, *ways, self._leave, margins=(24, 0, 20, 0), spacing=16)
        self.setLayout(line)
        self._leave.clicked.connect(self.leave_wanted)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what the candidate knows already."""
        self._facts.setVisible(not narrow)

    @property
    def leave_button(self) -> QWidget:
        return self._leave

    def _way_to_rules(self) -> QWidget:
        made = button("查法规", icon="book_open", tip="打开法规库查条文，计时照常（Ctrl+L）")
        made.set_on_dark()
        made.clicked.connect(self.lookup_wanted)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().colour("exam_bar"))
