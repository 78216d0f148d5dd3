"""How one event of a log hangs on the one before it: the formulas that write the chain and that check it.

``hash = SHA-256(previous hash ‖ header ‖ SHA-256(salt ‖ payload))``; see docs/storage.md, "event".
"""

import json
from collections.abc import Sequence
from typing import Any

GENESIS = bytes(32)
"""The hash before the first event."""
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def payload_hash(salt: bytes | None, payload: str) -> bytes:
    """32 bytes."""
    import hashlib  # OpenSSL: not before something is written

    return hashlib.sha256((salt or b"") + payload.encode()).digest()


def chained(previous: bytes, chain: str, seq: int, header: Sequence[Any], inner: bytes) -> bytes:
    """The hash of an event: ``header`` is (utc, offset, boot id, boot ms, kind, object, object hash), ``inner`` its
    payload hash."""
    import hashlib

    line = encode([chain, seq, *header]).encode()
    return hashlib.sha256(previous + line + inner).digest()
