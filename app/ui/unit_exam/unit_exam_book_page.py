"""One 单位统考 of the organiser: who sat it, collecting results, deciding between them, and the 成绩册."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.domain.collection import Collection
from app.domain.errors import UserError
from app.domain.grade_book import COLUMNS, handed_in_late
from app.domain.standing import Attendance, counts
from app.domain.unit_exam import UnitExam
from app.services.item_analysis_service import ItemAnalysisService
from app.services.unit_exam_service import UnitExamService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.parts.ask_text import AskText
from app.ui.unit_exam.book_buttons import BookButtons, Entry
from app.ui.unit_exam.book_output import WORD, BookOutput, SheetPdf
from app.ui.unit_exam.exam_retiring import ExamRetiring
from app.ui.unit_exam.file_asking import FileAsking
from app.ui.unit_exam.grade_book_model import GradeBookModel
from app.ui.unit_exam.house_table_view import HouseTableView
from app.ui.unit_exam.result_deciding import ResultDeciding
from app.ui.unit_exam.sheet_checking import SheetChecking
from app.ui.unit_exam.waiting import waiting

_TONES = {
    "未考": ("grey", "clock"),
    "已考": ("green", "checkmark_circle"),
    "缺考": ("red", "dismiss_circle"),
    "补考": ("amber", "arrow_repeat_all"),
}
_MOST = 6
_LOWEST = 240
"""Design pixels of the table: in a low window one scrolls to it."""
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
        *,
        who: str = "",
        unit: str = "",
        sheet_pdf: SheetPdf | None = None,
    ) -> None:
        """``who`` is proposed as the one who decides, ``unit`` as that of a 学习情况记录单, which ``sheet_pdf`` paints;
        without it none are offered."""
        super().__init__(parent)
        self._unit_exams, self._analysis = unit_exams, analysis
        self._files, self._id, self._who = files or FileAsking(), str(argument), who
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
        self._output = BookOutput(self, unit_exams, self._exam, self._files, unit, sheet_pdf)
        self._model, self._table = GradeBookModel(book), HouseTableView("成绩册")
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._facts, self._states = Paragraph("", 15, "text2", line=1.5), row(spacing=8)
        self._out = Banner("", "grey", "恢复使用")
        self._out.acted.connect(self._restore)
        self._remark, self._decide = Paragraph("", 15, "text2", line=1.5), button("核定成绩", "default", "edit")
        self._sheet = button("出记录单", "default", "document")
        self._decide.clicked.connect(self._open_deciding)
        self._sheet.clicked.connect(lambda: self._output.sheet(self._found[self._row].person))
        self._table.selectionModel().currentRowChanged.connect(lambda index, _: self._show_remark(index.row()))
        self._refused, self._doubts = column(spacing=4), Banner("", "amber", "试题分析")
        self._doubts.hide()
        self._waiting = Banner("", "amber", "去阅卷")
        self._waiting.acted.connect(self._mark)
        self._doubts.acted.connect(self._analyse)
        self._reckoning.timeout.connect(self._doubt)
        book_card = Card(column(self._table, margins=(1, 1, 1, 1)))
        book_card.setMinimumHeight(px(_LOWEST))
        parts = (self._head(), self._out, self._refused, self._waiting, self._doubts, (book_card, 1))
        scroll = ScrollPage(boxed(column(*parts, margins=(28, 16, 28, 6), spacing=12)))
        foot = row((self._remark, 1), self._sheet, self._decide, margins=(28, 6, 28, 18), spacing=10)
        self.setLayout(column((scroll, 1), boxed(foot), spacing=0))
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
        if self._exam is not None and self._exam.on_paper:
            self._type_marks()
        elif self._exam is not None:
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
        self.message.emit("amber" if got.refused or got.packed or nothing else "green", got.words)

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

    def _mark(self) -> None:
        self.navigate.emit("unit_exam_short", self._id)

    def _type_marks(self) -> None:
        self.navigate.emit("unit_exam_marks", self._id)

    def _open_deciding(self) -> None:
        standing, decided = self._found[self._row], self._unit_exams.decisions.standing(self._id)

        def decide(*said: Any) -> None:
            self._unit_exams.decide(self._id, *said)
            self._show()
            self.message.emit("green", f"已核定，{standing.person.name}的成绩和备注已更新。")

        ResultDeciding(self, standing, decided, self._who, decide).open()

    def _check_sheet(self) -> None:
        checks = self._unit_exams.sheets
        SheetChecking(self, self._files, lambda code, path: checks.check(self._id, code, path)).open()

    def _arrange_make_up(self) -> None:
        try:
            draft = self._unit_exams.make_up_draft(self._id)
        except UserError as error:
            self.message.emit("amber", str(error))
            return
        self.navigate.emit("unit_exam_new", draft)

    def _retire(self) -> None:
        assert self._exam is not None

        def retire(by: str, why: str) -> None:
            self._unit_exams.decisions.retire(self._id, by, why)
            self._show()

        ExamRetiring(self, self._exam.title, self._who, retire).open()

    def _restore(self) -> None:
        def restore(by: str) -> None:
            self._unit_exams.decisions.restore(self._id, by)
            self._show()

        about = "恢复以后，这次统考可以照常收结果、发文件。"
        AskText(self, "恢复使用", about, "谁决定的", "恢复", restore, self._who, "如：王局长", 40).open()

    # private

    def _head(self) -> QWidget:
        assert self._exam is not None
        sat = not self._exam.on_paper
        short = sat and any(question.points for question in self._package.questions)
        self._buttons = BookButtons()
        self._buttons.add("收结果文件", self._collect, "arrow_download", "primary", sat)
        self._buttons.add("录入得分", self._type_marks, "edit", "primary", not sat)
        self._buttons.add("阅简答", self._mark, "checkmark_circle", shown=short)
        self._buttons.add("导出成绩册", self._output.book, "document_table", "soft")
        self._buttons.add("试题分析", self._analyse, "data_bar_vertical", shown=sat)
        self._buttons.add("录入纸质卷成绩", self._type_marks, "edit", shown=sat)
        self._buttons.add("核验记录单", self._check_sheet, "clipboard_checkmark", shown=sat)
        self._buttons.add_menu("更多", "more_horizontal", self._more(sat), "成绩册的更多操作")
        title = Paragraph(self._exam.title, 22, bold=True, serif=True, line=1.3)
        return boxed(column(title, self._facts, self._states, self._buttons, spacing=8))

    def _more(self, sat: bool) -> list[Entry]:
        entries: list[Entry] = [("导出成绩册（Word）", lambda: self._output.book(WORD))]
        if sat and self._output.offers_sheets:
            entries.append(("出全部学习情况记录单", self._output.every_sheet))
        entries.append(("安排补考", self._arrange_make_up))
        if sat:
            entries.append(("再存一份统考文件", self._output.package))
        return [*entries, ("停用这次统考", self._retire)]

    def _show(self) -> None:
        assert self._exam is not None
        here = self._table.currentIndex().row()
        book, self._found = self._unit_exams.grade_book(self._id), self._unit_exams.standings(self._id)
        self._book = book
        self._model.set_book(book)
        self._table.selectRow(max(here, 0))
        self._table.fit_columns()
        self._facts.set_text(f"{book.lines[0]}\n{book.lines[2]}")
        clear(self._states)
        for one in self._tags():
            self._states.addWidget(one)
        self._states.addStretch(1)
        found = self._found
        self._show_waiting(sum(one.unmarked for each in found for one in (each.main, each.make_up) if one is not None))
        out = self._unit_exams.decisions.retired().get(self._id)
        self._out.say(out.words if out else "", "grey", "恢复使用")
        self._out.setVisible(out is not None)
        self._show_remark(self._row)

    def _tags(self) -> list[QWidget]:
        assert self._exam is not None
        numbers = counts(self._found)
        tags: list[QWidget] = [Label(f"应考 {len(self._found)} 人", 15, bold=True)]
        for state, number in numbers.items():
            if number:
                tone, icon = _TONES[state.value]
                tags.append(Tag(f"{state.value} {number}", tone, icon, True, 15))
        if numbers[Attendance.MADE_UP] and (missed := sum(one.missed_main for one in self._found)):
            tags.append(Tag(f"正考缺考 {missed}", "red", "dismiss_circle", size=15))
        if late := handed_in_late(self._exam, self._found):
            tags.append(Tag(f"交卷晚 {late}", "amber", "clock", size=15))
        return tags

    @property
    def _row(self) -> int:
        return max(self._table.currentIndex().row(), 0)

    def _show_waiting(self, answers: int) -> None:
        held = self._unit_exams.marking.held_words(self._package)
        told = held or "评完以前，成绩和合格人数不是最终结果。"
        self._waiting.say(f"成绩册含 {answers} 题待阅。{told}", "amber", "" if held else "去阅卷")
        self._waiting.setVisible(answers > 0)

    def _show_remark(self, row: int) -> None:
        """Of the row that is chosen: its own column lies far to the right."""
        names = [title for title, _ in COLUMNS]
        rows = self._book.rows
        there = 0 <= row < len(rows)
        name, remark = (rows[row][names.index(one)] if there else "" for one in ("姓名", "备注"))
        self._remark.set_text(f"{name}：{remark}。" if remark else f"{name}" if there else "")
        counted = self._found[row].counted if there else None
        self._decide.setVisible(there and bool(self._found[row].every))
        self._sheet.setVisible(self._output.offers_sheets and counted is not None and bool(counted.code))

    def _show_refused(self, got: Collection) -> None:
        clear(self._refused)
        if got.refused:
            self._refused.addWidget(Banner(f"{len(got.refused)} 份文件没有收，成绩册没有变：", "amber"))
        for name, reason in got.refused[:_MOST]:
            self._refused.addWidget(Paragraph(f"{name}：{reason}。", 15))
        if len(got.refused) > _MOST:
            self._refused.addWidget(Paragraph(f"还有 {len(got.refused) - _MOST} 份。", 15, "text2"))
        if got.others:
            named = "、".join(got.others[:_MOST]) + (f" 等 {len(got.others)} 个" if len(got.others) > _MOST else "")
            self._refused.addWidget(Paragraph(f"没有看的别的文件：{named}。", 15, "text2"))
