"""Completed items of the learning record."""

import sqlite3

from app.domain.activity import Activity, ActivityKind

COLUMNS = "seq, utc, day, kind, object, title, minutes, detail"


class ActivityStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, activity: Activity) -> None:
        self._connection.execute(
            f"INSERT INTO activity ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                activity.seq,
                activity.utc,
                activity.day,
                activity.kind.value,
                activity.object_id,
                activity.title,
                activity.minutes,
                activity.detail,
            ),
        )

    def change(self, seq: int, minutes: int, detail: str) -> None:
        """Of an entry that grows."""
        self._connection.execute("UPDATE activity SET minutes = ?, detail = ? WHERE seq = ?", (minutes, detail, seq))

    def since(self, day: str = "", limit: int = 1000) -> list[Activity]:
        """Newest first."""
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM activity WHERE day >= ? ORDER BY seq DESC LIMIT ?", (day, limit)
        )
        return [Activity(row[0], row[1], row[2], ActivityKind(row[3]), *row[4:]) for row in rows]
