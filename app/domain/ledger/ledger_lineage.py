"""How a ledger in a file stands to the one that is here: unknown, the same, its continuation, or grown apart."""

from collections.abc import Mapping, Sequence
from enum import Enum

from app.domain.ledger.ledger_kinds import of_an_entry
from app.domain.recorded_event import RecordedEvent

Placed = tuple[str, RecordedEvent]
"""Chain and event."""


class Lineage(Enum):
    UNKNOWN = "unknown"
    SAME = "same"
    CONTINUES = "continues"
    OLDER = "older"
    """All that it holds is here, and more."""
    APART = "apart"


def lineage(theirs: Sequence[Placed], ours: Mapping[tuple[str, int], RecordedEvent], own_chain: str) -> Lineage:
    """``theirs`` in the order of the file; ``ours`` is everything in our logs by (chain, seq)."""
    there = {(chain, event.seq): event for chain, event in theirs}
    known = there.keys() & ours.keys()
    if not known:
        return Lineage.APART if any(chain == own_chain for chain, _ in theirs) else Lineage.UNKNOWN
    if any(ours[key].hash != there[key].hash for key in known):
        return Lineage.APART
    told = [(chain, event.seq) for chain, event in theirs if of_an_entry(event.kind)]
    is_new = [key not in known for key in told]
    only_here = any(key not in there for key, event in ours.items() if of_an_entry(event.kind))
    if not any(is_new):
        return Lineage.OLDER if only_here else Lineage.SAME
    in_order = all(is_new[is_new.index(True) :])
    forked = any(chain == own_chain for chain, _ in there.keys() - known)
    return Lineage.APART if only_here or forked or not in_order else Lineage.CONTINUES
