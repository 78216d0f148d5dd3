"""The append-only event log of one database and its hash chain; every projection is written in the same transaction.

``hash = SHA-256(previous hash ‖ header ‖ SHA-256(salt ‖ payload))``: a payload can be erased and the chain still
verifies, because the inner hash is kept. An event is named by (chain id, seq).
"""

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from app.domain.clock import Clock
from app.storage.database import Database
from app.storage.recording import Recording
from app.storage.spoken_connection import SpokenConnection

GENESIS = bytes(32)
INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Journal:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._head: tuple[int, bytes] | None = None
        self._recording = False
        self.chain = self._chain_id()

    def record(self, kind: str, object_id: str, payload: dict[str, Any], object_hash: str = "") -> Recording:
        """Append one event; the block writes its projections. At its end both are on disk.

        Inside the block of another event this one belongs to the same transaction: both are kept, or neither.
        Gives the event's seq and the connection. Raises UserError where nothing was saved.
        """
        transaction = None if self._recording else self._database.transaction()
        return Recording(self, transaction, (kind, object_id, payload, object_hash))

    def append(
        self, kind: str, object_id: str, payload: dict[str, Any], object_hash: str
    ) -> tuple[int, SpokenConnection]:
        """For a `Recording`, in its transaction."""
        self._recording = True
        before, previous = self.head()
        seq, clock, connection = before + 1, self._clock, self._database.connection
        now = clock.now()
        text, salt = _encode(payload), os.urandom(16)
        payload_hash = _payload_hash(salt, text)
        header = (
            now.isoformat(timespec="milliseconds"),
            time.localtime(now.timestamp()).tm_gmtoff,
            clock.boot_id(),
            clock.boot_ms(),
            kind,
            object_id,
            object_hash,
        )
        chained = _chain(previous, self.chain, seq, header, payload_hash)
        connection.write(INSERT, (seq, *header, text, salt, payload_hash, chained))
        self._head = (seq, chained)
        return seq, connection

    def ended(self, kept: bool) -> None:
        """For a `Recording`, when its transaction is over."""
        self._recording = False
        if not kept:
            self._head = None  # read again: after an error the disk decides

    def note(self, write: Callable[[], object]) -> None:
        """Save something that is no fact worth an event (where one is on a page, an exam clock's heartbeat)."""
        with self._database.transaction():
            write()

    def head(self) -> tuple[int, bytes]:
        """The last event's seq and hash. Kept elsewhere it is an anchor: with it, a log cut short shows too."""
        if self._head is None:
            row = self._database.connection.execute("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
            self._head = (row[0], row[1]) if row else (0, GENESIS)
        return self._head

    def broken(self) -> list[int]:
        """The seqs whose hash does not follow from what is stored: empty for an untouched log.

        A log cut off at its end, or written anew from some event on, still follows: see `head`.
        """
        wrong, previous, expected = [], GENESIS, 1
        rows = self._database.connection.execute(
            "SELECT seq, utc, offset, boot_id, boot_ms, kind, object, object_hash, payload, salt, payload_hash, hash"
            " FROM event ORDER BY seq"
        )
        for seq, *header, payload, salt, payload_hash, stored in rows:
            inner_ok = payload is None or _payload_hash(salt, payload) == payload_hash
            if seq != expected or not inner_ok or _chain(previous, self.chain, seq, header, payload_hash) != stored:
                wrong.append(seq)
            previous, expected = stored, seq + 1
        return wrong

    def events(self, kind: str = "", object_id: str = "") -> Iterator[tuple[int, str, str, str, dict[str, Any]]]:
        """(seq, utc, kind, object, payload) in order; an erased payload is empty."""
        rows = self._database.connection.execute(
            "SELECT seq, utc, kind, object, payload FROM event"
            " WHERE (?1 = '' OR kind = ?1) AND (?2 = '' OR object = ?2) ORDER BY seq",
            (kind, object_id),
        )
        for seq, utc, found_kind, found_object, payload in rows:
            yield seq, utc, found_kind, found_object, json.loads(payload) if payload else {}

    def _chain_id(self) -> str:
        row = self._database.connection.execute("SELECT value FROM meta WHERE key = 'chain'").fetchone()
        if row:
            return str(row[0])
        import uuid

        chain = uuid.uuid4().hex
        with self._database.transaction() as connection:
            connection.execute("INSERT INTO meta VALUES ('chain', ?)", (chain,))
            connection.execute("INSERT INTO meta VALUES ('parent', '')")
        return chain


def _payload_hash(salt: bytes | None, payload: str) -> bytes:
    import hashlib  # OpenSSL: not before something is written

    return hashlib.sha256((salt or b"") + payload.encode()).digest()


def _chain(previous: bytes, chain: str, seq: int, header: Sequence[Any], payload_hash: bytes) -> bytes:
    line = _encode([chain, seq, *header]).encode()
    import hashlib

    return hashlib.sha256(previous + line + payload_hash).digest()
