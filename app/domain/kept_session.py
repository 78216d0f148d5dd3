"""What is kept of a session that was left open, and which meeting comes next: in the words of a list."""

from collections.abc import Sequence

from app.domain.attendance import count
from app.domain.live_meeting import LiveMeeting, MeetingState, PlannedMeeting


def kept_words(live: LiveMeeting) -> str:
    """讲到第 7 页，共 23 页 · 已表决 2 题 · 应到 45 人，实到 42 人."""
    shown = live.presentation
    votes = sum(any(poll.first + (poll.second or ())) for _, poll in shown.polls)
    facts = [f"讲到第 {shown.number} 页，共 {shown.total} 页"]
    if votes:
        facts.append(f"已表决 {votes} 题")
    if live.people:
        figures = count(live.people)
        facts.append(f"应到 {figures.expected} 人，实到 {figures.present} 人")
    return " · ".join(facts)


def next_planned(meetings: Sequence[PlannedMeeting], today: str = "") -> PlannedMeeting | None:
    """The planned one that comes first; those without a time come last. With ``today`` (an ISO day) only those whose
    day is fixed and not over."""
    planned = [one for one in meetings if one.state is MeetingState.PLANNED]
    if today:
        planned = [one for one in planned if one.meeting.starts_at[:10] >= today]
    return min(planned, key=lambda one: one.meeting.starts_at or "~", default=None)
