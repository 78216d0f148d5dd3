"""The session while it is on: every page, answer and count is on disk before the next key counts."""

from contextlib import ExitStack
from dataclasses import replace

from app.domain.codec import to_plain
from app.domain.countdown import Countdown
from app.domain.deck import Deck
from app.domain.errors import UserError
from app.domain.events import MeetingClosed, MeetingPaused, MeetingStarted
from app.domain.live_meeting import LiveMeeting, MeetingState
from app.domain.meeting_record import minutes_of
from app.domain.minutes import Minutes
from app.domain.pace import Pace, PaceReading
from app.domain.presentation import Presentation
from app.domain.stage_acts import kept_curtain, stage_acts
from app.services.meeting_desk import MeetingDesk


class MeetingStage:
    """One session at a time on a PC. Nothing here for a rehearsal: its `Presentation` is simply not handed over."""

    def __init__(self, desk: MeetingDesk) -> None:
        self._desk = desk

    @property
    def live(self) -> LiveMeeting | None:
        """The meeting that is on in this run of the program."""
        return self._desk.live

    def begin(
        self, meeting_id: str, deck: Deck, shown: tuple[tuple[str, str], ...] = (), page: str = ""
    ) -> LiveMeeting:
        """Start a planned meeting with the deck as it is now; later updates of the content change nothing in it.

        ``shown``: (beginning of page ids, words) of its cases for the minutes; ``page``: where to begin, "" the first.
        Raises UserError where another one is on, the deck is empty, or nothing can be saved.
        """
        planned = self._desk.open_meeting(meeting_id)
        if self._desk.store.running():
            raise UserError("还有一次会议没有结束。请先继续那一次并结束它，再开始新的。")
        if not deck.pages:
            raise UserError("课件里没有页面，不能开始。请先在“备课”里加上案例或页面。")
        mark = self._desk.mark()
        presentation = Presentation(deck)
        if page:
            presentation = presentation.go_to_id(page)
        live = LiveMeeting(
            planned.meeting,
            presentation,
            Pace().on(presentation.page.id, mark),
            self._desk.store.people(meeting_id),
            self._desk.local().strftime("%Y-%m-%dT%H:%M"),
            shown=shown,
        )
        payload = {"title": live.meeting.title, "pages": len(deck.pages), "page": presentation.page.id}
        with self._desk.journal.record("meeting.started", meeting_id, payload | {"by": self._desk.who()}):
            self._desk.store.set_state(meeting_id, MeetingState.RUNNING)
            self._desk.stage.begin(live)
        self._desk.live = live
        self._desk.bus.publish(MeetingStarted(meeting_id))
        return live

    def unfinished(self) -> LiveMeeting | None:
        """A session that was left open, to be offered at the start; nothing changes by looking."""
        if self._desk.live is not None:
            return self._desk.live
        meeting_id = self._desk.store.running()
        if not meeting_id:
            return None
        return self._desk.stage.get(self._desk.planned(meeting_id).meeting, self._desk.store.people(meeting_id))

    def resume(self) -> LiveMeeting:
        """Go on with the session that was left open: same page, votes, names and texts.

        What was frozen comes back under a black screen, because the room must not see where the console went.
        Raises UserError where there is none.
        """
        found = self.unfinished()
        if found is None:
            raise UserError("没有未结束的会议。")
        mark = self._desk.mark()
        pace = found.pace if found.on_break else found.pace.resumed(mark)
        live = replace(found, pace=pace)
        live = replace(live, presentation=live.presentation.countdown(live.timer.left(mark) if live.timer else None))
        with self._desk.journal.record("meeting.resumed", live.meeting.id, {"page": live.presentation.page.id}):
            self._desk.stage.put(live)
        self._desk.live = live
        return live

    def show(self, presentation: Presentation) -> LiveMeeting:
        """The console has changed what is projected: pages, answers and votes are saved, one event each, in one
        transaction; the time since is counted for the page that was on. Pointer and pen cost no writing.

        Raises UserError where nothing was saved; then the state before still holds.
        """
        live = self._desk.running()
        before, meeting_id = live.presentation, live.meeting.id
        if presentation.deck is not before.deck and presentation.deck != before.deck:
            raise ValueError("another deck than the one that was begun with")
        acts = stage_acts(meeting_id, before, presentation)
        turned = presentation.page.id != before.page.id
        pace = live.pace.on(presentation.page.id, self._desk.mark()) if turned else live.pace
        after = replace(live, presentation=presentation, pace=pace)
        if acts:
            with ExitStack() as together:
                for act in acts:
                    together.enter_context(self._desk.journal.record(act.kind, meeting_id, act.payload))
                self._put_polls(before, presentation, meeting_id)
                self._desk.stage.put(after)
        elif kept_curtain(presentation) is not kept_curtain(before):
            self._desk.journal.note(lambda: self._desk.stage.put(after))
        self._desk.live = after
        for act in acts:
            self._desk.bus.publish(act.fact)
        return after

    def beat(self) -> PaceReading:
        """Every few seconds: the time spent is saved (no event), so that a power cut costs no more than that."""
        live = self._desk.running()
        counted = replace(live, pace=live.pace.at(self._desk.mark()))
        self._desk.journal.note(lambda: self._desk.stage.put(counted))
        self._desk.live = counted
        return self.reading()

    def reading(self) -> PaceReading:
        """The pace at this moment; writes nothing."""
        live = self._desk.running()
        return live.pace.reading(live.presentation.deck, self._desk.mark())

    def set_timer(self, seconds: int | None) -> LiveMeeting:
        """Give a discussion so much time, or take the countdown away."""
        live, mark = self._desk.running(), self._desk.mark()
        timer = None if seconds is None else Countdown.start(seconds, mark)
        shown = live.presentation.countdown(timer.left(mark) if timer else None)
        after = replace(live, timer=timer, presentation=shown)
        self._desk.journal.note(lambda: self._desk.stage.put(after))
        self._desk.live = after
        return after

    def time_left(self) -> int | None:
        """Whole seconds of the discussion, below 0 once it is over; hand it to `Presentation.countdown`."""
        live = self._desk.running()
        return None if live.timer is None else live.timer.left(self._desk.mark())

    def pause(self, paused: bool = True) -> LiveMeeting:
        """A break is called, or it is over: the pace stands still meanwhile."""
        live, mark = self._desk.running(), self._desk.mark()
        if live.on_break is paused:
            return live
        pace = live.pace.paused(mark) if paused else live.pace.resumed(mark)
        after = replace(live, on_break=paused, pace=pace)
        with self._desk.journal.record("meeting.paused", live.meeting.id, {"paused": paused}):
            self._desk.stage.put(after)
        self._desk.live = after
        self._desk.bus.publish(MeetingPaused(live.meeting.id, paused))
        return after

    def leave(self) -> None:
        """稍后继续: the projection ends, the meeting stays open and is offered again; the time until then is none of
        its pace. Names and minutes can be written meanwhile."""
        live = self._desk.running()
        left = replace(live, pace=live.pace.paused(self._desk.mark()))
        with self._desk.journal.record("meeting.left", live.meeting.id, {"page": live.presentation.page.id}):
            self._desk.stage.put(left)
        self._desk.live = None

    def draft(self, ended_at: str = "") -> Minutes:
        """The minutes as they would be now. ``ended_at``: a local wall time "2026-11-21T10:30", "" for this moment."""
        live = self._desk.running()
        ended = ended_at or self._desk.local().strftime("%Y-%m-%dT%H:%M")
        return minutes_of(live, self._desk.store.entries(live.meeting.id), ended)

    def close(self, ended_at: str = "") -> Minutes:
        """The session is over: its minutes are on record as version 1, what was agreed on waits for 改.

        ``ended_at`` as in `draft`, for one that was over long before anybody closed it here.
        Raises UserError where nothing could be saved; the session is still on then.
        """
        live = self._desk.running()
        counted = replace(live, pace=live.pace.at(self._desk.mark()))
        minutes, meeting_id, who = self.draft(ended_at), live.meeting.id, self._desk.who()
        payload = {"minutes": to_plain(minutes), "by": who}
        with self._desk.journal.record("meeting.closed", meeting_id, payload):
            self._desk.stage.put(counted)
            self._desk.store.set_state(meeting_id, MeetingState.CLOSED)
            self._desk.store.add_minutes(meeting_id, minutes, self._desk.now(), who, "")
            self._desk.store.put_follow_ups(meeting_id, minutes.follow_ups)
            self._desk.store.drop_typed(meeting_id)
        self._desk.live = None
        self._desk.bus.publish(MeetingClosed(meeting_id))
        return minutes

    def _put_polls(self, before: Presentation, after: Presentation, meeting_id: str) -> None:
        known = dict(before.polls)
        for page, poll in after.polls:
            if known.get(page) != poll:
                self._desk.stage.put_poll(meeting_id, page, poll)
