"""What is to become of some cells of the table of points."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Cell = tuple[int, int]
"""(row, section)."""
Typed = tuple[str, str]
"""What was typed, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class MarksChange:
    """``points`` go to disk; ``typed`` are cells that cannot be points (None: no longer). ``told`` says what it did."""

    points: Mapping[Cell, float | None] = field(default_factory=dict)
    typed: Mapping[Cell, Typed | None] = field(default_factory=dict)
    told: str = ""

    @property
    def cells(self) -> set[Cell]:
        return {*self.points, *self.typed}


@dataclass(frozen=True, slots=True)
class MarksDoubt:
    """What is asked before a change; ``yes`` is the word for doing it."""

    title: str
    words: str
    yes: str
