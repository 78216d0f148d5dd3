"""What somebody has decided of one result of a 单位统考: that it is the one to count, or that it does not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    COUNTS = "counts"
    VOID = "void"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class ResultDecision:
    """``result`` is `SatResult.key`; ``by`` decided so, for the reason ``why``."""

    person: str
    result: str
    what: Decision
    by: str
    why: str


Decisions = Mapping[str, ResultDecision]
"""What stands, by the key of the result."""


def standing_decisions(made: Iterable[ResultDecision]) -> dict[str, ResultDecision]:
    """``made``: oldest first. Of one result the last decision stands, and of one person one result counts."""
    found: dict[str, ResultDecision] = {}
    for one in made:
        found.pop(one.result, None)
        if one.what is Decision.COUNTS:
            before = [key for key, old in found.items() if old.what is Decision.COUNTS and old.person == one.person]
            for key in before:
                del found[key]
        if one.what is not Decision.UNDONE:
            found[one.result] = one
    return found
