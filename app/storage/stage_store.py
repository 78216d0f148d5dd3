"""The meeting that is on: the deck as it was when it began, and where the session stands."""

import json
from typing import Any

from app.domain.attendance import Attendee
from app.domain.audience_view import Curtain
from app.domain.codec import to_plain
from app.domain.countdown import Countdown
from app.domain.deck import Deck
from app.domain.live_meeting import LiveMeeting
from app.domain.meeting import Meeting
from app.domain.pace import Pace
from app.domain.poll import Poll
from app.domain.presentation import Presentation
from app.domain.random_pick import RandomPick
from app.domain.stage_acts import kept_curtain
from app.domain.team_quiz import TeamQuiz
from app.storage.spoken_connection import SpokenConnection
from app.storage.stored import stored, stored_json

STAGE = "began_at, page, revealed, curtain, on_break, pace, timer, pick, quiz"
PUT = f"INSERT OR REPLACE INTO meeting_stage (meeting_id, {STAGE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class StageStore:
    """What writes is called inside a transaction of the unit's journal."""

    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def begin(self, live: LiveMeeting) -> None:
        """Once: the deck is not written again, whatever happens to the content."""
        values = (live.meeting.id, _text(live.presentation.deck), json.dumps(live.shown, ensure_ascii=False))
        self._connection.write("INSERT INTO meeting_deck VALUES (?, ?, ?)", values)
        self.put(live)

    def put(self, live: LiveMeeting) -> None:
        """Where it stands, without the votes."""
        shown = live.presentation
        values = (
            live.meeting.id,
            live.began_at,
            shown.page.id,
            json.dumps(sorted(shown.revealed), ensure_ascii=False),
            kept_curtain(shown).value,
            int(live.on_break),
            _text(live.pace),
            _text(live.timer),
            _text(live.pick),
            _text(live.quiz),
        )
        self._connection.write(PUT, values)

    def put_poll(self, meeting_id: str, page: str, poll: Poll) -> None:
        self._connection.write("INSERT OR REPLACE INTO meeting_poll VALUES (?, ?, ?)", (meeting_id, page, _text(poll)))

    def get(self, meeting: Meeting, people: tuple[Attendee, ...]) -> LiveMeeting | None:
        """As it stands; None where it never began."""
        ask = f"SELECT {STAGE} FROM meeting_stage WHERE meeting_id = ?"
        row = self._connection.execute(ask, (meeting.id,)).fetchone()
        if row is None:
            return None
        began_at, page, revealed, curtain, on_break, pace, timer, pick, quiz = row
        deck, shown = self._connection.execute(
            "SELECT body, shown FROM meeting_deck WHERE meeting_id = ?", (meeting.id,)
        ).fetchone()
        built = _read(Deck, deck)
        presentation = Presentation(
            built,
            built.index_of(page),
            frozenset(stored_json(revealed)),
            self._polls(meeting.id),
            Curtain(curtain),
        )
        return LiveMeeting(
            meeting,
            presentation,
            _read(Pace, pace),
            people,
            began_at,
            bool(on_break),
            _read(Countdown, timer) if stored_json(timer) else None,
            _read(RandomPick, pick),
            _read(TeamQuiz, quiz),
            tuple((beginning, words) for beginning, words in stored_json(shown)),
        )

    def _polls(self, meeting_id: str) -> tuple[tuple[str, Poll], ...]:
        ask = "SELECT page, body FROM meeting_poll WHERE meeting_id = ? ORDER BY page"
        rows = self._connection.execute(ask, (meeting_id,))
        return tuple((row[0], _read(Poll, row[1])) for row in rows)


def _text(value: object) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False)


def _read(kind: Any, text: str) -> Any:
    return stored(kind, text)
