"""Where an entry is spoken of besides its own events and rows."""

from typing import TYPE_CHECKING, Any, NamedTuple

from app.storage.stored import stored_json

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection


NAMED = "object GLOB ? AND instr(payload, ?) AND kind NOT GLOB '*.erased'"
EVENTS = (
    f"SELECT '', seq, utc, kind, object, payload, seq AS own, 0 AS other FROM event WHERE {NAMED}"
    f" UNION ALL SELECT chain, seq, utc, kind, object, payload, after, place FROM foreign_event WHERE {NAMED}"
    " ORDER BY own, other"
)


class ObjectEvent(NamedTuple):
    """``chain`` is "" for our own, else that of a log which was read in."""

    chain: str
    seq: int
    utc: str
    kind: str
    object: str
    payload: dict[str, Any]

    @property
    def name(self) -> tuple[str, int]:
        """As `Journal.erase` takes it."""
        return self.chain, self.seq

    @property
    def mark(self) -> str:
        """What it is known by in the event that says what is left of it."""
        return mark_of(self.seq, self.utc)


def mark_of(seq: int, utc: str) -> str:
    """Two logs may have the same seq, not at the same moment."""
    return f"{seq} {utc}"


class MentionStore:
    def __init__(self, connection: "SpokenConnection") -> None:
        self._connection = connection

    def events(self, objects: str, mentioned: str) -> list[ObjectEvent]:
        """Of the objects of that pattern (GLOB), those whose payload holds ``mentioned``, in their order; also of a
        log that was read in."""
        rows = self._connection.execute(EVENTS, (objects, mentioned) * 2).fetchall()
        return [
            ObjectEvent(chain, seq, utc, kind, name, stored_json(said))
            for chain, seq, utc, kind, name, said, *_ in rows
        ]

    def ids(self, table: str, mentioned: str) -> list[str]:
        """Of the entries of a table whose body holds ``mentioned``."""
        rows = self._connection.execute(f"SELECT id FROM {table} WHERE instr(body, ?)", (mentioned,)).fetchall()
        return [str(row[0]) for row in rows]
