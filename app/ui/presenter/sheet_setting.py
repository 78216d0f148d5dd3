"""What a kind of block is given to be laid out with, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Unpack

from app.ui.presenter.sheet_marks import Mark
from app.ui.presenter.sheet_style import LEAST, LONGEST
from app.ui.presenter.sheet_text import Look, SetText, set_text


@dataclass(frozen=True, slots=True)
class Setting:
    """``width`` of the content in page units; ``scale`` by which all type of the content is enlarged; ``tight`` where
    a page is full: what is not text takes less."""

    width: float
    scale: float
    find: Callable[[str], Path | None]
    tight: bool = False

    def size(self, wanted: float) -> int:
        """A type size at this scale, never below the least."""
        return max(LEAST, round(wanted * self.scale))

    def space(self, wanted: float) -> float:
        """A distance at this scale."""
        return wanted * self.scale

    def text(self, words: str, size: float, width: float, **look: Unpack[Look]) -> SetText:
        """Text at a size of this scale, on lines of at most thirty characters."""
        real = self.size(size)
        limit = min(width, real * (LONGEST + 0.2))
        return set_text(words, real, limit, **look)


class Piece(Protocol):
    """One or more blocks laid out; ``least`` is the height they take, ``most`` what they can make use of."""

    @property
    def least(self) -> float: ...

    @property
    def most(self) -> float: ...

    def place(self, x: float, y: float, height: float) -> list[Mark]:
        """All marks, in page units, for the top left corner (x, y) and a height between ``least`` and ``most``."""
        ...
