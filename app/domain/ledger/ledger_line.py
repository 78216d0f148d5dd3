"""An event of a log as a line of the file that holds the whole ledger."""

from typing import Any

from app.domain.recorded_event import RecordedEvent

_KINDS = (int, str, int, str, int, str, str, str)


def event_line(chain: int, event: RecordedEvent) -> list[Any]:
    """``chain`` is the place of its log in the manifest; bytes as hex."""
    salt = None if event.salt is None else event.salt.hex()
    return [chain, *event[:8], event.payload, salt, event.payload_hash.hex(), event.hash.hex()]


def read_event(line: Any) -> tuple[int, RecordedEvent]:
    """Raises ValueError or TypeError where it is none."""
    chain, *header = line[:9]
    payload, salt, inner, digest = line[9:]
    if [type(one) for one in (chain, *header)] != [int, *_KINDS] or not isinstance(payload, str | None):
        raise TypeError("an event")
    if (payload is None) != (salt is None):
        raise ValueError("salt")
    hashes = bytes.fromhex(inner), bytes.fromhex(digest)
    if [len(one) for one in hashes] != [32, 32]:
        raise ValueError("hash")
    rest = payload, None if salt is None else bytes.fromhex(salt), *hashes
    return chain, RecordedEvent._make((*header, *rest))
