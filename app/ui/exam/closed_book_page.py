"""In the place of the rules, and of all that shows questions with keys, while an exam without books is not handed in:
why, and where to go on."""

from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.ui.exam.closed_pages import CLOSED
from app.ui.exam.person_asking import ask_whether_it_is, sitter_words
from app.ui.kit.button import button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import centred, column, row
from app.ui.kit.page import Page
from app.ui.kit.paragraph import Paragraph

WHY = (
    "《{}》是闭卷考试，还没有交卷。交卷以前，法规库、搜索、案例，以及练习、复习、成绩、试卷编辑这些看得到题目和答案的页面"
    "先不开放；交卷以后马上可以用。"
)
NO_LOCK = "只是本程序里先不开放，电脑的其他用途不受影响。会议、台账等照常使用。"


class ClosedBookPage(Page):
    facts = CLOSED["regulations"]

    def __init__(self, exam: Exam, key: str = "regulations", parent: QWidget | None = None) -> None:
        """``key``: of the page in whose place this one stands, one of `CLOSED`."""
        super().__init__(parent)
        self._exam = exam
        self.facts = CLOSED[key]  # type: ignore[misc]  # the only page that stands in the place of several
        self._go_on = button("继续考试", "primary", "play", big=True, filled=True)
        lobby = button("去交卷", icon="arrow_right", big=True, trailing=True)
        body = column(
            row(IconLabel("lock_closed", 28, "ink", True, plate="ink_soft"), None),
            Paragraph(f"闭卷考试没有交卷，{self.facts.title}先不开放", 24, bold=True, serif=True, line=1.4),
            *([Paragraph(sitter_words(exam), 17, bold=True)] if exam.seat else []),
            Paragraph(WHY.format(exam.title), 17, line=1.7),
            Paragraph(NO_LOCK, 15, "text2", line=1.6),
            4,
            row(self._go_on, lobby, None, spacing=12),
            None,
            margins=(28, 48, 28, 24),
            spacing=14,
        )
        self.setLayout(column(centred(body, 720)))
        self._go_on.clicked.connect(self.main_action)
        lobby.clicked.connect(lambda: self.navigate.emit("exams", None))

    def shown(self) -> None:
        self._go_on.setFocus()

    def main_action(self) -> None:
        ask_whether_it_is(self, self._exam, lambda: self.navigate.emit("exam", self._exam.id))
