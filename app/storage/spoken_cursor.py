"""A cursor whose errors are sentences."""

import sqlite3
from typing import Any, NoReturn, Self


def _as_sqlite(error: sqlite3.Error | UnicodeDecodeError) -> sqlite3.Error:
    """Where SQLite names what is damaged with the damaged bytes themselves, sqlite3 cannot even read the message."""
    if isinstance(error, sqlite3.Error):
        return error
    damage = sqlite3.DatabaseError("damaged text")
    damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return damage


class SpokenCursor(sqlite3.Cursor):
    """Rows are fetched by SQLite one by one, so that a damaged page may show only then."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        try:
            return super().execute(sql, parameters)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._raise(error)

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._raise(error)

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._raise(error)

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._raise(error)

    def _raise(self, error: sqlite3.Error | UnicodeDecodeError) -> NoReturn:
        # The traceback keeps this cursor, and an open cursor keeps a closed connection's file open and locked.
        self.close()
        speak = getattr(self.connection, "speak", None)
        if speak is not None:
            raise speak(_as_sqlite(error)) from error
        if isinstance(error, UnicodeDecodeError):
            raise _as_sqlite(error) from error
        raise error
