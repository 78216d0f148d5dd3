"""安排会议: what kind, when, where and who, the agenda, the list of names; kept as it is written."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.live_meeting import MeetingState
from app.domain.meeting import MeetingPart
from app.services.deck_service import DeckService
from app.services.library_service import LibraryService
from app.services.meeting_service import MeetingService
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.keys import bind_keys
from app.ui.kit.label import Label
from app.ui.kit.layouts import centred, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.scroll_page import ScrollPage
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.disclaimer import Disclaimer
from app.ui.presenter.agenda_card import AgendaCard
from app.ui.presenter.meeting_form import MeetingForm
from app.ui.presenter.meeting_papers import MeetingPapers
from app.ui.presenter.names_card import NamesCard
from app.ui.presenter.part_content import PartContent

KEEP_MS, WIDEST, TWO_COLUMNS = 400, 1120, 760
OVER = "这次会议已经结束或取消，不能再改安排。"


class MeetingEditPage(Page):
    facts = PageFacts(
        "meeting_edit",
        "安排会议",
        "讲",
        "会议",
        (Shortcut("F5", "开始会议"), Shortcut("Ctrl+P", "写会议通知、议程、签到表")),
    )

    def __init__(
        self,
        meetings: MeetingService,
        decks: DeckService,
        library: LibraryService,
        papers: MeetingPapers,
        argument: object,
        parent: QWidget | None = None,
    ) -> None:
        """``argument``: the meeting's id."""
        super().__init__(parent)
        self._meetings, self._papers, self.meeting_id = meetings, papers, str(argument or "")
        self._ready = self._touched = False
        try:
            planned = meetings.get(self.meeting_id)
            if planned.state in (MeetingState.CLOSED, MeetingState.CANCELLED):
                raise UserError(OVER)
        except UserError as error:
            empty = EmptyState("error_circle", str(error), "回到会议")
            empty.acted.connect(lambda: self.navigate.emit("meetings", None))
            self.setLayout(column(empty))
            return
        self._meeting, self._running = planned.meeting, planned.state is MeetingState.RUNNING
        self._content = PartContent(
            self, decks, library, self.meeting_id, self._put_part, self.message.emit, papers.files
        )
        self._build()

    def leave(self) -> None:
        if self._ready:
            self._keep()
            self._content.close()

    def state(self) -> object:
        return self._scroll.verticalScrollBar().value() if self._ready else None

    def restore(self, state: object) -> None:
        if self._ready and isinstance(state, int):
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(state))

    def shown(self) -> None:
        if self._ready and not self._meeting.parts:
            self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.form.title.selectAll()

    def on_width(self, logical: float) -> None:
        if self._ready:
            self.form.set_columns(2 if logical >= TWO_COLUMNS else 1)

    def projection(self, from_here: bool) -> object:
        """What F5 projects."""
        if not self._ready or not self._keep():
            return None
        return ("resume",) if self._running else ("meeting", self.meeting_id)

    # slots

    def _change(self) -> None:
        self._touched = True
        self._pause.start()

    def _keep(self) -> bool:
        """On disk; what may not be stored is said and stays on screen only. False where it was refused."""
        self._pause.stop()
        if not self._touched:
            return True
        wanted = replace(self.form.meeting(self._meeting), parts=self.agenda.parts())
        try:
            self._meeting = self._meetings.save(wanted)
        except UserError as error:
            self.message.emit("red", str(error))
            self._saved.setText("没有保存")
            self._saved.set_tone("red")
            return False
        self._touched = False
        self.agenda.set_meeting_kind(self._meeting.kind)
        self._title.set_text(self._meeting.title)
        self._saved.setText("已保存")
        self._saved.set_tone("text2")
        return True

    def _choose(self, part_id: str, what: str) -> None:
        part = next((one for one in self.agenda.parts() if one.id == part_id), None)
        if part is not None:
            self._content.choose(part, what)

    def _put_part(self, part: MeetingPart) -> None:
        self.agenda.change(part.id, part)
        self._keep()

    def _write(self, write: Callable[[QWidget, str, Callable[[str, str], None]], None]) -> None:
        if not self._keep():
            return
        try:
            write(self, self.meeting_id, self.message.emit)
        except UserError as error:
            self.message.emit("red", str(error))

    def _start(self) -> None:
        if (wanted := self.projection(False)) is not None:
            self.navigate.emit("project", wanted)

    # private

    def _build(self) -> None:
        meeting = self._meeting
        self._title, self._saved = ElidedLabel(meeting.title, 18, bold=True, serif=True), Label("已保存", 15, "text2")
        back, write = button("会议", "ghost", "arrow_left"), button("写通知、议程、签到表", "default", "document_text")
        start = button("继续投影 F5" if self._running else "开始会议 F5", "primary", "presenter")
        record = button("签到与纪实", "default")
        head = row(back, (self._title, 1), self._saved, record, write, start, margins=(12, 8, 16, 8), spacing=8)
        self.form = MeetingForm(meeting)
        self.agenda = AgendaCard(meeting.parts, self._content.words, meeting.kind, self._running)
        self.names = NamesCard(self._meetings.attendance, self.meeting_id, self._papers.files)
        body = column(
            self.form, self.agenda, self.names, Disclaimer(), ConfidentialityBanner(), None,
            margins=(24, 8, 24, 24), spacing=14,
        )  # fmt: skip
        self._scroll = ScrollPage(centred(body, WIDEST))
        self.setLayout(column(head, (self._scroll, 1), spacing=0))
        self._pause = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._pause.timeout.connect(self._keep)
        self.form.changed.connect(self._change)
        self.agenda.changed.connect(self._change)
        self.agenda.content_wanted.connect(self._choose)
        self.names.said.connect(self.message)
        self.names.sheet_wanted.connect(lambda: self._write(self._papers.write_sheet))
        back.clicked.connect(lambda: self.navigate.emit("meetings", None))
        record.clicked.connect(lambda: self.navigate.emit("meeting_room", self.meeting_id))
        write.clicked.connect(lambda: self._write(self._papers.write_before))
        start.clicked.connect(self._start)
        bind_keys(self, {"Ctrl+P": lambda: self._write(self._papers.write_before)})
        self._ready = True
