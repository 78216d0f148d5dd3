"""What the parts of the meeting service share: the unit's log, the stores, the clock, and the meeting that is on."""

from collections.abc import Callable
from datetime import datetime

from app.domain.clock import Clock
from app.domain.errors import UserError
from app.domain.exam_clock import Mark
from app.domain.live_meeting import LiveMeeting, MeetingState, PlannedMeeting
from app.services.bus import EventBus
from app.storage.journal import Journal
from app.storage.meeting_store import MeetingStore
from app.storage.stage_store import StageStore

NOT_SAVED = "现在不能保存单位的数据，所以不能记录会议。请先按上方提示处理；投影仍可用“试讲”。"
GONE = "找不到这次会议。请回到“会议”重新选择。"
NOT_ON = "现在没有正在进行的会议。请先在“会议”里开始，或继续上次没有结束的会议。"


class MeetingDesk:
    """``live`` is what is on in this run of the program; it is changed only once the change is on disk."""

    def __init__(
        self,
        journal: Journal,
        store: MeetingStore,
        stage: StageStore,
        bus: EventBus,
        clock: Clock,
        who: Callable[[], str],
        saves: bool,
    ) -> None:
        self.journal, self.store, self.stage, self.bus, self.clock, self.who = journal, store, stage, bus, clock, who
        self._saves = saves
        self.live: LiveMeeting | None = None

    def refuse_unsaved(self) -> None:
        """Raises UserError where the unit's data are in memory only."""
        if not self._saves:
            raise UserError(NOT_SAVED)

    def planned(self, meeting_id: str) -> PlannedMeeting:
        """Raises UserError where there is no such meeting."""
        found = self.store.all(meeting_id) if meeting_id else []
        if not found:
            raise UserError(GONE)
        return found[0]

    def open_meeting(self, meeting_id: str) -> PlannedMeeting:
        """Raises UserError where it is over or cancelled: then only its minutes can be corrected."""
        found = self.planned(meeting_id)
        if found.state is MeetingState.CLOSED:
            raise UserError("会议已经结束，不能再改。需要更正时，请在纪要里点“更正”，写明原因。")
        if found.state is MeetingState.CANCELLED:
            raise UserError("会议已经取消，不能再改。请先在“会议”里恢复。")
        self.refuse_unsaved()
        return found

    def running(self) -> LiveMeeting:
        """Raises UserError where nothing is on."""
        if self.live is None:
            raise UserError(NOT_ON)
        return self.live

    def is_on(self, meeting_id: str) -> bool:
        return self.live is not None and self.live.meeting.id == meeting_id

    def now(self) -> str:
        return self.clock.now().isoformat(timespec="milliseconds")

    def local(self) -> datetime:
        """Wall time where the meeting is."""
        return self.clock.now().astimezone()

    def mark(self) -> Mark:
        return Mark(self.clock.now(), self.clock.boot_id(), self.clock.boot_ms())
