"""All that the audience window is ever handed: what it is not handed, it cannot show by mistake."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.sheet import Sheet


class Curtain(StrEnum):
    NONE = "无"
    BLACK = "黑屏"
    WHITE = "白屏"


Point = tuple[float, float]
"""A place on the page: x and y from 0 to 1 of its width and height."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the pen."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class AudienceView:
    """``key`` changes with the sheet: drawn pictures are kept by it. ``number`` and ``total`` are the page n/m;
    ``pointer`` is the laser dot; ``countdown`` the whole seconds left of a discussion, below 0 once it is over, None
    without one; ``picked`` a name to show large and ``present`` how many came, both only where the leader chose to."""

    key: str
    sheet: Sheet
    number: int
    total: int
    curtain: Curtain = Curtain.NONE
    pointer: Point | None = None
    strokes: tuple[Stroke, ...] = ()
    countdown: int | None = None
    picked: str = ""
    present: str = ""
