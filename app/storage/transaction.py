"""All or nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import NoReturn

from app.domain.errors import UserError
from app.storage.spoken_connection import SpokenConnection


class Transaction:
    """``with`` it: when the block ends its writes are on disk; where it fails nothing is kept of it.

    Plain methods instead of a generator: every answer passes through here.
    """

    def __init__(self, connection: SpokenConnection, speak: Callable[[sqlite3.Error], UserError]) -> None:
        """``speak`` says an error of SQLite in words."""
        self.open = False
        self._connection, self._speak = connection, speak

    def __enter__(self) -> SpokenConnection:
        if self.open:
            raise RuntimeError("a transaction is open already")
        self.open = True
        try:
            self._connection.write("BEGIN IMMEDIATE")
        except BaseException as error:
            self._undo(error)
        return self._connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._undo(error)
        try:
            self._connection.write("COMMIT")
        except BaseException as failed:
            self._undo(failed)
        self.open = False

    def _undo(self, error: BaseException) -> NoReturn:
        """The first error is the one to tell."""
        try:
            with suppress(sqlite3.Error, UserError):
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise self._speak(error) from error
            raise error
        finally:
            self.open = False
