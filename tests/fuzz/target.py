"""A reader of foreign bytes, as the harness drives it."""

from pathlib import Path
from random import Random
from typing import Protocol


class Target(Protocol):
    """Made once with an empty folder of its own, then tried again and again."""

    name: str
    reads: str
    """For people: what it reads."""

    def __init__(self, folder: Path) -> None: ...

    def case(self, chance: Random) -> list[str]:
        """One file, made and read: the sentences of its refusal; none where it was taken.

        UserError is a refusal too. Raises AssertionError where it was taken and should not have been, or what was taken
        does not hold; anything else is a crash.
        """
        ...

    def close(self) -> None: ...
