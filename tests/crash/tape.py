"""What a database asked of the disk, in order, with what the person was told in between."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

WRITE, TRUNCATE, SYNC, DELETE, CREATE = "write", "truncate", "sync", "delete", "create"


class Step(NamedTuple):
    """``place``: offset of a write, size after a truncation, 1 where a sync or a deletion reaches the folder too."""

    what: str
    file: str
    place: int = 0
    data: bytes = b""


class Told(NamedTuple):
    """A fact that the bus told once it was on disk: from here on it must survive."""

    fact: list[Any]


@dataclass
class Tape:
    """``before`` is what the files held when they were first opened; ``ready`` the steps taken when the program was."""

    before: dict[str, bytes] = field(default_factory=dict)
    steps: list[Step | Told] = field(default_factory=list)
    ready: int = 0

    def count(self, what: str, file: str) -> int:
        return sum(isinstance(step, Step) and step[:2] == (what, file) for step in self.steps[self.ready :])
