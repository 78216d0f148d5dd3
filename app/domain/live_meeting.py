"""A meeting that is on: what is projected, who is there, how it keeps to its time."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.attendance import Attendee
from app.domain.countdown import Countdown
from app.domain.meeting import Meeting
from app.domain.pace import Pace
from app.domain.presentation import Presentation
from app.domain.random_pick import RandomPick
from app.domain.team_quiz import TeamQuiz


class MeetingState(StrEnum):
    PLANNED = "计划"
    RUNNING = "进行中"
    CLOSED = "已结束"
    CANCELLED = "已取消"


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """As lists show it. ``saved_at`` is ISO 8601 in UTC; ``people`` how many are on its list; ``version`` that of its
    minutes, 0 while there are none; ``reason`` why it was cancelled."""

    meeting: Meeting
    state: MeetingState
    saved_at: str
    saved_by: str
    people: int = 0
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LiveMeeting:
    """``began_at`` is a local wall time "2026-11-21T09:03"; ``on_break`` between 休会 and 继续; ``shown`` are
    (beginning of page ids, words) of the cases in the deck, with their version, as it was when the session began."""

    meeting: Meeting
    presentation: Presentation
    pace: Pace
    people: tuple[Attendee, ...]
    began_at: str
    on_break: bool = False
    timer: Countdown | None = None
    pick: RandomPick = field(default_factory=RandomPick)
    quiz: TeamQuiz = field(default_factory=TeamQuiz)
    shown: tuple[tuple[str, str], ...] = ()
