"""Completed items: what the learning record lists. Credit is by an item's stated length, never by screen time."""

from dataclasses import dataclass
from enum import StrEnum


class ActivityKind(StrEnum):
    CASE = "学完案例"
    CHECK = "学后检测"
    PRACTICE = "练习"
    EXAM = "模拟考试"
    REFLECTION = "反思与承诺"


@dataclass(frozen=True, slots=True)
class Activity:
    seq: int
    utc: str
    day: str
    kind: ActivityKind
    object_id: str
    title: str
    minutes: int
    detail: str


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One topic's answers on one business day."""

    day: str
    topic: str
    answered: int
    correct: int
