"""签到 on the page of a meeting: the list of names, marked with one key each, and the counts."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from app.domain.attendance import Presence, count
from app.domain.errors import UserError
from app.domain.name_list import NameList
from app.domain.pinyin_initials import initials
from app.services.meeting_attendance import MeetingAttendance
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.keys import bind_keys
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.search_field import SearchField
from app.ui.parts.ask_text import AskText
from app.ui.presenter.attendance_list import AttendanceList
from app.ui.presenter.filling_scroll import FillingScroll
from app.ui.presenter.names_dialog import NamesDialog

HINT = "空格：到，再按取消　J：请假　↑ ↓ 换人。会议开始后才到的记迟到时间。"
NOBODY = "还没有名单。可以在“安排”里从表格导入，也可以在这里补人。"


class AttendanceCard(Card):
    said = Signal(str, str)

    def __init__(self, attendance: MeetingAttendance, meeting_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._attendance, self._id = attendance, meeting_id
        self._figures = Label("", 16, bold=True)
        self._search = SearchField("找人：姓名或首字母", "按姓名、首字母或科室查找")
        self.names, self._hint = AttendanceList(), Paragraph(HINT, 14, "text2", line=1.45)
        self._rows = FillingScroll(self.names, 180)
        self._all = button("其余都到", "default", small=True, tip="还没有标记的人都记为到")
        self._undo = button("撤销", "ghost", "arrow_undo", small=True, tip="撤销上一次签到 Ctrl+Z")
        self._reason = button("请假原因", "ghost", small=True)
        more = button("补人", "ghost", "add", small=True)
        head = row(Label("签到", 18, bold=True, serif=True), None, self._figures)
        tools = row(self._all, self._reason, self._undo, None, more, spacing=4)
        self.setLayout(
            column(head, self._search, (self._rows, 1), tools, self._hint, margins=(16, 12, 16, 12), spacing=8)
        )
        self._search.textChanged.connect(lambda _: self.show_people())
        self.names.marked.connect(self._mark)
        self.names.moved.connect(self._reveal)
        self._all.clicked.connect(self._mark_rest)
        self._undo.clicked.connect(self.undo)
        self._reason.clicked.connect(self._ask_reason)
        more.clicked.connect(lambda: NamesDialog(self, attendance.read_typed, self._add).open())
        bind_keys(self, {"Ctrl+Z": self.undo})
        self.show_people()

    def set_low(self, low: bool) -> None:
        """How much of the list must be seen at least: beside the record it takes what there is."""
        self._rows.set_least(180 if low else 280)

    def show_people(self) -> None:
        people, typed = self._attendance.people(self._id), self._search.text().strip().casefold()
        self.names.set_people(
            tuple(one for one in people if typed in f"{one.name} {one.unit} {initials(one.name)}".casefold())
        )
        one = count(people)
        observers = f" · 列席 {one.observers}" if any(person.observer for person in people) else ""
        self._figures.setText(
            f"应到 {one.expected} · 实到 {one.present} · 请假 {one.leave} · 未到 {one.absent}{observers}"
        )
        self._hint.set_text(HINT if people else NOBODY)
        self._rows.setVisible(bool(people))
        for made in (self._all, self._undo, self._reason):
            made.setEnabled(bool(people))

    def undo(self) -> None:
        self._do(lambda: self._attendance.undo(self._id))

    # private

    def _mark(self, number: int, presence: Presence) -> None:
        if presence is Presence.PRESENT:
            self._do(lambda: self._attendance.arrive(self._id, number))
        else:
            self._do(lambda: self._attendance.mark(self._id, number, presence))

    def _mark_rest(self) -> None:
        people = self._attendance.people(self._id)
        absent = [one.number for one in people if one.presence is Presence.ABSENT and not one.observer]
        if self._do(lambda: self._attendance.arrive_all(self._id, absent)):
            self.said.emit("green", f"{len(absent)} 人记为到，可以撤销。")

    def _ask_reason(self) -> None:
        person = self.names.current
        if person is None:
            return

        def keep(text: str) -> None:
            self._attendance.leave(self._id, person.number, text)
            self.show_people()

        name = f"{person.name}请假的原因"
        AskText(self, f"{person.name}请假", "", name, "记为请假", keep, person.reason, "如：出差、病假", 60).open()

    def _add(self, names: NameList) -> None:
        self._attendance.add(self._id, names.people)
        self.show_people()

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            self.said.emit("red", str(error))
            return False
        self.show_people()
        return True

    def _reveal(self, box: QRect) -> None:
        self._rows.ensureVisible(0, box.top(), 0, 0)
        self._rows.ensureVisible(0, box.bottom(), 0, 0)
