"""What the recorder writes down while the meeting is on: one entry at a time, each saved when it is entered."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.minutes import FollowUp, Speech


class EntryKind(StrEnum):
    SPEECH = "发言"
    DECISION = "议定事项"
    FOLLOW_UP = "待办事项"


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """``number`` counts from 1 within the meeting and is never reused. ``text`` is what was said, decided or is to be
    done; ``who`` the speaker or the one who is to do it; ``part`` the agenda item's title; ``deadline`` an ISO day."""

    number: int
    kind: EntryKind
    text: str
    who: str = ""
    part: str = ""
    deadline: str = ""

    def speech(self) -> Speech:
        return Speech(self.who, self.text, self.part)

    def follow_up(self) -> FollowUp:
        return FollowUp(self.text, self.who, self.deadline)
