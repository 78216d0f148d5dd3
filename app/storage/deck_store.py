"""The saved decks as they stand, and the files that were copied for them. The history of them is the unit's log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.domain.codec import to_plain
from app.domain.deck_file import DeckFile, FileKind
from app.domain.deck_plan import DeckPlan
from app.domain.saved_deck import SavedDeck
from app.storage.stored import stored

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

COLUMNS = "id, owner, owner_name, title, source, body, saved_at, retired_at, reason"
PUT = f"INSERT OR REPLACE INTO deck ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


class DeckStore:
    """What writes is called inside a transaction of the unit's journal."""

    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def all(self, owner: str = "") -> list[SavedDeck]:
        """Of one leader or of all, saved last first."""
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM deck WHERE ?1 = '' OR owner = ?1 ORDER BY saved_at DESC, id DESC", (owner,)
        )
        return [_deck(row) for row in rows.fetchall()]

    def get(self, deck_id: str) -> SavedDeck | None:
        row = self._connection.execute(f"SELECT {COLUMNS} FROM deck WHERE id = ?", (deck_id,)).fetchone()
        return _deck(row) if row else None

    def put(self, deck: SavedDeck) -> None:
        body = json.dumps(to_plain(deck.plan), ensure_ascii=False)
        head = (deck.id, deck.owner, deck.owner_name, deck.title, deck.case)
        self._connection.write(PUT, (*head, body, deck.saved_at, deck.retired_at, deck.reason))

    def add_file(self, deck_id: str, file: DeckFile, added_at: str) -> None:
        values = (deck_id, file.name, file.title, file.kind.value, file.size, added_at)
        self._connection.write("INSERT OR REPLACE INTO deck_file VALUES (?, ?, ?, ?, ?, ?)", values)

    def files(self, deck_id: str) -> list[DeckFile]:
        """Added first first."""
        rows = self._connection.execute(
            "SELECT name, title, kind, size FROM deck_file WHERE deck_id = ? ORDER BY added_at, name", (deck_id,)
        )
        return [DeckFile(row[0], row[1], FileKind(row[2]), row[3]) for row in rows]

    def folders_of(self, name: str) -> list[str]:
        """In which decks' (or meetings') folders a file lies."""
        rows = self._connection.execute("SELECT deck_id FROM deck_file WHERE name = ? ORDER BY deck_id", (name,))
        return [row[0] for row in rows]


def _deck(row: tuple[Any, ...]) -> SavedDeck:
    name, owner, owner_name, title, source, body, saved_at, retired_at, reason = row
    plan = stored(DeckPlan, body)
    return SavedDeck(name, owner, owner_name, title, source, plan, saved_at, retired_at, reason)
