"""Clock and answer sheet of an exam, where the side has no room."""

from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.ui.exam.exam_question import ExamQuestion
from app.ui.exam.exam_timer import ExamTimer
from app.ui.kit.button import button
from app.ui.kit.layouts import row

_JOINED = 860
"""Width from which they stand in the question's line; a line of their own would cost an option's height."""


class ExamTools(QWidget):
    """The line above the question, for windows in which even the question's line has no room."""

    def __init__(self, exam: Exam, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timer = ExamTimer(exam.limit_ms, compact=True)
        self.sheet = button("", icon="grid")
        self._line = row(self.timer, None, self.sheet, margins=(40, 8, 40, 0))
        self.setLayout(self._line)

    def show_answered(self, answered: int, total: int) -> None:
        words = f"答题卡 {answered}/{total}"
        if words != self.sheet.label():  # told again it would be laid out anew
            self.sheet.set_label(words)

    def place(self, question: ExamQuestion, shown: bool, logical: float) -> None:
        """Show them at this width of the page, or not at all."""
        joined = logical >= _JOINED
        if joined:
            question.take_tools(self.timer, self.sheet)
        else:
            self._line.insertWidget(0, self.timer)
            self._line.addWidget(self.sheet)
        for tool in (self.timer, self.sheet):
            tool.setVisible(shown)
        self.setVisible(shown and not joined)
