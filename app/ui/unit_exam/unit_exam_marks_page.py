"""录入纸质卷成绩: what markers wrote on paper, typed in, saved cell by cell."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.exam_package import ExamPackage
from app.domain.exam_session import ExamSession
from app.domain.paper_heading import PaperHeading
from app.domain.paper_marks import PaperMarks, points_words
from app.domain.sat_result import ResultSource
from app.services.paper_service import PaperService
from app.services.unit_exam_service import UnitExamService
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.modal import Choice, ask
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.parts.paper_print import PaperPrint
from app.ui.unit_exam.marks_change import MarksDoubt
from app.ui.unit_exam.marks_model import FIRST, MarksModel
from app.ui.unit_exam.marks_table import MarksTable

HOW = (
    "直接键入得分：回车到下一人，Tab 到右一格，录入后立即保存。也可以从 Excel、WPS 复制一块粘贴进来（Ctrl+V）："
    "带上姓名或工号，就按人对上，次序不限。"
)


SHUT = "有一场闭卷考试没有交卷，先不能印试卷。"


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
            Shortcut("Ctrl+Z", "撤销上一步"),
        ),
    )

    def __init__(
        self,
        unit_exams: UnitExamService,
        argument: object = None,
        papers: PaperService | None = None,
        shut: Callable[[], bool] = lambda: False,
        parent: QWidget | None = None,
    ) -> None:
        """``shut``: whether an exam without books is under way here, and no keys may come out. Without ``papers``
        nothing can be printed."""
        super().__init__(parent)
        self._unit_exams, self._id, self._papers, self._shut = unit_exams, str(argument), papers, shut
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
        self._says.acted.connect(self._undo)
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
            self._says.say(fault, "red")
            announce(self, fault)
            return
        done = f"已录完 {model.complete} 人，共 {model.rowCount()} 人。"
        if model.faults:
            self._says.say(f"{done}有 {model.faults} 格要改（带 ⚠ 的格子），没有保存，原来的得分没有变。", "amber")
            return
        besides = f"，其中 {model.besides} 人另有机考成绩，成绩册以机考为准" if model.besides else ""
        full = model.complete == model.rowCount() and not besides
        tone = "amber" if besides else "green" if full else "ink"
        self._says.say(f"{done}录完的成绩已在成绩册里{besides}。", tone)

    def _say_of_cell(self, index: QModelIndex) -> None:
        fault, note = self._model.fault(index), self._model.note(index.row())
        if note and not fault:
            self._says.say(note, "amber")
        else:
            self._say(fault)

    def _tell(self, words: str, back: bool) -> None:
        self._says.say(words, "green" if back else "ink", "撤销" if back else "")
        announce(self, words)

    def _refuse(self, words: str) -> None:
        self._says.say(words, "red")
        announce(self, words)

    def _ask(self, doubt: MarksDoubt) -> None:
        model, table = self._model, self._table

        def answered(key: str) -> None:
            if key:
                model.agree()
            table.setFocus()  # the editor, where it was typed, is gone

        ask(self, doubt.title, doubt.words, [Choice("yes", doubt.yes), Choice("", "不改", safe=True)], answered)

    def _undo(self) -> None:
        self._model.undo()
        self._table.setFocus()

    def _print(self) -> None:
        """The exam's own paper, with its name and time at the top."""
        assert self._package is not None and self._papers is not None
        try:
            if self._shut():
                raise UserError(SHUT)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        exam, session = self._package.exam, ExamSession(self._session.chosen())
        window = exam.window_of(session)
        title = exam.title if session is ExamSession.MAIN else f"{exam.title}（{session}）"
        heading = PaperHeading(title, window.words if window else "")
        dialog = PaperPrint(self, self._papers, exam.paper, heading, self._package)
        dialog.printed.connect(lambda said: self.message.emit("green", said))
        dialog.open()

    # private

    def _lay_out(self, package: ExamPackage) -> None:
        back = button("回到成绩册", icon="arrow_left")
        back.clicked.connect(lambda: self.navigate.emit("unit_exam_book", self._id))
        printing = button("印成纸质试卷", icon="print")
        if self._papers is None:
            printing.hide()
        printing.clicked.connect(self._print)
        title = Paragraph(f"录入纸质卷成绩：{package.exam.title}", 22, bold=True, serif=True, line=1.3)
        head = column(
            title, Paragraph(HOW, 15, "text2"), row(self._session, None, printing, back, spacing=10), spacing=8
        )
        self.setLayout(column(boxed(head), self._says, (boxed(self._place), 1), margins=(28, 16, 28, 18), spacing=12))

    def _fill(self) -> None:
        assert self._package is not None
        session = ExamSession(self._session.chosen())
        marks = {one.person: one.points for one in self._unit_exams.marks(self._id) if one.session is session}
        people, sections = self._package.exam.roster, self._package.sections()
        self._model = MarksModel(people, sections, session, self._save, self._sat(session))
        self._model.fill(marks)
        self._table = MarksTable(self._model)
        self._model.setParent(self._table)
        self._model.wrong.connect(self._say)
        self._model.told.connect(self._tell)
        self._model.refused.connect(self._refuse)
        self._model.doubted.connect(self._ask)
        self._table.selectionModel().currentChanged.connect(lambda index, _: self._say_of_cell(index))
        clear(self._place)
        self._place.addWidget(Card(column(self._table, margins=(1, 1, 1, 1))), 1)
        self._table.setCurrentIndex(self._model.index(0, FIRST))
        self._say_of_cell(self._table.currentIndex())

    def _sat(self, session: ExamSession) -> dict[str, str]:
        """Whose 机考 counts in this session, with its score."""
        found: dict[str, str] = {}
        for one in self._unit_exams.standings(self._id):
            result = one.main if session is ExamSession.MAIN else one.make_up
            if result is not None and result.source is ResultSource.COMPUTER:
                found[one.person.key] = points_words(result.score)
        return found
