"""单位统考: sit one on the left, organise one on the right."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.services.exam_seat_service import ExamSeatService
from app.services.profile_service import ProfileService
from app.services.unit_exam_service import UnitExamService
from app.ui.kit.action_card import ActionCard
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import centred, clear, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.parts.day_words import moment_words
from app.ui.unit_exam.file_asking import FileAsking
from app.ui.unit_exam.sat_card import SatCard
from app.ui.unit_exam.seat_card import SeatCard
from app.ui.unit_exam.seat_state import SeatState

_SIDE_BY_SIDE = 940
APART = "统考与自己的模拟考试分开：只有统考才出学习情况记录单，成绩收进本单位的成绩册。"


class UnitExamPage(Page):
    facts = PageFacts("unit_exam", "单位统考", "考", "单位统考", (Shortcut("Enter", "打开统考文件，或开始考试"),))

    def __init__(
        self,
        seats: ExamSeatService,
        unit_exams: UnitExamService,
        profiles: ProfileService,
        files: FileAsking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._seats, self._unit_exams, self._files = seats, unit_exams, files or FileAsking()
        self._seat = SeatCard(seats, self._files, profiles.current.name)
        self._organise = button("组织一次统考", "default", "add")
        self._adopt = button("在本机收成绩", "link", name="把打开的统考放进本机的组织列表，在本机收成绩")
        self._exams = column(spacing=8)
        self._sat = SatCard(seats, self._files)
        left = column(self._seat, self._sat, None, spacing=16)
        right = column(self._organiser(), None, spacing=16)
        self._columns = row((left, 1), (right, 1), spacing=16)
        self._columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner = centred(column(self._columns, None, margins=(28, 16, 28, 20)), 1320)
        self._scroll = ScrollPage(inner)
        self.setLayout(column(self._scroll, spacing=0))
        self._seat.started.connect(lambda exam_id: self.navigate.emit("exam", exam_id))
        self._seat.failed.connect(lambda words: self.message.emit("red", words))
        self._seat.opened.connect(self._offer_adoption)
        self._sat.said.connect(self.message)
        self._sat.result_wanted.connect(lambda exam_id: self.navigate.emit("results", exam_id))
        self._adopt.clicked.connect(self._take_over)
        self._organise.clicked.connect(lambda: self.navigate.emit("unit_exam_new", None))
        self._list_exams()
        self._offer_adoption()

    def state(self) -> object:
        return (self._seat.now, self._scroll.verticalScrollBar().value())

    def restore(self, state: object) -> None:
        if isinstance(state, tuple) and isinstance(state[0], SeatState):
            self._seat.take(state[0])
            self._offer_adoption()
            self._scroll.scroll_to(int(state[1]))

    def on_width(self, logical: float) -> None:
        set_across(self._columns, logical >= _SIDE_BY_SIDE)

    def open_file(self, path: Path) -> None:
        """An exam that was opened from outside, by double click."""
        self._seat.open_file(path)

    def main_action(self) -> None:
        self._seat.act()

    # slots

    def _offer_adoption(self) -> None:
        package = self._seat.now.package
        known = {one[0] for one in self._unit_exams.exams()}
        self._adopt.setVisible(package is not None and package.exam.id not in known)

    def _take_over(self) -> None:
        package = self._seat.now.package
        if package is None:
            return
        try:
            self._unit_exams.adopt(package)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.navigate.emit("unit_exam_book", package.exam.id)

    # private

    def _organiser(self) -> QWidget:
        head = Label("组织统考", 20, bold=True, serif=True)
        words = "选试卷、导入名单、定时段，生成一个加密的统考文件发到各台电脑；考完把结果文件收回来，生成成绩册。"
        return Card(
            column(
                head,
                Paragraph(words, 16, line=1.6),
                row(self._organise, self._adopt, None, spacing=10),
                Paragraph(APART, 15, "text2", line=1.5),
                self._exams,
                margins=(24, 18, 24, 20),
                spacing=12,
            )
        )

    def _list_exams(self) -> None:
        clear(self._exams)
        handed_in = self._unit_exams.handed_in()
        for exam_id, title, made_at, people in self._unit_exams.exams():
            facts = f"名单 {people} 人，已收 {handed_in.get(exam_id, 0)} 人　{moment_words(made_at)} 生成"
            lines = Paragraph(title, 16, bold=True), Label(facts, 15, "text2")
            words = column(*lines, margins=(16, 10, 16, 10), spacing=2)
            card = ActionCard(words, f"{title}，{facts}，看成绩册", "2")
            card.clicked.connect(lambda _=False, one=exam_id: self.navigate.emit("unit_exam_book", one))
            self._exams.addWidget(card)
