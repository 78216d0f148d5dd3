"""A ledger out of a file, in a database of its own in memory."""

import sqlite3
from collections.abc import Iterable, Mapping

from app.domain.errors import UserError
from app.storage.database import Database
from app.storage.ledger_copy import LedgerCopy, Row
from app.storage.migrations import UNIT, unit_schema


class StagedLedger:
    """Whatever the tables demand of a row is demanded here, before the unit's database hears of it."""

    def __init__(self, version: int) -> None:
        """``version`` of the tables, by which the file was written: older rows are brought to today's."""
        self._database = Database.in_memory(unit_schema(version))
        self.connection = self._database.connection
        self.copy = LedgerCopy(self.connection)

    def put(self, table: str, rows: Iterable[Row]) -> None:
        """Raises ValueError where a row does not fit; ``rows`` have exactly the columns of that version."""
        columns = self.copy.columns(table)
        try:
            with self._database.transaction():
                self.copy.put(table, (_checked(row, columns) for row in rows))
        except (sqlite3.Error, UserError, OverflowError) as error:
            raise ValueError(f"{table}: {error}") from error

    def bring_up_to_date(self) -> None:
        speak, self.connection.speak = self.connection.speak, None
        UNIT.migrate(self.connection)
        self.connection.speak = speak

    def close(self) -> None:
        self._database.close()


def _checked(row: Row, columns: Mapping[str, type]) -> Row:
    """SQLite would make a text of a number."""
    if {name: type(value) for name, value in row.items()} != columns:
        raise ValueError("columns")
    return row
