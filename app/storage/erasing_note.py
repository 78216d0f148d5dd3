"""What of a wiping has still to be done, if the program was cut off or a file could not go."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

NOTE = "erasing"


class ErasingNote:
    """Looked at by every start, so it knows nothing of the ledger."""

    def __init__(self, connection: "SpokenConnection") -> None:
        self._connection = connection

    def to_do(self) -> list[str] | None:
        """Files, relative to the ledger's folder, that have to go; [] where only the database has to be squeezed; None
        where nothing is to be done."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (NOTE,)).fetchone()
        return list(json.loads(row[0])) if row else None

    def put(self, files: Sequence[str] | None) -> None:
        """In an open transaction."""
        if files is None:
            self._connection.write("DELETE FROM meta WHERE key = ?", (NOTE,))
            return
        text = json.dumps(list(files), ensure_ascii=False)
        self._connection.write("INSERT OR REPLACE INTO meta VALUES (?, ?)", (NOTE, text))
