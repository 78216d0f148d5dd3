"""签到与纪实: who is there and what is said while a meeting is on, and its minutes when it is over."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.kept_session import next_planned
from app.domain.live_meeting import MeetingState, PlannedMeeting
from app.domain.minutes import Minutes
from app.services.meeting_service import MeetingService
from app.ui.kit.button import button
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.layouts import boxed, centred, clear, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import current_theme, px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.presenter.attendance_card import AttendanceCard
from app.ui.presenter.close_dialog import CloseDialog
from app.ui.presenter.correction_dialog import CorrectionDialog
from app.ui.presenter.meeting_line import TAGS
from app.ui.presenter.meeting_papers import MeetingPapers
from app.ui.presenter.meeting_words import when_words
from app.ui.presenter.minutes_card import MinutesCard
from app.ui.presenter.record_card import RecordCard

TWO_COLUMNS, WIDEST, ATTENDANCE = 980, 1000, 470


class MeetingRoomPage(Page):
    facts = PageFacts(
        "meeting_room",
        "签到与纪实",
        "讲",
        "签到与纪实",
        (
            Shortcut("Space", "到（再按取消）"),
            Shortcut("J", "请假"),
            Shortcut("Ctrl+Z", "撤销上一次签到"),
            Shortcut("Ctrl+Return", "记下这一条"),
            Shortcut("F5", "投影这次会议"),
        ),
    )

    def __init__(
        self, meetings: MeetingService, papers: MeetingPapers, argument: object, parent: QWidget | None = None
    ) -> None:
        """``argument``: the meeting's id; without one the meeting that is on, is next, or was last."""
        super().__init__(parent)
        self._meetings, self._papers = meetings, papers
        self._planned: PlannedMeeting | None = None
        self.attendance: AttendanceCard | None = None
        self.record: RecordCard | None = None
        self.minutes: MinutesCard | None = None
        self._columns: QBoxLayout | None = None
        self._place: QVBoxLayout = column(spacing=0)
        self.setLayout(self._place)
        self._open(str(argument or ""))

    def leave(self) -> None:
        if self.record is not None:
            self.record.keep()

    def state(self) -> object:
        return self._planned.meeting.id if self._planned is not None else None

    def restore(self, state: object) -> None:
        if isinstance(state, str) and (self._planned is None or self._planned.meeting.id != state):
            self._open(state)

    def shown(self) -> None:
        if self.attendance is not None:
            self.attendance.names.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.minutes is not None:
            self.minutes.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_width(self, logical: float) -> None:
        if self._columns is None or self.attendance is None:
            return
        two = logical >= TWO_COLUMNS
        set_across(self._columns, two)
        self.attendance.setMinimumWidth(px(ATTENDANCE) if two else 0)
        self.attendance.setMaximumWidth(px(ATTENDANCE) if two else 16_777_215)
        self.attendance.set_low(two)

    def projection(self, from_here: bool) -> object:
        """What F5 projects."""
        if self._planned is None or self._planned.state not in (MeetingState.PLANNED, MeetingState.RUNNING):
            return None
        running = self._planned.state is MeetingState.RUNNING
        return ("resume",) if running else ("meeting", self._planned.meeting.id)

    # slots

    def _start_here(self) -> None:
        """Without projection: names and minutes only."""
        assert self._planned is not None
        meeting_id = self._planned.meeting.id
        if self._do(lambda: self._meetings.start(meeting_id)):
            self._open(meeting_id)
            self.shown()
            self.message.emit("green", "会议开始了，时间已记下。")

    def _ask_to_close(self) -> None:
        assert self._planned is not None and self.record is not None
        live = self._meetings.unfinished()
        if live is None:
            return
        self.record.keep()
        meeting = self._planned.meeting
        missing = [word for word, text in (("主持人", meeting.chair), ("记录人", meeting.recorder)) if not text]
        entries, people = self._meetings.minutes.entries(meeting.id), self._meetings.attendance.count(meeting.id)
        missing += [] if entries else ["发言和议定事项"]
        missing += [] if people.present else ["签到"]
        CloseDialog(self, live.began_at, missing, self._close).open()

    def _close(self, ended_at: str) -> None:
        """Raises UserError, which the dialog shows."""
        assert self._planned is not None
        if self._meetings.stage.live is None:
            self._meetings.stage.resume()
        self._meetings.stage.close(ended_at)
        self._open(self._planned.meeting.id)
        self.shown()
        self.message.emit("green", "会议已结束，会议记录第 1 版已保存。")
        self._write(0)

    def _write(self, version: int) -> None:
        assert self._planned is not None
        meeting_id = self._planned.meeting.id
        self._do(lambda: self._papers.write_after(self, meeting_id, self.message.emit, version))

    def _write_sheet(self) -> None:
        assert self._planned is not None
        meeting_id = self._planned.meeting.id
        self._do(lambda: self._papers.write_sheet(self, meeting_id, self.message.emit))

    def _correct(self) -> None:
        assert self._planned is not None
        meeting_id = self._planned.meeting.id

        def save(minutes: Minutes, reason: str) -> None:
            made = self._meetings.minutes.correct(meeting_id, minutes, reason)
            self._open(meeting_id)
            self.message.emit("green", f"已保存为第 {made.version} 版，需要时请重新写会议材料。")

        CorrectionDialog(self, self._meetings.minutes.latest(meeting_id), save).open()

    # private

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            self.message.emit("red", str(error))
            return False
        return True

    def _open(self, meeting_id: str) -> None:
        if self.record is not None:
            self.record.keep() if self._is_open() else None
        clear(self._place)
        self.attendance = self.record = self.minutes = self._columns = None
        try:
            everything = [one for one in self._meetings.all() if one.state is not MeetingState.CANCELLED]
            self._planned = self._meetings.get(meeting_id) if meeting_id else _usual(everything)
            if self._planned is None:
                raise UserError("还没有会议可以签到。请先在“会议”里安排一次，或直接投影一个案例。")
            self._place.addLayout(self._head(self._planned, everything))
            self._place.addWidget(self._body(self._planned), 1)
        except UserError as error:
            empty = EmptyState("people", str(error), "去安排会议")
            empty.acted.connect(lambda: self.navigate.emit("meetings", None))
            self._place.addWidget(empty)
        self.on_width(self.width() / current_theme().scale)

    def _is_open(self) -> bool:
        if self._planned is None:
            return False
        state = self._meetings.get(self._planned.meeting.id).state
        return state in (MeetingState.PLANNED, MeetingState.RUNNING)

    def _head(self, planned: PlannedMeeting, everything: list[PlannedMeeting]) -> QBoxLayout:
        meeting, state = planned.meeting, planned.state
        choices = [(one.meeting.id, f"{one.meeting.title}（{when_words(one.meeting)}）") for one in everything]
        if all(key != meeting.id for key, _ in choices):
            choices.insert(0, (meeting.id, meeting.title))
        which = ChoiceField("哪一次会议", choices, meeting.id)
        which.currentIndexChanged.connect(lambda _: self._choose(which.chosen()))
        made = row((which, 1), Tag(*TAGS[state], filled=True), margins=(16, 10, 16, 8), spacing=8)
        if state in (MeetingState.PLANNED, MeetingState.RUNNING):
            sheet = button("签到表", "ghost", "print", tip="写一份打印签字用的签到表")
            plan = button("安排", "ghost", name="会议安排")
            sheet.clicked.connect(self._write_sheet)
            plan.clicked.connect(lambda: self.navigate.emit("meeting_edit", meeting.id))
            made.addWidget(plan)
            made.addWidget(sheet)
        if state is MeetingState.PLANNED:
            here, start = button("开始（不投影）"), button("开始投影 F5", "primary", "presenter")
            here.clicked.connect(self._start_here)
            start.clicked.connect(lambda: self.navigate.emit("project", ("meeting", meeting.id)))
            made.addWidget(here)
            made.addWidget(start)
        elif state is MeetingState.RUNNING:
            resume, close = button("继续投影 F5", "default", "presenter"), button("结束会议", "primary")
            resume.clicked.connect(lambda: self.navigate.emit("project", ("resume",)))
            close.clicked.connect(self._ask_to_close)
            made.addWidget(resume)
            made.addWidget(close)
        return made

    def _choose(self, meeting_id: str) -> None:
        if self._planned is None or meeting_id != self._planned.meeting.id:
            self.navigate.emit("meeting_room", meeting_id)

    def _body(self, planned: PlannedMeeting) -> QWidget:
        meeting = planned.meeting
        if planned.state is MeetingState.CANCELLED:
            raise UserError(f"“{meeting.title}”已经取消。要开的话，请先在“会议”里恢复。")
        if planned.state is MeetingState.CLOSED:
            open_ones = [one for one in self._meetings.open_follow_ups() if one.meeting_id == meeting.id]
            self.minutes = MinutesCard(self._meetings.minutes.versions(meeting.id), open_ones)
            self.minutes.write_wanted.connect(self._write)
            self.minutes.correct_wanted.connect(self._correct)
            self.minutes.take_wanted.connect(
                lambda number: self.navigate.emit("ledger", ("follow_up", meeting.id, number))
            )
            over = column(self.minutes, ConfidentialityBanner(), None, margins=(16, 4, 16, 20), spacing=12)
            return ScrollPage(centred(over, WIDEST))
        people = self._meetings.attendance.people(meeting.id)
        self.attendance = AttendanceCard(self._meetings.attendance, meeting.id)
        self.record = RecordCard(self._meetings.minutes, meeting, tuple(one.name for one in people))
        for card in (self.attendance, self.record):
            card.said.connect(self.message)
        self._columns = row(self.attendance, (self.record, 1), spacing=12)
        body = column((self._columns, 1), ConfidentialityBanner(), margins=(16, 0, 16, 12), spacing=10)
        return ScrollPage(boxed(body))


def _usual(everything: list[PlannedMeeting]) -> PlannedMeeting | None:
    """The meeting that is on, else the next one, else the one that was changed last."""
    running = next((one for one in everything if one.state is MeetingState.RUNNING), None)
    return running or next_planned(everything) or next(iter(everything), None)
