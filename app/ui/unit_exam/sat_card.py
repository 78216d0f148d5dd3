"""交结果文件: every 单位统考 that was sat here, by whomever, with what is still to be handed over."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from app.domain.errors import UserError
from app.domain.exam import Exam
from app.services.exam_seat_service import ExamSeatService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.file_asking import FileAsking
from app.ui.unit_exam.sat_row import SatRow

AT_ONCE = 12
WORDS = "把结果文件拷给考试组织人员（U 盘或共享文件夹）。没有交的，成绩册里按缺考。文件里没有试题和答案。"


class SatCard(Card):
    """Hidden where nobody sat one."""

    result_wanted = Signal(str)
    """Id of the exam."""
    said = Signal(str, str)
    """Tone and text."""

    def __init__(self, seats: ExamSeatService, files: FileAsking) -> None:
        super().__init__()
        self._seats, self._files, self._every = seats, files, False
        self._body = column(spacing=8)
        self.setLayout(column(self._body, margins=(24, 18, 24, 18)))
        self._sat = seats.sat()
        if not self._sat:
            self.hide()
        self._fill()

    # slots

    def _save(self, exam: Exam) -> None:
        path = self._files.save(self, "保存结果文件", self._seats.result_name(exam), "结果文件 (*.jjresult)")
        if path is not None:
            self._do(lambda: self._seats.save_result(exam, path), f"已保存到 {path}。请交给考试组织人员。")

    def _save_all(self, exams: Sequence[Exam]) -> None:
        folder = self._files.folder(self, "结果文件保存到哪个文件夹")
        if folder is not None:
            said = f"{len(exams)} 份结果文件已保存到 {folder}。请交给考试组织人员。"
            self._do(lambda: self._write(exams, folder), said)

    def _write(self, exams: Sequence[Exam], folder: Path) -> None:
        self._seats.save_results(exams, folder)

    def _do(self, act: Callable[[], None], said: str) -> None:
        try:
            act()
        except UserError as error:
            self.said.emit("red", str(error))
            return
        self._fill()
        self.said.emit("green", said)

    def _show_every(self) -> None:
        self._every = True
        self._fill()

    # private

    def _fill(self) -> None:
        """What is still to be handed over comes first."""
        clear(self._body)
        saved = self._seats.saved()
        waiting = [one for one in self._sat if one.seat not in saved]
        ordered = waiting + [one for one in self._sat if one.seat in saved]
        count = f"{len(waiting)} 份还没有保存" if waiting else "都保存过了"
        head = row(Label("交结果文件", 20, bold=True, serif=True), Label(count, 15, "text2"), None, spacing=10)
        self._body.addWidget(boxed(head))
        self._body.addWidget(Paragraph(WORDS, 15, "text2", line=1.5))
        shown = ordered if self._every else ordered[: max(AT_ONCE, len(waiting))]
        for exam in shown:
            line = SatRow(exam, self._seats.score_shown(exam), exam.seat in saved)
            line.save_wanted.connect(lambda one=exam: self._save(one))
            line.result_wanted.connect(lambda one=exam: self.result_wanted.emit(one.id))
            self._body.addWidget(line)
        if len(shown) < len(ordered):
            more = button(f"显示全部 {len(ordered)} 场", "link")
            more.clicked.connect(self._show_every)
            self._body.addWidget(boxed(row(more, None)))
        if len(ordered) > 1:
            chosen = waiting or ordered
            words = f"没有保存的 {len(waiting)} 份，全部保存到文件夹" if waiting else "全部保存到文件夹"
            all_of_them = button(words, "primary" if waiting else "soft", "folder_open")
            all_of_them.clicked.connect(lambda: self._save_all(chosen))
            self._body.addWidget(boxed(row(all_of_them, None)))
