"""Events that lost their content because one entry in them was wiped, with what they said of everything else."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.storage.mention_store import mark_of

CLEARED = "issue.cleared"
"""Of an issue: ``was`` is what the events say that lost their content with the entry, by their marks; ``change`` what
became of the issue by that."""
Event = tuple[int, str, str, str, dict[str, Any]]
"""As `Journal.events` gives it."""


def with_remains(events: Iterable[Event]) -> list[Event]:
    """In the same order; what a wiping has left of an event stands in it again."""
    told = list(events)
    was = remains_in(payload for *_, payload in told)
    return [(seq, utc, kind, name, said or was.get(mark_of(seq, utc), {})) for seq, utc, kind, name, said in told]


def remains_in(payloads: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """By mark: what the payloads keep of emptied events."""
    return {mark: old for said in payloads for mark, old in said.get("was", {}).items()}
