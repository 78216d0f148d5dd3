"""The append-only event log of one database and its hash chain; every projection is written in the same transaction.

``hash = SHA-256(previous hash ‖ header ‖ SHA-256(salt ‖ payload))``: a payload can be erased and the chain still
verifies, because the inner hash is kept. An event is named by (chain id, seq).
"""

import os
import time
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from app.domain.clock import Clock
from app.domain.event_chain import GENESIS, chained, encode, payload_hash
from app.storage.database import Database
from app.storage.recording import Recording
from app.storage.spoken_connection import SpokenConnection
from app.storage.stored import stored_json

if TYPE_CHECKING:
    from app.domain.recorded_event import RecordedEvent

INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
ERASE = "SET payload = NULL, salt = NULL"
COLUMNS = "seq, utc, offset, boot_id, boot_ms, kind, object, object_hash, payload, salt, payload_hash, hash"


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
        text, salt = encode(payload), os.urandom(16)
        inner = payload_hash(salt, text)
        header = (
            now.isoformat(timespec="milliseconds"),
            time.localtime(now.timestamp()).tm_gmtoff,
            clock.boot_id(),
            clock.boot_ms(),
            kind,
            object_id,
            object_hash,
        )
        digest = chained(previous, self.chain, seq, header, inner)
        connection.write(INSERT, (seq, *header, text, salt, inner, digest))
        self._head = (seq, digest)
        return seq, connection

    def erase(self, objects: Collection[str], events: Collection[tuple[str, int]] = ()) -> None:
        """Take the content out of every event of these objects, also in a log that was read in, and of these (chain,
        seq); "" is our own chain. What says of an erasing who did it and why stays, and so do all hashes. Only inside
        the block of a recording: the event that tells of it."""
        if not self._recording:
            raise RuntimeError("an erasing is told by an event")
        write = self._database.connection.write
        for object_id in objects:
            for table in ("event", "foreign_event") if self._has_foreign else ("event",):
                write(f"UPDATE {table} {ERASE} WHERE object = ? AND kind NOT GLOB '*.erased'", (object_id,))
        for chain, seq in events:
            if chain:
                write(f"UPDATE foreign_event {ERASE} WHERE chain = ? AND seq = ?", (chain, seq))
            else:
                write(f"UPDATE event {ERASE} WHERE seq = ?", (seq,))

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
        rows = self._database.connection.execute(f"SELECT {COLUMNS} FROM event ORDER BY seq")
        for seq, *header, payload, salt, inner, stored in rows:
            inner_ok = payload is None or payload_hash(salt, payload) == inner
            if seq != expected or not inner_ok or chained(previous, self.chain, seq, header, inner) != stored:
                wrong.append(seq)
            previous, expected = stored, seq + 1
        return wrong

    def events(self, kind: str = "", object_id: str = "") -> Iterator[tuple[int, str, str, str, dict[str, Any]]]:
        """(seq, utc, kind, object, payload) in order; an erased payload is empty. What happened in a log that was read
        in stands where that was done, with the seqs of that log."""
        wanted = [(column, value) for column, value in (("object", object_id), ("kind", kind)) if value]
        where = " AND ".join(f"{column} = ?" for column, _ in wanted) or "1"
        values = [value for _, value in wanted]
        ask = f"SELECT seq, utc, kind, object, payload, seq AS own, 0 AS other FROM event WHERE {where}"
        if self._has_foreign:
            read_in = f"SELECT seq, utc, kind, object, payload, after, place FROM foreign_event WHERE {where}"
            ask, values = f"{ask} UNION ALL {read_in}", values * 2
        rows = self._database.connection.execute(f"{ask} ORDER BY own, other", values)
        for seq, utc, found_kind, found_object, payload, _, _ in rows:
            yield seq, utc, found_kind, found_object, stored_json(payload) if payload else {}

    def stretch(self, object_id: str) -> "tuple[bytes, list[RecordedEvent]]":
        """As stored: every event from the object's first to its last, and the hash before them; nothing where the
        object is unknown."""
        from app.domain.recorded_event import RecordedEvent  # not needed to record

        ask = self._database.connection.execute
        first, last = ask("SELECT MIN(seq), MAX(seq) FROM event WHERE object = ?", (object_id,)).fetchone()
        if first is None:
            return GENESIS, []
        before = ask("SELECT hash FROM event WHERE seq < ? ORDER BY seq DESC LIMIT 1", (first,)).fetchone()
        rows = ask(f"SELECT {COLUMNS} FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq", (first, last))
        return before[0] if before else GENESIS, [RecordedEvent(*row) for row in rows]

    @cached_property
    def _has_foreign(self) -> bool:
        """Only the unit's database takes in what was written elsewhere."""
        ask = "SELECT 1 FROM sqlite_master WHERE name = 'foreign_event'"
        return self._database.connection.execute(ask).fetchone() is not None

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
