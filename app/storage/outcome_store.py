"""成果归集 as it stands: references to files, rules, practices, and the looks back at rules."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from app.domain.codec import to_plain
from app.domain.ledger.outcome import FileReference, GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack
from app.storage.stored import stored

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

Entry = FileReference | IssuedRule | GoodPractice | RuleLookBack
T = TypeVar("T", FileReference, IssuedRule, GoodPractice, RuleLookBack)

KINDS: dict[type, str] = {
    FileReference: "reference",
    IssuedRule: "rule",
    GoodPractice: "practice",
    RuleLookBack: "look_back",
}


class OutcomeStore:
    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def get(self, cls: type[T], entry_id: str) -> T | None:
        ask = "SELECT body FROM outcome WHERE id = ? AND kind = ?"
        row = self._connection.execute(ask, (entry_id, KINDS[cls])).fetchone()
        return stored(cls, row[0]) if row else None

    def all(self, cls: type[T], campaign_id: str) -> list[T]:
        """In the order in which they were written; void ones too."""
        rows = self._connection.execute(
            "SELECT body FROM outcome WHERE campaign = ? AND kind = ? ORDER BY place, id", (campaign_id, KINDS[cls])
        )
        return [stored(cls, row[0]) for row in rows.fetchall()]

    def everywhere(self, cls: type[T]) -> list[T]:
        """Of all campaigns, in the order in which they were written; void ones too."""
        ask = "SELECT body FROM outcome WHERE kind = ? ORDER BY place, id"
        return [stored(cls, row[0]) for row in self._connection.execute(ask, (KINDS[cls],)).fetchall()]

    def put(self, entry: Entry) -> None:
        """In an open transaction. One that is there keeps its place."""
        self._connection.write(
            "INSERT INTO outcome VALUES (?, ?, ?, (SELECT COALESCE(MAX(place), -1) + 1 FROM outcome), ?)"
            " ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            (entry.id, entry.campaign, KINDS[type(entry)], json.dumps(to_plain(entry), ensure_ascii=False)),
        )

    def drop(self, entry_id: str) -> None:
        """In an open transaction."""
        self._connection.write("DELETE FROM outcome WHERE id = ?", (entry_id,))
