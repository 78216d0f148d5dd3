"""A meeting in one line, as lists name it."""

from app.domain.live_meeting import PlannedMeeting
from app.domain.meeting import Meeting
from app.ui.parts.day_words import day_words

WEEKDAYS = "一二三四五六日"


def when_words(meeting: Meeting) -> str:
    """2026年11月21日 09:00, or 时间未定."""
    day, _, clock = meeting.starts_at.partition("T")
    return f"{day_words(day)} {clock}".strip() if day else "时间未定"


def facts_words(planned: PlannedMeeting) -> str:
    """Kind, time, place, agenda and list of names."""
    meeting = planned.meeting
    facts = [meeting.kind.value, when_words(meeting), meeting.place]
    if meeting.parts:
        facts.append(f"议程 {len(meeting.parts)} 项，{meeting.minutes} 分钟")
    facts.append(f"名单 {planned.people} 人" if planned.people else "还没有名单")
    return " · ".join(fact for fact in facts if fact)
