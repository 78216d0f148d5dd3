"""Meetings planned, their lists of names, what the recorder wrote, and their minutes."""

import json
from typing import Any

from app.domain.attendance import Attendee
from app.domain.codec import to_plain
from app.domain.follow_up_list import OpenFollowUp
from app.domain.live_meeting import MeetingState, PlannedMeeting
from app.domain.meeting import Meeting
from app.domain.meeting_entry import MeetingEntry
from app.domain.minutes import FollowUp, Minutes
from app.domain.minutes_version import MinutesVersion
from app.storage.spoken_connection import SpokenConnection
from app.storage.stored import stored

PLANNED = (
    "SELECT m.body, m.state, m.saved_at, m.saved_by, m.reason,"
    " (SELECT COUNT(*) FROM meeting_person p WHERE p.meeting_id = m.id AND p.listed = 1),"
    " (SELECT COALESCE(MAX(version), 0) FROM minutes v WHERE v.meeting_id = m.id)"
    " FROM meeting m WHERE ?1 = '' OR m.id = ?1 ORDER BY m.saved_at DESC, m.id DESC"
)
PUT = (
    "INSERT INTO meeting VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state,"
    " body = excluded.body, saved_at = excluded.saved_at, saved_by = excluded.saved_by, reason = excluded.reason"
)
OPEN = (
    "SELECT f.meeting_id, f.number, f.body, v.body FROM follow_up f JOIN minutes v ON v.meeting_id = f.meeting_id"
    " AND v.version = (SELECT MAX(version) FROM minutes w WHERE w.meeting_id = f.meeting_id)"
    " WHERE f.taken_by = '' ORDER BY v.made_at, f.meeting_id, f.number"
)


