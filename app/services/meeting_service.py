"""会议: planning one, holding it, and what it leaves. Each part has its own object; this is where they are found."""

import random
from dataclasses import replace

from app.domain.attendance import Presence
from app.domain.codec import to_plain
from app.domain.confidentiality import refuse_graded
from app.domain.deck import Deck, DeckPage
from app.domain.errors import UserError
from app.domain.events import MeetingPlanned
from app.domain.follow_up_list import OpenFollowUp
from app.domain.live_meeting import LiveMeeting, MeetingState, PlannedMeeting
from app.domain.meeting import Meeting, MeetingKind, MeetingPart
from app.domain.meeting_deck import deck_of_meeting
from app.domain.plain_texts import plain_texts
from app.services.deck_service import DeckService
from app.services.library_service import LibraryService
from app.services.meeting_attendance import MeetingAttendance
from app.services.meeting_desk import MeetingDesk
from app.services.meeting_minutes import MeetingMinutes
from app.services.meeting_room import MeetingRoom
from app.services.meeting_stage import MeetingStage
from app.services.ordered_id import ordered_id

LONGEST_TITLE, LONGEST_FIELD, MOST_PARTS = 60, 200, 30


class MeetingService:
    """Everything is on disk when a method returns; what could not be saved raises UserError and changes nothing.

    ``attendance`` is 签到, ``stage`` the session while it is on, ``room`` 抽点 and 分组竞答, ``minutes`` 纪实 and 纪要.
    """

    def __init__(self, desk: MeetingDesk, decks: DeckService, library: LibraryService, chance: random.Random) -> None:
        self._desk, self._decks, self._library = desk, decks, library
        self.attendance, self.stage = MeetingAttendance(desk), MeetingStage(desk)
        self.room, self.minutes = MeetingRoom(desk, chance), MeetingMinutes(desk)

    # Planning.

    def all(self) -> list[PlannedMeeting]:
        """Saved last first, also those that are over or cancelled."""
        return self._desk.store.all()

    def get(self, meeting_id: str) -> PlannedMeeting:
        """Raises UserError where there is no such meeting."""
        return self._desk.planned(meeting_id)

    def plan(self, kind: MeetingKind, title: str = "", unit: str = "") -> Meeting:
        """A new meeting without parts."""
        meeting = Meeting(ordered_id(), kind, _line(title) or kind.value, _line(unit))
        self._put(meeting, MeetingState.PLANNED)
        return meeting

    def save(self, meeting: Meeting) -> Meeting:
        """Keep a changed plan at once. While it is on, its parts stay as they were projected.

        Raises UserError where it is over or cancelled, or holds what must not be stored.
        """
        known = self._desk.open_meeting(meeting.id)
        if known.state is MeetingState.RUNNING and meeting.parts != known.meeting.parts:
            raise UserError("会议正在进行，议程不能再改；其他内容可以改。")
        clean = _clean(meeting)
        if clean == known.meeting:
            return clean
        self._put(clean, known.state)
        if self._desk.live is not None and self._desk.is_on(meeting.id):
            self._desk.live = replace(self._desk.live, meeting=clean)
        return clean

    def copy(self, meeting_id: str, with_people: bool = True) -> Meeting:
        """Plan another one like it, with its list of names but nobody marked."""
        planned = self.get(meeting_id)
        meeting = replace(planned.meeting, id=ordered_id(), starts_at="")
        self._put(meeting, MeetingState.PLANNED)
        if with_people:
            people = self.attendance.people(meeting_id)
            nobody = [replace(one, presence=Presence.ABSENT, at="", reason="") for one in people]
            self.attendance.add(meeting.id, nobody)
        return meeting

    def cancel(self, meeting_id: str, reason: str) -> None:
        """It is not held; the record stays. Raises UserError without a reason, or once it has begun."""
        reason = reason.strip()[:100]
        if not reason:
            raise UserError("请写明取消的原因，如“改期”。")
        refuse_graded(reason)
        known = self._desk.open_meeting(meeting_id)
        if known.state is MeetingState.RUNNING:
            raise UserError("会议正在进行，不能取消。请结束会议；记录可以更正。")
        self._put(known.meeting, MeetingState.CANCELLED, reason)

    def restore(self, meeting_id: str) -> None:
        """Plan a cancelled one again."""
        known = self.get(meeting_id)
        if known.state is not MeetingState.CANCELLED:
            raise UserError("这次会议没有取消，不用恢复。")
        self._desk.refuse_unsaved()
        self._put(known.meeting, MeetingState.PLANNED)

    # Holding it.

    def deck(self, meeting_id: str) -> Deck:
        """What will be projected: the agenda and the pages of its parts, as the content and the saved decks are now.

        Raises UserError where a case or a saved deck is gone.
        """
        return self._deck_of(self.get(meeting_id).meeting)

    def start(self, meeting_id: str, page: str = "") -> LiveMeeting:
        """Begin a planned meeting at its first page, or at ``page``; its deck is kept as it is now.

        Raises UserError where another one is on, it has no page, or nothing can be saved.
        """
        meeting = self.get(meeting_id).meeting
        return self.stage.begin(meeting_id, self._deck_of(meeting), self._shown(meeting), page)

    def start_deck(
        self, deck: Deck, title: str, case: str = "", kind: MeetingKind = MeetingKind.LECTURE, page: str = ""
    ) -> LiveMeeting:
        """Begin without a plan: a case, or a saved deck, is projected as a session of its own.

        ``case``: what it is made from, for the minutes. Raises UserError as `start` does.
        """
        if self._desk.store.running():
            raise UserError("还有一次会议没有结束。请先继续那一次并结束它，再开始新的。")
        self._desk.refuse_unsaved()
        meeting = self.plan(kind, title)
        return self.stage.begin(meeting.id, deck, self._case_words("", case), page)

    def unfinished(self) -> LiveMeeting | None:
        """A session that was left open, to be offered at the start: `stage.resume`, then `stage.close`."""
        return self.stage.unfinished()

    # What it leaves.

    def open_follow_ups(self) -> list[OpenFollowUp]:
        """What was agreed on and nobody has taken into the ledger yet, of the oldest meeting first."""
        return self._desk.store.open_follow_ups()

    def hand_over(self, meeting_id: str, number: int, taken_by: str) -> None:
        """It is in the ledger now, as ``taken_by`` (an id): no longer open."""
        self._desk.refuse_unsaved()
        if all((one.meeting_id, one.number) != (meeting_id, number) for one in self.open_follow_ups()):
            raise UserError("这一项已经移交，或已不在纪要里。")
        payload = {"number": number, "taken_by": taken_by, "by": self._desk.who()}
        with self._desk.journal.record("meeting.handed_over", meeting_id, payload):
            self._desk.store.take_follow_up(meeting_id, number, taken_by)

    def _put(self, meeting: Meeting, state: MeetingState, reason: str = "") -> None:
        self._desk.refuse_unsaved()
        plain = to_plain(meeting)
        refuse_graded(*plain_texts(plain))
        payload = {"meeting": plain, "state": state.value, "reason": reason, "by": self._desk.who()}
        with self._desk.journal.record("meeting.planned", meeting.id, payload) as (seq, _):
            self._desk.store.put(meeting, state, self._desk.now(), self._desk.who(), reason)
        self._desk.bus.publish(MeetingPlanned(seq, meeting.id))

    def _deck_of(self, meeting: Meeting) -> Deck:
        return deck_of_meeting(meeting, self._pages_of, self._library.article)

    def _pages_of(self, part: MeetingPart) -> tuple[DeckPage, ...]:
        if part.deck:
            return self._decks.deck(part.deck).pages
        return self._decks.of_case(part.case).pages if part.case else ()

    def _shown(self, meeting: Meeting) -> tuple[tuple[str, str], ...]:
        """The cases of all parts: whose pages begin so → how the minutes name it."""
        found: list[tuple[str, str]] = []
        for part in meeting.parts:
            case = self._decks.get(part.deck).case if part.deck else part.case
            found += self._case_words(f"{part.id}/", case)
        return tuple(found)

    def _case_words(self, before: str, case_id: str) -> tuple[tuple[str, str], ...]:
        if not case_id:
            return ()
        try:
            case = self._library.case(case_id)
        except UserError:  # a saved deck can outlive its case
            return ()
        return ((f"{before}{case.slug}/", f"案例《{case.title}》（第 {case.version} 版）"),)


def _clean(meeting: Meeting) -> Meeting:
    """Raises UserError where a field is too long, or there is no title."""
    title = _line(meeting.title)
    if not title:
        raise UserError("会议还没有名称。请在“名称”里写一个，如“2026 年第四季度警示教育大会”。")
    if len(title) > LONGEST_TITLE:
        raise UserError(f"会议名称有 {len(title)} 字，最多 {LONGEST_TITLE} 字。请写短一些。")
    fields = {"单位": meeting.unit, "地点": meeting.place, "主持人": meeting.chair, "记录人": meeting.recorder}
    fields |= {"参加人员": meeting.audience, "列席人员": meeting.observers}
    for word, text in fields.items():
        if len(text) > LONGEST_FIELD:
            raise UserError(f"{word}有 {len(text)} 字，最多 {LONGEST_FIELD} 字。请写短一些。")
    if len(meeting.parts) > MOST_PARTS:
        raise UserError(f"议程有 {len(meeting.parts)} 项，最多 {MOST_PARTS} 项。请合并相近的几项。")
    return replace(meeting, title=title)


def _line(text: str) -> str:
    return " ".join(text.split())
