"""Whether the events of a log hang together."""

from collections.abc import Iterable, Iterator

from app.domain.event_chain import GENESIS
from app.domain.recorded_event import RecordedEvent


def chain_faults(chain: str, events: Iterable[RecordedEvent]) -> Iterator[int]:
    """The seqs that do not follow from what is there, beginning with the first event of the chain."""
    previous, expected = GENESIS, 1
    for event in events:
        sound = event.seq == expected and event.inner() == event.payload_hash
        if not sound or event.follows(previous, chain) != event.hash:
            yield event.seq
        previous, expected = event.hash, event.seq + 1
