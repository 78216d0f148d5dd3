"""The tables and logs of the ledger as they are stored, to be taken along whole and put in again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.domain.ledger.ledger_kinds import of_the_ledger
from app.domain.recorded_event import RecordedEvent

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

LEDGER_TABLES = (
    *("ledger_unit", "campaign", "issue", "issue_body", "evidence", "self_check", "post_risk", "outcome"),
    *("report", "report_version", "report_draft", "erased", "setting"),
)
"""Every table of 改, each after those that it refers to. Whoever adds one adds it here (a test asks)."""
SHARED, DRAFTS = "setting", "report_draft"
"""Of one key, what is there already stays."""
EVENT = "seq, utc, offset, boot_id, boot_ms, kind, object, object_hash, payload, salt, payload_hash, hash"
ALL_EVENTS = (
    f"SELECT after AS own, place AS other, chain, {EVENT} FROM foreign_event"
    f" UNION ALL SELECT seq, 0, ?, {EVENT} FROM event ORDER BY own, other"
)
PUT_EVENT = f"INSERT INTO foreign_event (place, after, chain, {EVENT}) VALUES ({', '.join('?' * 15)})"
Row = Mapping[str, Any]


class LedgerCopy:
    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def columns(self, table: str) -> dict[str, type]:
        """What each holds."""
        found = self._connection.execute(f"PRAGMA table_info({table})").fetchall()
        return {str(row[1]): int if row[2] == "INTEGER" else str for row in found}

    def keys(self, table: str) -> list[str]:
        """The columns of the primary key, in its order."""
        found = self._connection.execute(f"PRAGMA table_info({table})").fetchall()
        return [str(row[1]) for row in sorted(found, key=lambda row: int(row[5])) if row[5]]

    def count(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])

    def rows(self, table: str) -> Iterator[Row]:
        """By their keys."""
        names = list(self.columns(table))
        order = ", ".join(self.keys(table))
        for row in self._connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}"):
            yield dict(zip(names, row, strict=True))

    def known(self, table: str, rows: Iterable[Row]) -> Row | None:
        """The first of them whose key is taken here."""
        keys = self.keys(table)
        where = " AND ".join(f"{key} = ?" for key in keys)
        for row in rows:
            ask = f"SELECT 1 FROM {table} WHERE {where}"
            if self._connection.execute(ask, [row[key] for key in keys]).fetchone():
                return row
        return None

    def put(self, table: str, rows: Iterable[Row]) -> None:
        """In an open transaction. Raises sqlite3.Error where one does not fit."""
        names = list(self.columns(table))
        verb = "INSERT OR IGNORE" if table in (SHARED, DRAFTS) else "INSERT"
        marks = ", ".join("?" * len(names))
        put = f"{verb} INTO {table} ({', '.join(names)}) VALUES ({marks})"
        for row in rows:
            self._connection.write(put, [row[name] for name in names])

    def clear(self, since: str) -> None:
        """In an open transaction: room for the ledger that continues this one. What was being typed since that moment
        (ISO, UTC) stays, as it is nowhere else."""
        drafts = list(self._connection.execute(f"SELECT * FROM {DRAFTS} WHERE changed_at > ?", (since,)).fetchall())
        for table in reversed(LEDGER_TABLES):
            self._connection.write(f"DELETE FROM {table}")
        marks = ", ".join("?" * len(self.columns(DRAFTS)))
        for draft in drafts:
            self._connection.write(f"INSERT INTO {DRAFTS} VALUES ({marks})", draft)

    # The logs.

    def events(self, chain: str) -> Iterator[tuple[str, RecordedEvent]]:
        """(chain, event) in the order in which they happened; ``chain`` is our own. What does not belong to the ledger
        is there without what it says."""
        for _, _, name, *values in self._connection.execute(ALL_EVENTS, (chain,)):
            event = RecordedEvent(*values)
            yield name, event if of_the_ledger(event.kind) else event._replace(payload=None, salt=None)

    def erase(self, events: Iterable[tuple[str, int]], own_chain: str) -> None:
        """In an open transaction: what these say goes, (chain, seq) and hashes stay."""
        for chain, seq in events:
            if chain == own_chain:
                self._connection.write("UPDATE event SET payload = NULL, salt = NULL WHERE seq = ?", (seq,))
            else:
                ask = "UPDATE foreign_event SET payload = NULL, salt = NULL WHERE chain = ? AND seq = ?"
                self._connection.write(ask, (chain, seq))

    def put_events(self, events: Sequence[tuple[str, RecordedEvent]], after: int) -> None:
        """In an open transaction, behind those that are there; ``after`` is the last event of our own."""
        place = int(self._connection.execute("SELECT COALESCE(MAX(place), 0) FROM foreign_event").fetchone()[0])
        for number, (chain, event) in enumerate(events, place + 1):
            self._connection.write(PUT_EVENT, (number, after, chain, *event))
