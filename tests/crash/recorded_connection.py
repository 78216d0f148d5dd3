"""A connection over the recording disk that answers as the program's own does, so that the program cannot tell."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from app.domain.errors import UserError
from tests.crash.recording_disk import RecordingDisk


class RecordedCursor:
    """Errors are those of stdlib sqlite3; ``speak`` makes sentences of them, as in `SpokenCursor`."""

    def __init__(self, connection: apsw.Connection, speak: Callable[[sqlite3.Error], UserError] | None) -> None:
        self._connection, self._speak = connection, speak
        self._cursor = connection.cursor()
        self.rowcount = -1

    def execute(self, sql: str, parameters: Any = ()) -> "RecordedCursor":
        self._ask(lambda: self._cursor.execute(sql, parameters))
        self.rowcount = self._connection.changes()
        return self

    def fetchone(self) -> Any:
        return self._ask(self._cursor.fetchone)

    def fetchall(self) -> list[Any]:
        return self._ask(self._cursor.fetchall)  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[Any]:
        while (row := self.fetchone()) is not None:
            yield row

    def _ask(self, question: Callable[[], Any]) -> Any:
        try:
            return question()
        except apsw.Error as error:
            said = sqlite3.OperationalError(str(error))
            said.sqlite_errorcode = getattr(error, "extendedresult", 0)
            if self._speak is None:
                raise said from error
            raise self._speak(said) from error


class RecordedConnection:
    """What the stores use of `SpokenConnection`, and nothing else."""

    speak: Callable[[sqlite3.Error], UserError] | None = None

    def __init__(self, path: Path, disk: RecordingDisk) -> None:
        self._connection = apsw.Connection(str(path), vfs=disk.name)

    def execute(self, sql: str, parameters: Any = (), /) -> RecordedCursor:
        return RecordedCursor(self._connection, self.speak).execute(sql, parameters)

    def write(self, sql: str, parameters: Any = (), /) -> RecordedCursor:
        return RecordedCursor(self._connection, None).execute(sql, parameters)

    @property
    def in_transaction(self) -> bool:
        return not self._connection.get_autocommit()

    def close(self) -> None:
        try:
            self._connection.close()
        except apsw.Error as error:
            raise sqlite3.OperationalError(str(error)) from error


@contextmanager
def profiles_on(disk: RecordingDisk) -> Iterator[list[RecordedConnection]]:
    """While it lasts, whoever opens a ``profile.db`` gets it on this disk; the connections are listed."""
    stock, opened = sqlite3.connect, list[RecordedConnection]()

    def connect(path: Any, *arguments: Any, **options: Any) -> Any:
        if Path(path).name != "profile.db":
            return stock(path, *arguments, **options)
        opened.append(RecordedConnection(Path(path), disk))
        return opened[-1]

    sqlite3.connect = connect  # type: ignore[assignment]
    try:
        yield opened
    finally:
        sqlite3.connect = stock
