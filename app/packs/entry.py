"""What one file gave, with where it was written: the readers make entries, the checks go through them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.domain.case import Case
from app.domain.paper import Paper
from app.domain.question import Question
from app.domain.regulation import Regulation
from app.domain.renumbering import Renumbering
from app.packs.marks import Mark

T = TypeVar("T")


@dataclass(frozen=True)
class Entry(Generic[T]):
    """``lines`` gives the line of each key of the head; ``marks`` everything in the text that points elsewhere."""

    item: T
    file: str
    lines: Mapping[str, int] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()

    def at(self, key: str) -> int:
        return self.lines.get(key, 1)


@dataclass
class Folder:
    """All entries of a content folder.

    ``names`` are the files that are there, readable or not; ``quiz_cases`` gives, for each question file that could be
    read, the case that it names (or "") and the line where it does.
    """

    cases: list[Entry[Case]] = field(default_factory=list)
    regulations: list[Entry[Regulation]] = field(default_factory=list)
    questions: list[Entry[Question]] = field(default_factory=list)
    papers: list[Entry[Paper]] = field(default_factory=list)
    renumberings: list[Entry[Renumbering]] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    quiz_cases: dict[str, tuple[str, int]] = field(default_factory=dict)
