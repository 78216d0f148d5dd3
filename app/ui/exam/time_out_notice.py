"""The page that says that the time is over and the exam was handed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.ui.exam.exam_words import lacking_words
from app.ui.exam.unsaved_answers import UnsavedAnswers
from app.ui.kit.button import button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px


class TimeOutNotice(QWidget):
    result_wanted = Signal()

    def __init__(self, exam: Exam, lacking: UnsavedAnswers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._go = button("看成绩", "primary", big=True)
        saved = f"已答 {exam.answered} 题，共 {len(exam.items)} 题，答案已全部保存。"
        if lacking:
            saved = f"存下 {exam.answered} 题，共 {len(exam.items)} 题。{lacking_words(lacking)}按已存下的计分。"
        inner = boxed(
            column(
                row(None, IconLabel("timer", 40, "ink", True, plate="ink_soft"), None),
                Paragraph("考试时间到，已自动交卷", 28, bold=True, serif=True, alignment=centre),
                Paragraph(f"《{exam.title}》", 18, "text2", alignment=centre),
                Paragraph(saved, 17, alignment=centre),
                8,
                row(None, self._go, None),
                spacing=16,
            )
        )
        inner.setMaximumWidth(px(720))
        self.setLayout(column(None, row(None, (inner, 10_000), None, margins=(28, 0, 28, 0)), None, spacing=0))
        self._go.clicked.connect(self.result_wanted)

    def take_focus(self) -> None:
        self._go.setFocus()
