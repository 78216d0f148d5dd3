"""A cursor whose errors are sentences."""

import sqlite3
from typing import Any, Self


class SpokenCursor(sqlite3.Cursor):
    """Rows are fetched by SQLite one by one, so that a damaged page may show only then."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        try:
            return super().execute(sql, parameters)
        except sqlite3.Error as error:
            raise self._said(error) from error

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.Error as error:
            raise self._said(error) from error

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.Error as error:
            raise self._said(error) from error

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.Error as error:
            raise self._said(error) from error

    def _said(self, error: sqlite3.Error) -> Exception:
        speak = getattr(self.connection, "speak", None)
        said: Exception = speak(error) if speak else error
        return said
