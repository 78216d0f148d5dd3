"""What lists say of a session that was left open, and of the meeting that comes next."""

from app.domain.attendance import Attendee, Presence
from app.domain.deck import Deck, DeckPage
from app.domain.kept_session import kept_words, next_planned
from app.domain.live_meeting import LiveMeeting, MeetingState, PlannedMeeting
from app.domain.meeting import Meeting, MeetingKind
from app.domain.pace import Pace
from app.domain.presentation import Presentation
from app.domain.sheet import Sheet, SheetKind

DECK = Deck("课件", tuple(
    DeckPage(name, name, Sheet(SheetKind.QUESTION, "", name), ballot=("A", "B")) for name in ("a", "b", "c")
))  # fmt: skip


def planned(name, starts_at="", state=MeetingState.PLANNED):
    return PlannedMeeting(Meeting(name, MeetingKind.LECTURE, name, starts_at=starts_at), state, "", "")


def live(presentation, people=()):
    return LiveMeeting(Meeting("m", MeetingKind.LECTURE, "党课"), presentation, Pace(), people, "2026-11-21T09:00")


def test_it_names_the_page_the_votes_and_who_is_there():
    people = (Attendee(1, "周", presence=Presence.PRESENT), Attendee(2, "李"))
    words = kept_words(live(Presentation(DECK).go_to(2).counted("A", 5), people))
    assert words == "讲到第 2 页，共 3 页 · 已表决 1 题 · 应到 2 人，实到 1 人"


def test_a_vote_that_nobody_gave_is_no_vote_and_no_list_is_no_count():
    assert kept_words(live(Presentation(DECK).counted("A", 0))) == "讲到第 1 页，共 3 页"


def test_the_next_meeting_is_the_earliest_and_one_without_a_time_comes_last():
    found = next_planned([planned("open"), planned("late", "2026-12-02T09:00"), planned("soon", "2026-12-01T09:00")])
    assert found is not None and found.meeting.id == "soon"


def test_with_a_day_what_is_over_or_open_does_not_count():
    gone, open_one = planned("gone", "2026-11-01T09:00"), planned("open")
    assert next_planned([gone, open_one], "2026-11-22") is None
    assert next_planned([gone, planned("today", "2026-11-22T09:00")], "2026-11-22").meeting.id == "today"


def test_only_planned_meetings_come_next():
    assert next_planned([planned("c", "2026-12-01T09:00", MeetingState.CANCELLED)]) is None
