"""What a candidate ought to know before handing in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.ui.exam.exam_words import clock_words, lacking_words
from app.ui.exam.unsaved_answers import UnsavedAnswers
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px

_LINK = 84


class SubmitTable(QWidget):
    """已答, 未答, 没有存下, 已标记 and 剩余时间, with a way to the first question of each that wants looking at."""

    place_wanted = Signal(int)

    def __init__(self, exam: Exam, left_ms: int, lacking: UnsavedAnswers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        blank = [item.place for item in exam.items if not item.answered]
        flagged = [item.place for item in exam.items if item.flagged]
        self._left = Label(clock_words(left_ms), 16, bold=True)
        unsaved = Label(f"{len(lacking.places)} 题", 16, bold=True)
        lines = (
            *([self._line("warning", "red", "没有存下", unsaved, "去处理", lacking.places)] if lacking else []),
            self._line("checkmark_circle", "green", "已答", Label(f"{exam.answered} 题", 16, bold=True)),
            self._line("warning", "amber", "未答", Label(f"{len(blank)} 题", 16, bold=True), "去作答", blank),
            self._line("flag", "amber", "已标记", Label(f"{len(flagged)} 题", 16, bold=True), "去检查", flagged),
            self._line("timer", "ink", "剩余时间", self._left),
        )
        table = Card(column(*lines, margins=(18, 8, 14, 8), spacing=0), "2")
        left = [f"{len(blank)} 题未答" if blank else "", f"{len(flagged)} 题已标记" if flagged else ""]
        open_points = "、".join(part for part in left if part)
        said = f"还有 {open_points}。" if open_points else "全部题目已作答。"
        items: list[Item] = [Paragraph(f"{said}交卷后不能修改答案。", 16, "text2"), table]
        if lacking:
            items.insert(0, Banner(f"{lacking_words(lacking)}现在交卷，这些不算。", "red"))
        self.setLayout(column(*items, spacing=12))

    def set_left(self, left_ms: int) -> None:
        """Time goes on while the question is asked."""
        self._left.setText(clock_words(left_ms))

    def _line(
        self, icon: str, tone: str, word: str, figure: Label, action: str = "", places: list[int] | None = None
    ) -> QWidget:
        line = row(IconLabel(icon, 20, tone, True), Label(word, 16), None, figure, spacing=10)
        if places:
            link = button(action, "link")
            link.clicked.connect(lambda: self.place_wanted.emit(places[0]))
            link.setFixedWidth(px(_LINK))
            line.addWidget(link)
        else:
            line.addSpacing(px(_LINK) + line.spacing())
        made = boxed(line)
        made.setMinimumHeight(px(36))
        return made
