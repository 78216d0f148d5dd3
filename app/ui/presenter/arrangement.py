"""Which screen shows what, worked out from the screens there are. Knows no Qt."""

from dataclasses import dataclass
from enum import StrEnum


class Arranged(StrEnum):
    """How the windows stand; the words are shown in the console's top bar."""

    TWO = "投影已连接"
    ONE = "一块屏幕"
    REHEARSAL = "试讲"
    LOST = "投影已断开"


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """``name`` is the system's, ``box`` is x, y, width and height in logical pixels, ``ratio`` device pixels to one."""

    name: str
    box: tuple[int, int, int, int]
    ratio: float = 1.0

    @property
    def resolution(self) -> str:
        """In device pixels, as the projector's menu calls it."""
        return f"{round(self.box[2] * self.ratio)}×{round(self.box[3] * self.ratio)}"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``console`` or ``audience`` is None where that window is parked out of sight."""

    arranged: Arranged
    console: ScreenFacts | None
    audience: ScreenFacts | None


def distinct(screens: tuple[ScreenFacts, ...]) -> tuple[ScreenFacts, ...]:
    """Without those that show the same place as one before them: mirrored screens are one."""
    kept: list[ScreenFacts] = []
    for screen in screens:
        if all(screen.box[:2] != other.box[:2] for other in kept):
            kept.append(screen)
    return tuple(kept)


def mirrored(screens: tuple[ScreenFacts, ...]) -> bool:
    """Whether some screen repeats another."""
    return len(distinct(screens)) < len(screens)
