"""What happened around a sitting and is no answer: recorded, told to the person, never held against them here."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple


class IncidentKind(StrEnum):
    """By the kind of event in the log."""

    LEFT = "exam.left"
    """The window lost the focus."""
    SLEPT = "exam.slept"
    """The machine slept or stood still."""
    STARTED_AGAIN = "exam.started_again"
    """The program was started a second time, and this window came forward."""
    LOOKED_UP = "exam.looked_up"
    """The rules were opened in an exam with books."""


_KINDS = frozenset(IncidentKind)


class ExamIncident(NamedTuple):
    """``utc``: when it was recorded, of a sleep its end; ``asleep_ms`` of a sleep."""

    kind: IncidentKind
    utc: str
    asleep_ms: int = 0


def incidents(events: Iterable[tuple[str, str, Mapping[str, Any]]]) -> list[ExamIncident]:
    """Of the (kind, utc, payload) of an exam's events, in order; all others are left out."""
    return [
        ExamIncident(IncidentKind(kind), utc, int(payload.get("asleep_ms", 0)))
        for kind, utc, payload in events
        if kind in _KINDS
    ]


def total_words(ms: int) -> str:
    """About how long: 约 40 秒, 约 4 分钟, 约 1 小时 20 分钟."""
    if ms < 60_000:
        return f"约 {max(round(ms / 1000), 1)} 秒"
    hours, minutes = divmod(round(ms / 60_000), 60)
    if not hours:
        return f"约 {minutes} 分钟"
    return f"约 {hours} 小时 {minutes} 分钟" if minutes else f"约 {hours} 小时"
