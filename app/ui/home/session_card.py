"""The session that was left open, or the meeting that comes next."""

from collections.abc import Callable
from datetime import date, timedelta

from app.domain.kept_session import kept_words, next_planned
from app.services.meeting_service import MeetingService
from app.ui.home.task_row import TaskRow
from app.ui.kit.card import Card
from app.ui.kit.layouts import column
from app.ui.parts.day_words import day_words

DAYS_AHEAD = 14


def session_card(meetings: MeetingService, today: str, go: Callable[[str, object], None]) -> Card | None:
    """None where nothing is open and nothing is planned for the next fortnight."""
    live = meetings.unfinished()
    if live is not None:
        title = f"会议没有结束：{live.meeting.title}"
        resume = TaskRow(
            "presenter", "amber", title, kept_words(live), 0, "继续投影", lambda: go("project", ("resume",)), True
        )
        return Card(column(resume, margins=(18, 4, 18, 4)))
    following = next_planned(meetings.all(), today)
    last = (date.fromisoformat(today) + timedelta(days=DAYS_AHEAD)).isoformat()
    if following is None or following.meeting.starts_at[:10] > last:
        return None
    meeting = following.meeting
    day, _, clock = meeting.starts_at.partition("T")
    names = f"名单 {following.people} 人" if following.people else "还没有名单"
    detail = " · ".join(fact for fact in (f"{day_words(day)} {clock}", meeting.place, names) if fact)
    title = f"下一次会议：{meeting.title}"
    prepare = TaskRow("presenter", "ink", title, detail, 0, "去准备", lambda: go("meeting_edit", meeting.id))
    return Card(column(prepare, margins=(18, 4, 18, 4)))
