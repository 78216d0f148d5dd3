"""签到: who was expected, who is there, who asked for leave, who came later and when."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Presence(StrEnum):
    ABSENT = "未到"
    PRESENT = "到"
    LEAVE = "请假"
    LATE = "迟到"


@dataclass(frozen=True, slots=True)
class Attendee:
    """``number`` is the place on the list, from 1, never reused; ``at`` the local time "09:12" of who came late;
    ``observer`` are 列席, not counted in 应到; ``pickable`` may be picked at random (leaders may be left out);
    ``post`` is the 职务, for the sheet to sign."""

    number: int
    name: str
    unit: str = ""
    presence: Presence = Presence.ABSENT
    at: str = ""
    reason: str = ""
    observer: bool = False
    pickable: bool = True
    post: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceCount:
    expected: int
    present: int
    leave: int
    absent: int
    observers: int


def count(people: tuple[Attendee, ...]) -> AttendanceCount:
    """应到 leaves the observers out; who came late is present."""
    members = [one for one in people if not one.observer]
    there = sum(one.presence in (Presence.PRESENT, Presence.LATE) for one in members)
    leave = sum(one.presence is Presence.LEAVE for one in members)
    observers = sum(one.observer and one.presence in (Presence.PRESENT, Presence.LATE) for one in people)
    return AttendanceCount(len(members), there, leave, len(members) - there - leave, observers)


def marked(
    people: tuple[Attendee, ...], number: int, presence: Presence, at: str = "", reason: str = ""
) -> tuple[Attendee, ...]:
    """The list with one person's presence changed. Raises KeyError for a number that is not on the list."""
    if all(one.number != number for one in people):
        raise KeyError(number)
    return tuple(
        replace(one, presence=presence, at=at, reason=reason) if one.number == number else one for one in people
    )
