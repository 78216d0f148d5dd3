"""Small things a person chose, by key."""

import sqlite3

RESULTS_SAVED = "exam.results_saved"
"""The seats whose result file was saved at least once, as a JSON list."""


class SettingStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: str = "") -> str:
        row = self._connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def put(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))
