"""What a closed meeting leaves: the record, the annex of votes, the follow-up actions."""

from dataclasses import dataclass

from app.domain.attendance import Attendee
from app.domain.meeting import Meeting
from app.domain.poll import Poll


@dataclass(frozen=True, slots=True)
class Speech:
    """What somebody said, in the recorder's words; ``part`` is the title of the agenda item."""

    speaker: str
    text: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """A question that the room voted on: counts only. ``answer`` are the keys that were revealed as right, or ()."""

    title: str
    options: tuple[tuple[str, str], ...]
    poll: Poll
    answer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to do that was agreed on; handed over to 改 later. ``deadline`` is an ISO day or ""."""

    what: str
    owner: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """``began_at`` and ``ended_at`` are local wall times "2026-11-21T09:03"; ``shown`` are the titles of the cases and
    rules that were projected, with version; ``version`` counts from 1, a correction makes a new one."""

    meeting: Meeting
    began_at: str
    ended_at: str
    people: tuple[Attendee, ...]
    speeches: tuple[Speech, ...] = ()
    decisions: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    votes: tuple[VoteRecord, ...] = ()
    shown: tuple[str, ...] = ()
    version: int = 1
