"""Stubs of wiped entries."""

from typing import TYPE_CHECKING, Any

from app.domain.ledger.stub import Stub, StubKind

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

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

    def within(self, issue_id: str) -> list[Stub]:
        """Of entries of an issue that stays, in the order of time."""
        ask = f"SELECT {COLUMNS} FROM erased WHERE id GLOB ? AND kind GLOB 'issue.*' ORDER BY at, id"
        return [_stub(row) for row in self._connection.execute(ask, (f"{issue_id}/*",)).fetchall()]


def _stub(row: tuple[Any, ...]) -> Stub:
    name, campaign, kind, number, at, by, reason = row
    return Stub(name, campaign, StubKind(kind), number, at, by, reason)
