"""录入纸质卷成绩: what markers wrote on paper, typed in, saved cell by cell."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.exam_package import ExamPackage
from app.domain.exam_session import ExamSession
from app.domain.paper_marks import PaperMarks
from app.services.unit_exam_service import UnitExamService
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.unit_exam.marks_model import FIRST, MarksModel
from app.ui.unit_exam.marks_table import MarksTable

HOW = "直接键入得分：回车到下一人，Tab 到右一格；可以从 Excel、WPS 复制一块粘贴进来（Ctrl+V）。每格录入后立即保存。"


class UnitExamMarksPage(Page):
    facts = PageFacts(
        "unit_exam_marks",
        "录入纸质卷成绩",
        "考",
        "单位统考",
        (
            Shortcut("Enter", "保存并到下一人"),
            Shortcut("Tab / Shift+Tab", "右一格 / 左一格"),
            Shortcut("Ctrl+V", "粘贴一块得分"),
            Shortcut("Del", "清空选中的格子"),
        ),
    )

    def __init__(self, unit_exams: UnitExamService, argument: object = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit_exams, self._id = unit_exams, str(argument)
        self._package: ExamPackage | None = None
        try:
            self._package = unit_exams.package(self._id)
        except UserError as error:
            empty = EmptyState("document_table", str(error), "回到单位统考")
            empty.acted.connect(lambda: self.navigate.emit("unit_exam", None))
            self.setLayout(column(empty))
            return
        sessions = [(one.value, one.value) for one in ExamSession if self._package.exam.window_of(one)]
        self._session = SegmentControl(sessions, ExamSession.MAIN.value, "正考或补考")
        self._says = Banner("", "ink")
        self._place = column()
        self._lay_out(self._package)
        self._session.changed.connect(lambda _: self._fill())
        self._fill()

    def state(self) -> object:
        if self._package is None:
            return None
        here = self._table.currentIndex()
        return (self._session.chosen(), here.row(), here.column())

    def restore(self, state: object) -> None:
        if self._package is not None and isinstance(state, tuple):
            session, at, place = state
            self._session.set_chosen(session)
            self._fill()
            self._table.setCurrentIndex(self._model.index(at, place))

    def shown(self) -> None:
        if self._package is not None:
            self._table.setFocus()

    # slots

    def _save(self, marks: Sequence[PaperMarks]) -> bool:
        try:
            self._unit_exams.put_marks(self._id, marks)
        except UserError as error:
            self.message.emit("red", str(error))
            return False
        return True

    def _say(self, fault: str) -> None:
        """The fault just made, or how far one is."""
        model = self._model
        if fault:
            self._says.say(f"{fault}没有保存这一格。", "red")
            announce(self, fault)
            return
        done = f"已录完 {model.complete} 人，共 {model.rowCount()} 人。"
        if model.faults:
            self._says.say(f"{done}有 {model.faults} 格要改（带 ⚠ 的格子），没有保存。", "amber")
        else:
            full = model.complete == model.rowCount()
            self._says.say(f"{done}录完的成绩已在成绩册里。", "green" if full else "ink")

    def _say_of_cell(self, index: QModelIndex) -> None:
        self._say(self._model.fault(index))

    # private

    def _lay_out(self, package: ExamPackage) -> None:
        back = button("回到成绩册", icon="arrow_left")
        back.clicked.connect(lambda: self.navigate.emit("unit_exam_book", self._id))
        title = Paragraph(f"录入纸质卷成绩：{package.exam.title}", 22, bold=True, serif=True, line=1.3)
        head = column(title, Paragraph(HOW, 15, "text2"), row(self._session, None, back, spacing=10), spacing=8)
        self.setLayout(column(boxed(head), self._says, (boxed(self._place), 1), margins=(28, 16, 28, 18), spacing=12))

    def _fill(self) -> None:
        assert self._package is not None
        session = ExamSession(self._session.chosen())
        marks = {one.person: one.points for one in self._unit_exams.marks(self._id) if one.session is session}
        self._model = MarksModel(self._package.exam.roster, self._package.sections(), session, self._save)
        self._model.fill(marks)
        self._table = MarksTable(self._model)
        self._model.setParent(self._table)
        self._model.wrong.connect(self._say)
        self._table.selectionModel().currentChanged.connect(lambda index, _: self._say_of_cell(index))
        clear(self._place)
        self._place.addWidget(Card(column(self._table, margins=(1, 1, 1, 1))), 1)
        self._table.setCurrentIndex(self._model.index(0, FIRST))
        self._say("")
