"""All questions of an exam at a glance."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam, ExamItem
from app.domain.marking import Verdict
from app.ui.kit.answer_sheet import AnswerSheet, CellState, SheetGroup
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl

_CELLS = {
    Verdict.RIGHT: "right",
    Verdict.PARTIAL: "partial",
    Verdict.WRONG: "wrong",
    Verdict.UNANSWERED: "unanswered",
    Verdict.UNMARKED: "answered",
}
_NONE = {"all": "", "wrong": "没有答错、漏答的题。", "flagged": "没有标记过的题。"}


class ReviewGrid(Card):
    """Emits the number of the question to look at; ``numbers`` are those that the filter shows."""

    chosen = Signal(int)

    def __init__(self, exam: Exam, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._exam = exam
        kinds = [("all", "全部"), ("wrong", f"没全对 {len(exam.imperfect)}"), ("flagged", f"标记 {exam.flagged}")]
        self._filter = SegmentControl(kinds, "all", "显示哪些题")
        self._sheet = AnswerSheet((), columns=9, side=40)
        self._none = Paragraph("", 15, "text2")
        head = row(Label("逐题回顾", 17, bold=True, serif=True), None, self._filter, spacing=10)
        waiting = "，深色为待评分" if exam.unmarked else ""
        legend = f"选一题看解析。浅绿为答对，实心红为答错，虚线为部分正确，空心为未答{waiting}。"
        hint = Paragraph(legend, 14, "text2", line=1.5)
        self.setLayout(column(head, hint, self._sheet, self._none, margins=(20, 14, 20, 18), spacing=10))
        self._filter.changed.connect(self._draw)
        self._sheet.activated.connect(self.chosen)
        self._draw(self._filter.chosen())

    def numbers(self) -> list[int]:
        """The numbers shown, in order."""
        return [item.place for item in self._admitted()]

    def filter(self) -> str:
        return self._filter.chosen()

    def set_filter(self, key: str) -> None:
        self._filter.set_chosen(key)
        self._draw(key)

    def focus_number(self, number: int) -> None:
        """Give focus to a question's cell."""
        if number in self.numbers():
            self._sheet.focus_cell(number)

    def _admitted(self) -> tuple[ExamItem, ...]:
        match self._filter.chosen():
            case "wrong":
                return self._exam.imperfect
            case "flagged":
                return tuple(item for item in self._exam.items if item.flagged)
            case _:
                return self._exam.items

    def _draw(self, key: str) -> None:
        numbers = self.numbers()
        self._sheet.set_groups([SheetGroup("", "", tuple(numbers))] if numbers else [])
        states = {item.place: CellState(_CELLS[item.verdict()], item.flagged) for item in self._exam.items}
        self._sheet.set_states({number: states[number] for number in numbers}, 0)
        self._none.set_text("" if numbers else _NONE[key])
        self._none.setVisible(not numbers)
