"""One event of a log as it is stored."""

from typing import Any, NamedTuple

from app.domain.event_chain import chained, payload_hash


class RecordedEvent(NamedTuple):
    """``payload`` is stored JSON text; it and ``salt`` (16 bytes) are None once erased. Hashes have 32 bytes."""

    seq: int
    utc: str
    offset: int
    boot_id: str
    boot_ms: int
    kind: str
    object: str
    object_hash: str
    payload: str | None
    salt: bytes | None
    payload_hash: bytes
    hash: bytes

    def inner(self) -> bytes:
        """The payload's hash, from the payload where it is still there."""
        return self.payload_hash if self.payload is None else payload_hash(self.salt, self.payload)

    def follows(self, previous: bytes, chain: str) -> bytes:
        """The hash that follows from ``previous`` and from what the event says."""
        header: tuple[Any, ...] = self[1:8]
        return chained(previous, chain, self.seq, header, self.inner())
