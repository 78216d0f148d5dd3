"""Completed items: what the learning record lists. Credit is by an item's stated length, never by screen time."""

from enum import StrEnum
from typing import NamedTuple


class ActivityKind(StrEnum):
    CASE = "学完案例"
    CHECK = "学后检测"
    PRACTICE = "练习"
    EXAM = "模拟考试"
    UNIT_EXAM = "单位统考"
    REFLECTION = "反思与承诺"


class Activity(NamedTuple):
    seq: int
    utc: str
    day: str
    kind: ActivityKind
    object_id: str
    title: str
    minutes: int
    detail: str


class DayTotal(NamedTuple):
    """One topic's answers on one business day."""

    day: str
    topic: str
    answered: int
    correct: int
