"""One marking of a 简答 by a person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marking:
    """``seq`` of its event; ``utc`` ISO; ``ticks``: which key points were found written."""

    seq: int
    utc: str
    marker: str
    ticks: tuple[bool, ...]
    points: int
