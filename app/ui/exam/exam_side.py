"""The right side of an exam: time, answer sheet, handing in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.exam import Exam
from app.ui.exam.exam_timer import ExamTimer
from app.ui.exam.exam_words import sheet_groups
from app.ui.exam.sheet_legend import SheetLegend
from app.ui.kit.answer_sheet import AnswerSheet, CellState
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.progress_bar import Bar
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import current_theme, px

WIDTH = 320


class ExamSide(QFrame):
    """Shows what ``refresh`` is given; changes nothing itself."""

    place_wanted = Signal(int)
    submit_wanted = Signal()

    def __init__(self, exam: Exam, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timer = ExamTimer(exam.limit_ms)
        self._exam: Exam | None = None
        self._beside, self.answered = True, 0
        self._count = Label("", 15, "text2")
        self._bar = Bar(0, "ink_fill", 6, "已答")
        self._sheet = AnswerSheet(sheet_groups(exam), columns=7, side=36)
        self._leaves = Paragraph("", 14, "text2", line=1.5)
        self._submit = button("交卷", "soft", "checkmark_circle", big=True).stretch()
        self._title = Label("答题卡", 17, bold=True, serif=True)
        head = row(self._title, None, self._count)
        self._scroll = ScrollPage(boxed(column(self._sheet, None, margins=(0, 4, 0, 8))))
        saved = Paragraph("每次作答自动保存，断电或误关后可以继续。", 14, "text2", line=1.5)
        content = (self.timer, head, self._bar, SheetLegend(), (self._scroll, 1), self._leaves, self._submit, saved)
        self.setLayout(column(*content, margins=(18, 14, 18, 12), spacing=9))
        self._sheet.activated.connect(self.place_wanted)
        self._submit.clicked.connect(self.submit_wanted)

    def refresh(self, exam: Exam, place: int) -> None:
        """Show the exam as it is on disk, with ``place`` on screen."""
        shown, self._exam = self._exam, exam
        if shown is None or shown.items is not exam.items or shown.leaves != exam.leaves:
            self._show_exam(exam, place)
        self._sheet.set_current(place)

    def make_ready(self, place: int) -> None:
        """Bring the cell of the question on screen into view, and be ready for its neighbours."""
        self._scroll.reveal(self._sheet.cell(place))
        if self._beside:
            self._sheet.paint_ahead(current_theme().colour("surface2"))

    def stops(self) -> list[QWidget]:
        """In the order of Tab; putting the time out of sight comes last."""
        return [self._sheet, self._submit, self.timer]

    def focus_sheet(self, place: int) -> None:
        """Give focus to the cell of a question."""
        self._sheet.focus_cell(place)
        self._scroll.reveal(self._sheet.cell(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface2"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("border"))

    def set_beside(self, beside: bool) -> None:
        """Stand beside the question at a fixed width, or fill a drawer, which has a title, with the time above it."""
        self._beside = beside
        self._title.setVisible(beside)
        self.timer.setVisible(beside)
        self.setMinimumWidth(px(WIDTH) if beside else 0)
        self.setMaximumWidth(px(WIDTH) if beside else 16_777_215)

    def _show_exam(self, exam: Exam, place: int) -> None:
        self.answered = exam.answered
        states = {
            item.place: CellState("answered" if item.answered else "unanswered", item.flagged) for item in exam.items
        }
        self._sheet.set_states(states, place)
        self._count.setText(f"已答 {self.answered} / {len(exam.items)}")
        self._bar.set_value(self.answered / max(1, len(exam.items)))
        self._submit.set_kind("primary" if self.answered == len(exam.items) else "soft")
        consequence = "写在成绩上" if exam.paper.show_leaves else "只作记录，不影响成绩"
        self._leaves.set_text(f"已离开考试窗口 {exam.leaves} 次（{consequence}）")
        self._leaves.setVisible(exam.leaves > 0)
