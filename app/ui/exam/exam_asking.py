"""What is asked in an exam before it is handed in or left."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.domain.unit_exam import BookRule
from app.ui.exam.exam_words import break_words, lacking_words
from app.ui.exam.submit_table import SubmitTable
from app.ui.exam.unsaved_answers import UnsavedAnswers
from app.ui.kit.modal import Choice, Modal, ask

CLOSED_NOTE = "本场是闭卷考试，交卷以前法规库、搜索、案例和各种题目页面先不开放。"


class ExamAsking(QObject):
    """One question at a time over ``page``. To go on is the safe answer."""

    submit_chosen = Signal()
    leave_chosen = Signal()
    place_wanted = Signal(int)
    """A question in the table of those without an answer."""

    def __init__(self, page: QWidget, book: str = "") -> None:
        """``book``: 开卷, 闭卷 or ""."""
        super().__init__(page)
        self._page, self._book = page, book
        self.modal: Modal | None = None
        self._table: SubmitTable | None = None

    def ask_submit(self, exam: Exam, left_ms: int, lacking: UnsavedAnswers) -> None:
        self._table = SubmitTable(exam, left_ms, lacking)
        choices = [Choice("submit", "确认交卷"), Choice("stay", "继续作答", safe=True)]
        self.modal = Modal(self._page, "确认交卷？", self._table, choices, width=540)
        self.modal.chosen.connect(self._take)
        self._table.place_wanted.connect(self._go)
        self.modal.open()
        self.modal.button("stay").setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_leave(self, exam: Exam, lacking: UnsavedAnswers) -> None:
        words = f"已作答的 {exam.answered} 题都已保存，可以稍后在“模拟考试”中继续。{break_words(exam.paper)}。"
        if lacking:
            words = f"{lacking_words(lacking)}现在离开，这些就没有了。已存下的可以稍后在“模拟考试”中继续。"
        if self._book == BookRule.CLOSED:
            words += CLOSED_NOTE
        choices = [Choice("leave", "暂离考试"), Choice("stay", "继续作答", safe=True)]
        self.modal = ask(self._page, "暂时离开考试？", words, choices, self._take)

    def set_left(self, left_ms: int) -> None:
        if self._table is not None:
            self._table.set_left(left_ms)

    def dismiss(self) -> None:
        if self.modal is not None:
            self.modal.dismiss()

    def _go(self, place: int) -> None:
        self.dismiss()
        self.place_wanted.emit(place)

    def _take(self, key: str) -> None:
        self.modal = self._table = None
        if key == "submit":
            self.submit_chosen.emit()
        elif key == "leave":
            self.leave_chosen.emit()
