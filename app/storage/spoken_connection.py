"""A connection of stdlib sqlite3 that raises UserError instead of sqlite3.Error, once it is told how to say it."""

import sqlite3
from collections.abc import Callable
from typing import Any

from app.domain.errors import UserError
from app.storage.spoken_cursor import SpokenCursor


class SpokenConnection(sqlite3.Connection):
    """While ``speak`` is None errors pass as they are (opening and migrating need them so)."""

    speak: Callable[[sqlite3.Error], UserError] | None = None

    # For statements that give no rows, inside a transaction: that says itself what goes wrong. Answers pass here.
    write = sqlite3.Connection.execute

    def execute(self, sql: str, parameters: Any = (), /) -> SpokenCursor:
        return self.cursor(SpokenCursor).execute(sql, parameters)
