"""参加统考: the file, its password, one's own name, and the start."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.exam import time_given
from app.domain.exam_owner import same_name
from app.domain.exam_package import ExamPackage
from app.domain.exam_window import ExamWindow
from app.domain.package_header import LONGEST_PASSWORD, PackageHeader
from app.domain.roster_extra_time import factor_words
from app.services.exam_seat_service import ExamSeatService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, clear, column, row
from app.ui.kit.modal import Choice, ask
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.search_field import SearchField
from app.ui.kit.tokens import px
from app.ui.unit_exam.file_asking import FileAsking
from app.ui.unit_exam.seat_state import SeatState
from app.ui.unit_exam.waiting import waiting

FILTER = "统考文件 (*.jjexam)"
_ROLE = Qt.ItemDataRole.UserRole


class SeatCard(Card):
    """Emits ``started(exam id)``, ``failed(sentence)``, and ``opened`` once the password was right."""

    started = Signal(str)
    failed = Signal(str)
    opened = Signal()

    def __init__(self, seats: ExamSeatService, files: FileAsking, name: str) -> None:
        """``name``: the person's, as the profile says, to find the place in the roster."""
        super().__init__()
        self._seats, self._files, self._own_name = seats, files, name
        self._own = ""
        """Key of the one person of that name on the roster, or ""."""
        self._alone = ""
        """Key of whom the filter chose, because nobody else was left."""
        self.now = SeatState()
        self._password: QLineEdit | None = None
        self._search: SearchField | None = None
        self._people: QListWidget | None = None
        self._act: Callable[[], None] = self.choose_file
        self._body: QVBoxLayout = column(spacing=12)
        head = Label("参加统考", 20, bold=True, serif=True)
        self.setLayout(column(head, self._body, None, margins=(24, 18, 24, 20), spacing=12))
        self._show()

    def take(self, state: SeatState) -> None:
        """Go on where another card was."""
        self.now = state
        self._show()

    def act(self) -> None:
        """The main action of the step."""
        self._act()

    def choose_file(self) -> None:
        if path := self._files.open(self, "打开统考文件", FILTER):
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """As if it had been chosen; a file that is no exam is told of, and what was open stays."""
        try:
            data, header = self._seats.read(path)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.now = SeatState(path.name, data, header)
        self._show()

    # slots

    def _unlock(self) -> None:
        if self._password is None or not self._password.text().strip():
            self.failed.emit("请输入考试组织人员告知的开启口令。")
            return
        try:
            with waiting():
                self.now.package = self._seats.open(self.now.data, self._password.text())
        except UserError as error:
            self.failed.emit(str(error))
            self._password.selectAll()
            self._password.setFocus()
            return
        self._show()
        self.opened.emit()

    def _filter(self, typed: str) -> None:
        """What is chosen is always in sight. Nobody is chosen by a filter that leaves others in sight, but for whoever
        was chosen before, or has the profile's name."""
        assert self._people is not None
        wanted, left = "".join(typed.split()), {}
        for at in range(self._people.count()):
            item = self._people.item(at)
            item.setHidden(wanted not in "".join(item.text().split()))
            if not item.isHidden():
                left[str(item.data(_ROLE))] = at
        if self.now.person in left and (len(left) == 1 or self.now.person != self._alone):
            return
        self._alone = next(iter(left)) if wanted and len(left) == 1 else ""
        self._people.setCurrentRow(left.get(self._alone or self._own, -1))

    def _keep_person(self, item: QListWidgetItem | None) -> None:
        self.now.person = str(item.data(_ROLE)) if item is not None and not item.isHidden() else ""

    def _take_choice(self) -> None:
        """The person chose, whatever the filter did before."""
        self._alone = ""

    def _ask_to_start(self) -> None:
        package = self.now.package
        person = package.exam.person(self.now.person) if package is not None else None
        if package is None or person is None:
            self.failed.emit("请先在名单里选择自己的姓名。")
            return
        paper = package.exam.paper
        longer = "" if person.factor == 100 else f"（{factor_words(person.factor)}）"
        minutes = f"{time_given(paper, person.factor) / 60_000:g} 分钟{longer}"
        words = (
            f"{person.words}\n本场{package.exam.book.value}，{paper.size_words}，{minutes}。"
            "确认是本人，再点“开始考试”：点了就开始计时，每人只能考一次。"
        )
        choices = [Choice("start", "开始考试"), Choice("back", "返回", safe=True)]
        words = self._other_person(person.name) + words
        ask(self, f"你是 {person.name} 吗？", words, choices, self._start, icon="person")

    def _start(self, key: str) -> None:
        if key != "start" or self.now.package is None:
            return
        try:
            exam = self._seats.start(self.now.package, self.now.person)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.started.emit(exam.id)

    # private

    def _show(self) -> None:
        clear(self._body)
        self._password = self._search = self._people = None
        if self.now.header is None:
            self._show_start()
        elif self.now.package is None:
            self._show_locked(self.now.header)
        else:
            self._show_roster(self.now.package)

    def _show_start(self) -> None:
        self._act = self.choose_file
        words = "考试组织人员会给一个统考文件（.jjexam）和一个开启口令。打开文件，输入口令，选自己的姓名，就可以开考。"
        self._body.addWidget(Paragraph(words, 16, line=1.6))
        chosen = button("打开统考文件", "primary", "arrow_upload", big=True)
        chosen.clicked.connect(self.choose_file)
        self._body.addLayout(row(chosen, None))

    def _show_locked(self, header: PackageHeader) -> None:
        self._act = self._unlock
        window = ExamWindow(header.opens, header.closes)
        self._add_facts(header.title, [f"{header.book}　名单 {header.people} 人", f"开考时段：{_words(window)}"])
        self._password = line_field("开启口令", "", "由考试组织人员告知", LONGEST_PASSWORD, secret=True)
        self._password.setMaximumWidth(px(340))
        opening = button("打开", "primary", big=True)
        opening.clicked.connect(self._unlock)
        self._body.addWidget(FormField("开启口令", self._password, "区分大小写；全角、半角都可以。", strong=True))
        self._body.addLayout(row(opening, self._another(), None, spacing=10))
        self._password.setFocus()

    def _show_roster(self, package: ExamPackage) -> None:
        self._act = self._ask_to_start
        exam, paper = package.exam, package.exam.paper
        marks = f"满分 {paper.total} 分，{paper.pass_score} 分合格"
        lines = [
            f"{exam.book.value}　{paper.size_words}　{paper.minutes} 分钟　{marks}",
            f"开考时段：{exam.window.words}" + (f"　补考：{exam.make_up.words}" if exam.make_up else ""),
        ]
        self._add_facts(exam.title, lines)
        if closed := self._seats.closed_words(package):
            self._body.addWidget(Banner(closed, "amber"))
        self._search, self._people = SearchField("输入姓名、科室或工号查找", "查找自己"), QListWidget()
        self._people.setAccessibleName("名单")
        self._people.setFixedHeight(px(236))
        for person in exam.roster:
            item = QListWidgetItem(person.words)
            item.setData(_ROLE, person.key)
            item.setSizeHint(QSize(0, px(36)))
            self._people.addItem(item)
        self._people.currentItemChanged.connect(lambda item, _: self._keep_person(item))
        self._people.itemClicked.connect(lambda _: self._take_choice())
        self._people.itemDoubleClicked.connect(lambda _: self._ask_to_start())
        self._search.textChanged.connect(self._filter)
        start = button("开始考试", "primary", "play", big=True, filled=True)
        start.setEnabled(not closed)
        start.clicked.connect(self._ask_to_start)
        self._body.addWidget(FormField("在名单里选自己", self._search, strong=True))
        self._body.addWidget(Card(column(self._people, margins=(6, 6, 6, 6)), "2"))
        self._body.addLayout(row(start, self._another(), None, spacing=10))
        self._choose_own(package)
        self._search.setFocus()

    def _other_person(self, name: str) -> str:
        """What is said first where the records here are somebody else's."""
        if same_name(name, self._own_name):
            return ""
        whose = f"当前使用人是{self._own_name}" if self._own_name else "当前使用人没有填写姓名"
        kept_out = f"{self._own_name}的成绩、学时和错题本" if self._own_name else "这台电脑上的成绩、学时和错题本"
        return f"{whose}，开考的是{name}。这场考试不计入{kept_out}。\n"

    def _choose_own(self, package: ExamPackage) -> None:
        """The place chosen before, else the one person of the profile's name."""
        assert self._people is not None
        same = [person.key for person in package.exam.roster if same_name(person.name, self._own_name)]
        self._own = same[0] if len(same) == 1 else ""
        wanted = self.now.person or self._own
        for at, person in enumerate(package.exam.roster):
            if person.key == wanted:
                self._people.setCurrentRow(at)

    def _add_facts(self, title: str, lines: list[str]) -> None:
        items: list[Item] = [Paragraph(title, 18, bold=True, serif=True, line=1.4)]
        items += [Paragraph(line, 15, "text2", line=1.5) for line in lines]
        self._body.addWidget(boxed(column(*items, spacing=4)))

    def _another(self) -> QWidget:
        made = button("换一个文件", "ghost")
        made.clicked.connect(self.choose_file)
        return made


def _words(window: ExamWindow) -> str:
    """Nothing vouches yet for what stands in the header."""
    try:
        return window.words
    except (ValueError, OverflowError):
        return "打开后显示"
