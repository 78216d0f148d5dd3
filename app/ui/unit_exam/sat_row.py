"""A 单位统考 that was sat here, and its result file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.layouts import column, row
from app.ui.parts.day_words import moment_words


class SatRow(QWidget):
    save_wanted = Signal()
    result_wanted = Signal()

    def __init__(self, exam: Exam, score_shown: bool = True) -> None:
        super().__init__()
        score = f"　{exam.total} 分" if score_shown else ""
        unmarked = f"，{len(exam.unmarked)} 题待阅" if exam.unmarked and score_shown else ""
        facts = f"{exam.candidate}　{moment_words(exam.finished_at)} 交卷{score}{unmarked}"
        words = column(ElidedLabel(exam.occasion, 16, bold=True), ElidedLabel(facts, 15, tone="text2"), spacing=0)
        save = button("保存结果文件", "soft", "save", name=f"保存结果文件：{exam.occasion}")
        result = button("看成绩", name=f"看成绩：{exam.occasion}")
        save.clicked.connect(self.save_wanted)
        result.clicked.connect(self.result_wanted)
        self.setLayout(row((words, 1), save, result, margins=(0, 4, 0, 4), spacing=10))
