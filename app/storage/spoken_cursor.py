"""A cursor whose errors are sentences."""

import sqlite3
from typing import Any, NoReturn, Self


class SpokenCursor(sqlite3.Cursor):
    """Rows are fetched by SQLite one by one, so that a damaged page may show only then."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        try:
            return super().execute(sql, parameters)
        except sqlite3.Error as error:
            self._raise(error)

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.Error as error:
            self._raise(error)

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.Error as error:
            self._raise(error)

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.Error as error:
            self._raise(error)

    def _raise(self, error: sqlite3.Error) -> NoReturn:
        # The traceback keeps this cursor, and an open cursor keeps a closed connection's file open and locked.
        self.close()
        speak = getattr(self.connection, "speak", None)
        if speak is None:
            raise error
        raise speak(error) from error
