"""Stubs of wiped entries, and what of a wiping has still to be done to files."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.domain.ledger.stub import Stub, StubKind

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

NOTE = "erasing"
COLUMNS = "id, campaign, kind, number, at, by, reason"


class StubStore:
    def __init__(self, connection: "SpokenConnection") -> None:
        self._connection = connection

    def put(self, stub: Stub) -> None:
        """In an open transaction. Of a month that is wiped twice the last one counts."""
        values = (stub.id, stub.campaign, stub.kind.value, stub.number, stub.at, stub.by, stub.reason)
        self._connection.write("INSERT OR REPLACE INTO erased VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def get(self, entry_id: str) -> Stub | None:
        row = self._connection.execute(f"SELECT {COLUMNS} FROM erased WHERE id = ?", (entry_id,)).fetchone()
        return _stub(row) if row else None

    def all(self, campaign_id: str, kind: StubKind) -> list[Stub]:
        """By number."""
        ask = f"SELECT {COLUMNS} FROM erased WHERE campaign = ? AND kind = ? ORDER BY number, at"
        return [_stub(row) for row in self._connection.execute(ask, (campaign_id, kind.value)).fetchall()]

    def to_do(self) -> list[str] | None:
        """Files, relative to the ledger's folder, that have to go; [] where only the database has to be squeezed; None
        where nothing is to be done."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (NOTE,)).fetchone()
        return list(json.loads(row[0])) if row else None

    def note(self, files: Sequence[str] | None) -> None:
        """In an open transaction."""
        if files is None:
            self._connection.write("DELETE FROM meta WHERE key = ?", (NOTE,))
            return
        text = json.dumps(list(files), ensure_ascii=False)
        self._connection.write("INSERT OR REPLACE INTO meta VALUES (?, ?)", (NOTE, text))


def _stub(row: tuple[Any, ...]) -> Stub:
    name, campaign, kind, number, at, by, reason = row
    return Stub(name, campaign, StubKind(kind), number, at, by, reason)
