"""A 单位统考 that was sat here, and its result file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import moment_words


class SatRow(QWidget):
    save_wanted = Signal()
    result_wanted = Signal()

    def __init__(self, exam: Exam, score_shown: bool = True, saved: bool = False) -> None:
        """``saved``: its result file, at least once."""
        super().__init__()
        self.exam = exam
        facts = f"{moment_words(exam.finished_at)} 交卷"
        if score_shown:
            facts += "　简答待阅" if exam.marked_by_unit else f"　{exam.total} 分"
        state = Tag("已保存", "green", "checkmark_circle") if saved else Tag("没有保存", "amber", "warning")
        name = boxed(row(Label(exam.candidate, 16, bold=True), state, None, spacing=8))
        of_whom = f"{exam.candidate}，{exam.occasion}"
        save = button("再保存一份" if saved else "保存结果文件", "ghost" if saved else "soft", "save")
        save.setAccessibleName(f"{save.label()}：{of_whom}")
        result = button("看成绩", name=f"看成绩：{of_whom}")
        save.clicked.connect(self.save_wanted)
        result.clicked.connect(self.result_wanted)
        lines = (ElidedLabel(exam.occasion, 15), ElidedLabel(facts, 15, tone="text2"))
        words: Item = (column(name, *lines, spacing=1), 1)
        self.setLayout(row(words, save, result, margins=(0, 6, 0, 6), spacing=10))
