"""From the button 开始投影 to the last window: asks, begins the meeting, opens the windows, closes it."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.attendance import Attendee
from app.domain.clock import Clock
from app.domain.deck import Deck
from app.domain.errors import UserError
from app.domain.exam_clock import Mark
from app.domain.live_meeting import LiveMeeting
from app.domain.pace import Pace
from app.domain.presentation import Presentation
from app.domain.presenter_options import PresenterOptions
from app.ui.presenter.awake import Awake
from app.ui.presenter.end_dialog import CLOSE
from app.ui.presenter.meeting_log import MeetingLog
from app.ui.presenter.screen_list import ScreenList
from app.ui.presenter.screens import Screens, ScreenSource
from app.ui.presenter.session_log import RehearsalLog, SessionLog
from app.ui.presenter.session_windows import SessionWindows
from app.ui.presenter.start_dialog import START, StartDialog

if TYPE_CHECKING:
    from app.services.meeting_service import MeetingService
    from app.services.presenter_choices import PresenterChoices

EMPTY = "课件里没有页面，不能开始。请先在“备课”里加上案例或页面。"


class SessionStart(QObject):
    """One for a page; one session at a time."""

    closed = Signal(str)
    """Id of the meeting: its minutes are on record."""
    left = Signal()
    """To be gone on with later, or a rehearsal that is over."""
    failed = Signal(str)
    print_wanted = Signal()

    def __init__(
        self,
        anchor: QWidget,
        meetings: "MeetingService",
        find: Callable[[str], Path | None],
        clock: Clock,
        choices: "PresenterChoices",
        source: ScreenSource | None = None,
    ) -> None:
        """``find`` is where a picture or film lies (`DeckFiles.path`); ``choices`` remembers how sessions are run."""
        super().__init__(anchor)
        self._anchor, self._meetings, self._find = anchor, meetings, find
        self._clock, self._choices, self._source = clock, choices, source
        self._awake = Awake()
        self.dialog: StartDialog | None = None
        self.windows: SessionWindows | None = None

    def ask(
        self, begin: Callable[[], LiveMeeting], deck: Deck, people: tuple[Attendee, ...] = (), page: str = ""
    ) -> None:
        """The dialog, then `begin` (``MeetingService.start`` or ``start_deck``) or a rehearsal from ``page``."""
        if not deck.pages:
            self.failed.emit(EMPTY)
            return
        self._ask(begin, lambda: self._rehearsal(deck, people, page))

    def ask_to_resume(self) -> None:
        """The session that was left open, from the page that was on."""
        self._ask(self._meetings.stage.resume, None)

    # private

    def _ask(self, begin: Callable[[], LiveMeeting], rehearse: Callable[[], SessionLog] | None) -> None:
        if self.windows is not None:
            return
        source = self._source or ScreenList(self)
        screens = Screens(source, self._anchor.screen().name(), self)
        self.dialog = StartDialog(self._anchor, screens, self._choices.get(), can_rehearse=rehearse is not None)
        self.dialog.print_wanted.connect(self.print_wanted)
        self.dialog.decided.connect(lambda key, options: self._begin(key, options, screens, begin, rehearse))
        self.dialog.open()

    def _begin(
        self,
        key: str,
        options: PresenterOptions,
        screens: Screens,
        begin: Callable[[], LiveMeeting],
        rehearse: Callable[[], SessionLog] | None,
    ) -> None:
        self.dialog = None
        self._keep(options)
        log: SessionLog
        if key == START or rehearse is None:
            try:
                begin()
            except UserError as error:
                self.failed.emit(str(error))
                return
            log = MeetingLog(self._meetings.stage, self._meetings.attendance, self._meetings.room)
        else:
            log = rehearse()
            screens.rehearse(True)
        self.windows = SessionWindows(log, self._clock, screens, options, self._find, self)
        self.windows.ended.connect(self._end)
        self._awake.begin()
        self.windows.open()

    def _rehearsal(self, deck: Deck, people: tuple[Attendee, ...], page: str) -> RehearsalLog:
        start = Presentation(deck).go_to_id(page) if page else Presentation(deck)
        mark = Mark(self._clock.now(), self._clock.boot_id(), self._clock.boot_ms())
        return RehearsalLog(start, Pace().on(start.page.id, mark), people)

    def _keep(self, options: PresenterOptions) -> None:
        """A session that goes on is worth more than what it is begun with next time."""
        with suppress(UserError):
            self._choices.keep(options)

    def _end(self, how: str) -> None:
        windows, self.windows = self.windows, None
        assert windows is not None
        self._awake.end()
        self._keep(windows.controller.options)
        windows.deleteLater()
        live = self._meetings.stage.live
        if how != CLOSE or not windows.controller.is_meeting or live is None:
            self.left.emit()
            return
        try:
            self._meetings.stage.close()
        except UserError as error:
            self.failed.emit(str(error))
            self.left.emit()
            return
        self.closed.emit(live.meeting.id)