class MeetingStore:
    """What writes is called inside a transaction of the unit's journal."""

    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def put(self, meeting: Meeting, state: MeetingState, saved_at: str, saved_by: str, reason: str = "") -> None:
        self._connection.write(PUT, (meeting.id, state.value, _text(meeting), saved_at, saved_by, reason))

    def set_state(self, meeting_id: str, state: MeetingState) -> None:
        self._connection.write("UPDATE meeting SET state = ? WHERE id = ?", (state.value, meeting_id))

    def all(self, meeting_id: str = "") -> list[PlannedMeeting]:
        """Saved last first; or the one of that id."""
        rows = self._connection.execute(PLANNED, (meeting_id,)).fetchall()
        return [
            PlannedMeeting(_read(Meeting, body), MeetingState(state), saved_at, saved_by, people, version, reason)
            for body, state, saved_at, saved_by, reason, people, version in rows
        ]

    def running(self) -> str:
        """The id of the meeting that is on, or ""."""
        row = self._connection.execute(
            "SELECT id FROM meeting WHERE state = ?", (MeetingState.RUNNING.value,)
        ).fetchone()
        return str(row[0]) if row else ""

    # Names.

    def put_person(self, meeting_id: str, person: Attendee, listed: bool = True) -> None:
        values = (meeting_id, person.number, int(listed), _text(person))
        self._connection.write("INSERT OR REPLACE INTO meeting_person VALUES (?, ?, ?, ?)", values)

    def people(self, meeting_id: str) -> tuple[Attendee, ...]:
        rows = self._connection.execute(
            "SELECT body FROM meeting_person WHERE meeting_id = ? AND listed = 1 ORDER BY number", (meeting_id,)
        )
        return tuple(_read(Attendee, row[0]) for row in rows)

    def last_person(self, meeting_id: str) -> int:
        """The highest number ever given."""
        return self._highest("meeting_person", meeting_id)

    # What the recorder writes.

    def put_entry(self, meeting_id: str, entry: MeetingEntry, kept: bool = True) -> None:
        values = (meeting_id, entry.number, int(kept), _text(entry))
        self._connection.write("INSERT OR REPLACE INTO meeting_entry VALUES (?, ?, ?, ?)", values)

    def entries(self, meeting_id: str) -> tuple[MeetingEntry, ...]:
        rows = self._connection.execute(
            "SELECT body FROM meeting_entry WHERE meeting_id = ? AND kept = 1 ORDER BY number", (meeting_id,)
        )
        return tuple(_read(MeetingEntry, row[0]) for row in rows)

    def last_entry(self, meeting_id: str) -> int:
        return self._highest("meeting_entry", meeting_id)

    def put_typed(self, meeting_id: str, field: str, text: str) -> None:
        """An empty text is forgotten."""
        if text:
            values = (meeting_id, field, text)
            self._connection.write("INSERT OR REPLACE INTO meeting_typed VALUES (?, ?, ?)", values)
        else:
            self._connection.write("DELETE FROM meeting_typed WHERE meeting_id = ? AND field = ?", (meeting_id, field))

    def typed(self, meeting_id: str) -> dict[str, str]:
        rows = self._connection.execute("SELECT field, text FROM meeting_typed WHERE meeting_id = ?", (meeting_id,))
        return {row[0]: row[1] for row in rows}

    def drop_typed(self, meeting_id: str) -> None:
        self._connection.write("DELETE FROM meeting_typed WHERE meeting_id = ?", (meeting_id,))

    # What is left of it.

    def add_minutes(self, meeting_id: str, minutes: Minutes, made_at: str, made_by: str, reason: str) -> None:
        values = (meeting_id, minutes.version, _text(minutes), made_at, made_by, reason)
        self._connection.write("INSERT INTO minutes VALUES (?, ?, ?, ?, ?, ?)", values)

    def versions(self, meeting_id: str) -> list[MinutesVersion]:
        """Oldest first."""
        rows = self._connection.execute(
            "SELECT body, made_at, made_by, reason FROM minutes WHERE meeting_id = ? ORDER BY version", (meeting_id,)
        )
        return [MinutesVersion(_read(Minutes, body), *rest) for body, *rest in rows]

    def put_follow_ups(self, meeting_id: str, wanted: tuple[FollowUp, ...]) -> None:
        """What was taken into the ledger stays; the others become these. Numbers are never used for another text."""
        ask = "SELECT number, body, taken_by FROM follow_up WHERE meeting_id = ? ORDER BY number"
        known = self._connection.execute(ask, (meeting_id,)).fetchall()
        texts = [_text(one) for one in wanted]
        for number, body, taken_by in known:
            if body in texts:
                texts.remove(body)
            elif not taken_by:
                self._connection.write(
                    "UPDATE follow_up SET taken_by = '-' WHERE meeting_id = ? AND number = ?", (meeting_id, number)
                )
        for number, text in enumerate(texts, (known[-1][0] if known else 0) + 1):
            self._connection.write("INSERT INTO follow_up VALUES (?, ?, ?, '')", (meeting_id, number, text))

    def open_follow_ups(self) -> list[OpenFollowUp]:
        """Of the oldest meeting first."""
        found = []
        for meeting_id, number, body, minutes in self._connection.execute(OPEN).fetchall():
            record = _read(Minutes, minutes)
            day = record.began_at.partition("T")[0]
            found.append(OpenFollowUp(meeting_id, number, record.meeting.title, day, _read(FollowUp, body)))
        return found

    def take_follow_up(self, meeting_id: str, number: int, taken_by: str) -> None:
        """``taken_by``: the id of what it became."""
        self._connection.write(
            "UPDATE follow_up SET taken_by = ? WHERE meeting_id = ? AND number = ?", (taken_by, meeting_id, number)
        )

    def _highest(self, table: str, meeting_id: str) -> int:
        ask = f"SELECT COALESCE(MAX(number), 0) FROM {table} WHERE meeting_id = ?"
        return int(self._connection.execute(ask, (meeting_id,)).fetchone()[0])


def _text(value: object) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False)


def _read(kind: Any, text: str) -> Any:
    return stored(kind, text)
