"""One 单位统考 of the organiser: who sat it, collecting results, and the 成绩册."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.domain.collection import Collection
from app.domain.errors import UserError
from app.domain.grade_book import COLUMNS
from app.domain.package_header import SUFFIX
from app.domain.standing import counts
from app.domain.unit_exam import UnitExam
from app.services.document_folder import safe_name
from app.services.item_analysis_service import ItemAnalysisService
from app.services.unit_exam_service import UnitExamService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.unit_exam.file_asking import FileAsking
from app.ui.unit_exam.grade_book_model import GradeBookModel
from app.ui.unit_exam.house_table_view import HouseTableView
from app.ui.unit_exam.password_ask import ask_password
from app.ui.unit_exam.seat_card import FILTER
from app.ui.unit_exam.waiting import waiting

_TONES = {
    "未考": ("grey", "clock"),
    "已考": ("green", "checkmark_circle"),
    "缺考": ("red", "dismiss_circle"),
    "补考": ("amber", "arrow_repeat_all"),
}
_MOST = 6
_TABLE_FIRST_MS = 60
"""The analysis of 500 papers takes a second: not before the table has been seen."""


class UnitExamBookPage(Page):
    facts = PageFacts("unit_exam_book", "统考成绩册", "考", "单位统考", (Shortcut("Enter", "收结果文件"),))

    def __init__(
        self,
        unit_exams: UnitExamService,
        analysis: ItemAnalysisService,
        argument: object = None,
        files: FileAsking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unit_exams, self._analysis = unit_exams, analysis
        self._files, self._id = files or FileAsking(), str(argument)
        self._exam: UnitExam | None = None
        self._reckoning = QTimer(self, singleShot=True, interval=_TABLE_FIRST_MS)
        try:
            book = unit_exams.grade_book(self._id)
            self._package = unit_exams.package(self._id)
            self._exam = self._package.exam
        except UserError as error:
            empty = EmptyState("document_table", str(error), "回到单位统考")
            empty.acted.connect(lambda: self.navigate.emit("unit_exam", None))
            self.setLayout(column(empty))
            return
        self._model, self._table = GradeBookModel(book), HouseTableView("成绩册")
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._facts, self._states = Paragraph("", 15, "text2", line=1.5), row(spacing=8)
        self._remark = Paragraph("", 15, "text2", line=1.5)
        self._table.selectionModel().currentRowChanged.connect(lambda index, _: self._show_remark(index.row()))
        self._refused, self._doubts = column(spacing=4), Banner("", "amber", "试题分析")
        self._doubts.hide()
        self._waiting = Banner("", "amber", "去阅卷")
        self._waiting.acted.connect(self._mark)
        self._doubts.acted.connect(self._analyse)
        self._reckoning.timeout.connect(self._doubt)
        self.setLayout(
            column(
                self._head(),
                self._refused,
                self._waiting,
                self._doubts,
                (Card(column(self._table, margins=(1, 1, 1, 1))), 1),
                self._remark,
                margins=(28, 16, 28, 18),
                spacing=12,
            )
        )
        self._show()

    def shown(self) -> None:
        if self._exam is not None:
            self._table.selectRow(0)
            self._table.setFocus()
            self._reckoning.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._reckoning.stop()  # the data may be closed next

    def main_action(self) -> None:
        if self._exam is not None:
            self._collect()

    # slots

    def _collect(self) -> None:
        folder = self._files.folder(self, "结果文件在哪个文件夹")
        if folder is None:
            return
        try:
            with waiting():
                got = self._unit_exams.collect(self._id, folder)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._show()
        self._show_refused(got)
        self._reckoning.start()
        nothing = not (got.taken or got.renewed or got.known)
        self.message.emit("amber" if got.refused or nothing else "green", got.words)

    def _analyse(self) -> None:
        if self._id in self._unit_exams.handed_in():
            self.navigate.emit("analysis", self._id)
        else:
            self.message.emit("amber", "还没有收到结果文件。收到以后，再看试题分析。")

    def _doubt(self) -> None:
        """Says what the organiser should look at before the scores are told; what cannot be read says so there."""
        try:
            found = self._analysis.analyse_unit_exam(self._id).doubtful
        except UserError:
            found = 0
        self._doubts.say(f"{found} 道题需要核对，见试题分析。", "amber", "试题分析")
        self._doubts.setVisible(found > 0)

    def _export(self) -> None:
        assert self._exam is not None
        name = f"{safe_name(self._exam.title)}成绩册.xlsx"
        path = self._files.save(self, "导出成绩册", name, "Excel 工作簿 (*.xlsx)")
        if path is None:
            return
        try:
            self._unit_exams.write_grade_book(self._id, path)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.message.emit("green", f"已导出 {path}。内部资料，注意保管。")

    def _mark(self) -> None:
        self.navigate.emit("unit_exam_short", self._id)

    def _write_again(self) -> None:
        ask_password(self, self._save_package)

    def _save_package(self, password: str) -> None:
        assert self._exam is not None
        path = self._files.save(self, "保存统考文件", f"{safe_name(self._exam.title)}{SUFFIX}", FILTER)
        if path is None:
            return
        try:
            with waiting():
                self._unit_exams.write_package(self._id, password, password, path)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.message.emit("green", f"已保存 {path}。")

    # private

    def _head(self) -> QWidget:
        assert self._exam is not None
        collect = button("收结果文件", "primary", "arrow_download")
        export = button("导出成绩册", "soft", "document_table")
        analyse = button("试题分析", "default", "data_bar_vertical")
        marks = button("录入纸质卷成绩", "default", "edit")
        short = button("阅简答", "default", "checkmark_circle")
        short.setVisible(any(question.points for question in self._package.questions))
        short.clicked.connect(self._mark)
        again = button("再存一份统考文件", "default", "save")
        collect.clicked.connect(self._collect)
        export.clicked.connect(self._export)
        analyse.clicked.connect(self._analyse)
        marks.clicked.connect(lambda: self.navigate.emit("unit_exam_marks", self._id))
        again.clicked.connect(self._write_again)
        buttons = FlowLayout(spacing=10)
        for one in (collect, short, export, analyse, marks, again):
            buttons.addWidget(one)
        title = Paragraph(self._exam.title, 22, bold=True, serif=True, line=1.3)
        return boxed(column(title, self._facts, self._states, boxed(buttons), spacing=8))

    def _show(self) -> None:
        assert self._exam is not None
        here = self._table.currentIndex().row()
        book, found = self._unit_exams.grade_book(self._id), self._unit_exams.standings(self._id)
        self._book = book
        self._model.set_book(book)
        self._table.selectRow(max(here, 0))
        self._table.fit_columns()
        self._facts.set_text(book.lines[0])
        clear(self._states)
        self._states.addWidget(Label(f"应考 {len(found)} 人", 15, bold=True))
        for state, number in counts(found).items():
            if number:
                tone, icon = _TONES[state.value]
                self._states.addWidget(Tag(f"{state.value} {number}", tone, icon, True, 15))
        self._states.addStretch(1)
        self._show_waiting(sum(one.unmarked for each in found for one in (each.main, each.make_up) if one is not None))

    def _show_waiting(self, answers: int) -> None:
        held = self._unit_exams.marking.held_words(self._package)
        told = held or "评完以前，成绩和合格人数不是最终结果。"
        self._waiting.say(f"成绩册含 {answers} 题待阅。{told}", "amber", "" if held else "去阅卷")
        self._waiting.setVisible(answers > 0)

    def _show_remark(self, row: int) -> None:
        """Of the row that is chosen: its own column lies far to the right."""
        names = [title for title, _ in COLUMNS]
        rows = self._book.rows
        name, remark = (rows[row][names.index(one)] if 0 <= row < len(rows) else "" for one in ("姓名", "备注"))
        self._remark.set_text(f"{name}：{remark}。" if remark else "")
        self._remark.setVisible(bool(remark))

    def _show_refused(self, got: Collection) -> None:
        clear(self._refused)
        if not got.refused:
            return
        self._refused.addWidget(Banner(f"{len(got.refused)} 份文件没有收，成绩册没有变：", "amber"))
        for name, reason in got.refused[:_MOST]:
            self._refused.addWidget(Paragraph(f"{name}：{reason}。", 15))
        if len(got.refused) > _MOST:
            self._refused.addWidget(Paragraph(f"还有 {len(got.refused) - _MOST} 份。", 15, "text2"))
