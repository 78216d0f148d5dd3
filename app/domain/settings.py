"""How the product looks on this PC."""

from dataclasses import dataclass

THEMES = {"system": "跟随系统", "light": "浅色", "dark": "深色"}
SCALES = (0.0, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
READING_SIZES = tuple(range(16, 33, 2))
FACES = {"hei": "黑体", "song": "宋体", "fang": "仿宋"}
SPACINGS = {"tight": "紧", "normal": "标准", "loose": "松"}


@dataclass(frozen=True, slots=True)
class Appearance:
    """``scale`` 0 follows the width of the screen; ``reading_size`` in px at scale 1."""

    theme: str = "system"
    scale: float = 0.0
    reading_size: int = 18
    face: str = "hei"
    spacing: str = "normal"
    clauses_beside: bool = True
    key_hints: bool = False

    def sane(self) -> "Appearance":
        """The nearest valid values: a hand-edited or half-written file must not stop the start.

        Raises TypeError, ValueError or OverflowError where a value is of another kind altogether.
        """
        return Appearance(
            self.theme if self.theme in THEMES else "system",
            self.scale if self.scale in SCALES else 0.0,
            min(max(int(self.reading_size), READING_SIZES[0]), READING_SIZES[-1]),
            self.face if self.face in FACES else "hei",
            self.spacing if self.spacing in SPACINGS else "normal",
            self.clauses_beside is True,
            self.key_hints is True,
        )


def next_scale(scale: float, step: int) -> float:
    """``step`` sizes up or down from the one nearest to ``scale``, as far as there are any."""
    sizes = SCALES[1:]
    nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - scale))
    return sizes[min(max(nearest + step, 0), len(sizes) - 1)]
