"""Entries that are kept as a whole and listed in the order in which they were made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Generic, TypeVar

from app.domain.codec import to_plain
from app.storage.stored import stored

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

T = TypeVar("T")


class PlacedBodies(Generic[T]):
    """A table of (id, ``group`` columns…, place, body). Nothing is deleted from it but what was a
    mistake."""

    def __init__(self, connection: SpokenConnection, table: str, group: tuple[str, ...], cls: type[T]) -> None:
        self._connection, self._table, self._group, self._cls = connection, table, group, cls

    def get(self, entry_id: str) -> T | None:
        row = self._connection.execute(f"SELECT body FROM {self._table} WHERE id = ?", (entry_id,)).fetchone()
        return stored(self._cls, row[0]) if row else None

    def all(self, *group: str) -> list[T]:
        """Of that group: as many of its columns as are given."""
        where = " AND ".join(f"{column} = ?" for column, _ in zip(self._group, group, strict=False)) or "1"
        rows = self._connection.execute(f"SELECT body FROM {self._table} WHERE {where} ORDER BY place, id", group)
        return [stored(self._cls, row[0]) for row in rows.fetchall()]

    def put(self, entry_id: str, group: tuple[str, ...], entry: T) -> None:
        """In an open transaction. One that is there keeps its place."""
        columns, marks = ", ".join(self._group), "?, " * len(self._group)
        changed = ", ".join(f"{column} = excluded.{column}" for column in (*self._group, "body"))
        self._connection.write(
            f"INSERT INTO {self._table} (id, {columns}, place, body)"
            f" VALUES (?, {marks}(SELECT COALESCE(MAX(place), -1) + 1 FROM {self._table}), ?)"
            f" ON CONFLICT (id) DO UPDATE SET {changed}",
            (entry_id, *group, json.dumps(to_plain(entry), ensure_ascii=False)),
        )

    def drop(self, entry_id: str) -> None:
        """In an open transaction."""
        self._connection.write(f"DELETE FROM {self._table} WHERE id = ?", (entry_id,))
