"""会议: those planned, the one that is on, and those that are over with their minutes."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import UserError
from app.domain.kept_session import next_planned
from app.domain.live_meeting import MeetingState, PlannedMeeting
from app.domain.meeting import MeetingKind
from app.services.meeting_service import MeetingService
from app.ui.kit.button import button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.page import PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.ask_text import AskText
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.list_page import ListPage
from app.ui.presenter import meeting_line as does
from app.ui.presenter.meeting_line import MeetingLine
from app.ui.presenter.meeting_papers import MeetingPapers

WIDEST = 1160
ABOUT = "先排议程、导入名单，会前写通知，会上签到和记录，会后写会议记录和简报，一处办完。"
GROUPS = (
    (MeetingState.RUNNING, "没有结束的会议"),
    (MeetingState.PLANNED, "计划中的会议"),
    (MeetingState.CLOSED, "开过的会议"),
    (MeetingState.CANCELLED, "已取消的会议"),
)


class MeetingListPage(ListPage):
    facts = PageFacts(
        "meetings",
        "会议",
        "讲",
        "会议",
        (Shortcut("Enter", "安排一次警示教育大会"), Shortcut("F5", "开始最近的一次会议")),
    )

    def __init__(
        self, meetings: MeetingService, papers: MeetingPapers, unit: str = "", parent: QWidget | None = None
    ) -> None:
        """``unit``: who holds new meetings."""
        super().__init__(WIDEST, parent)
        self._meetings, self._papers, self._unit = meetings, papers, unit
        self._all: list[PlannedMeeting] = []
        self._fill()

    def main_action(self) -> None:
        self._plan(MeetingKind.WARNING)

    def projection(self, from_here: bool) -> object:
        """What F5 projects: the session that is on, else the next meeting by its time."""
        if any(one.state is MeetingState.RUNNING for one in self._all):
            return ("resume",)
        following = next_planned(self._all)
        return ("meeting", following.meeting.id) if following else None

    # slots

    def _plan(self, kind: MeetingKind) -> None:
        try:
            meeting = self._meetings.plan(kind, unit=self._unit)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.navigate.emit("meeting_edit", meeting.id)

    def _act(self, planned: PlannedMeeting, what: str) -> None:
        meeting = planned.meeting
        actions: dict[str, Callable[[], None]] = {
            does.START: lambda: self.navigate.emit("project", ("meeting", meeting.id)),
            does.RESUME: lambda: self.navigate.emit("project", ("resume",)),
            does.EDIT: lambda: self.navigate.emit("meeting_edit", meeting.id),
            does.RECORD: lambda: self.navigate.emit("meeting_room", meeting.id),
            does.MINUTES: lambda: self.navigate.emit("meeting_room", meeting.id),
            does.COPY: lambda: self.navigate.emit("meeting_edit", self._meetings.copy(meeting.id).id),
            does.CANCEL: lambda: self._cancel(planned),
            does.RESTORE: lambda: self._restore(planned),
            does.BEFORE: lambda: self._papers.write_before(self, meeting.id, self.message.emit),
            does.AFTER: lambda: self._papers.write_after(self, meeting.id, self.message.emit),
        }
        try:
            actions[what]()
        except UserError as error:
            self.message.emit("red", str(error))

    # private

    def _cancel(self, planned: PlannedMeeting) -> None:
        def cancel(reason: str) -> None:
            self._meetings.cancel(planned.meeting.id, reason)
            self._refill()
            self.message.emit("green", "会议已取消，下面可以恢复。")

        about = "取消后安排和名单都保留，以后可以恢复。"
        title = f"取消“{planned.meeting.title}”？"
        AskText(self, title, about, "取消的原因", "取消会议", cancel, hint="如：改期").open()

    def _restore(self, planned: PlannedMeeting) -> None:
        self._meetings.restore(planned.meeting.id)
        self._refill()
        self.message.emit("green", f"“{planned.meeting.title}”已恢复。")

    def _fill(self) -> None:
        try:
            self._all = self._meetings.all()
        except UserError as error:
            self._place.addWidget(EmptyState("error_circle", str(error)))
            return
        new = button("安排会议", "primary", "add")
        menu = QMenu(new)
        for kind in MeetingKind:
            menu.addAction(kind.value).triggered.connect(lambda _=False, one=kind: self._plan(one))
        new.setMenu(menu)
        self._place.addLayout(row(Label("会议", 20, bold=True, serif=True), None, new))
        self._place.addWidget(Paragraph(ABOUT, 15, "text2", line=1.5))
        if not self._all:
            nothing = EmptyState("calendar", "还没有安排过会议", "安排警示教育大会", "其他会议从右上角“安排会议”里选。")
            nothing.acted.connect(self.main_action)
            self._place.addWidget(nothing)
        for state, head in GROUPS:
            lines = [one for one in self._all if one.state is state]
            if state is MeetingState.PLANNED:
                lines.sort(key=lambda one: one.meeting.starts_at or "~")
            if lines:
                self._place.addSpacing(px(4))
                self._place.addWidget(Label(head, 17, bold=True, serif=True))
            for one in lines:
                line = MeetingLine(one)
                line.wanted.connect(lambda what, planned=one: self._act(planned, what))
                self._place.addWidget(line)
        self._place.addStretch(1)
        self._place.addWidget(ConfidentialityBanner())
