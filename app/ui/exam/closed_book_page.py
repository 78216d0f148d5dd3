"""In the place of 法规库 while an exam without books is not handed in: why, and where to go on."""

from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.ui.kit.button import button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import centred, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph

WHY = "《{}》是闭卷考试，还没有交卷。交卷以前，法规库和搜索先不开放；交卷以后马上可以查。"
NO_LOCK = "只是本程序里先不开放这两处，电脑的其他用途不受影响。案例学习、台账等照常使用。"


class ClosedBookPage(Page):
    facts = PageFacts("regulations", "法规库", "学", "法规库", (Shortcut("Enter", "继续考试"),))

    def __init__(self, exam: Exam, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exam = exam
        self._go_on = button("继续考试", "primary", "play", big=True, filled=True)
        lobby = button("去交卷", icon="arrow_right", big=True, trailing=True)
        body = column(
            row(IconLabel("lock_closed", 28, "ink", True, plate="ink_soft"), None),
            Paragraph("闭卷考试没有交卷，法规库先不开放", 24, bold=True, serif=True, line=1.4),
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
        self.navigate.emit("exam", self._exam.id)
