"""Questions that come back, and the ratings that say when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.domain.review import PastRating, Rating, ReviewCard
    from app.storage.spoken_connection import SpokenConnection

CARD = "question_id, added_day, due, day, stability, difficulty, last_day, reviews, lapses"
PUT = f"INSERT OR REPLACE INTO review_card ({CARD}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
READ = f"SELECT {CARD} FROM review_card WHERE question_id = ?"
ENTER = (
    f"INSERT INTO review_card ({CARD}) VALUES (?, ?, ?, ?, 0, 0, '', 0, 0) ON CONFLICT (question_id)"
    " DO UPDATE SET due = MIN(due, excluded.due), day = MIN(day, excluded.due)"
)
GONE = "gone"
"""Stands for the day of a card whose question is not in the content (any more): later than every date."""


class ReviewStore:
    """Days are ISO dates. What an answer writes goes through ``connection.write``."""

    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def enter(self, question_id: str, today: str, due: str) -> None:
        """Take a question in; one that is there comes back on ``due`` at the latest."""
        self._connection.write(ENTER, (question_id, today, due, due))

    def has(self, question_id: str) -> bool:
        row = self._connection.execute("SELECT 1 FROM review_card WHERE question_id = ?", (question_id,)).fetchone()
        return row is not None

    def remove(self, question_id: str) -> None:
        self._connection.write("DELETE FROM review_card WHERE question_id = ?", (question_id,))

    def card(self, question_id: str) -> ReviewCard | None:
        row = self._connection.execute(READ, (question_id,)).fetchone()
        return _card(row) if row else None

    def put(self, card: ReviewCard) -> None:
        self._connection.write(
            PUT,
            (
                card.question_id,
                card.added_day,
                card.due,
                card.day,
                card.stability,
                card.difficulty,
                card.last_day,
                card.reviews,
                card.lapses,
            ),
        )

    def on_lists_until(self, day: str) -> list[ReviewCard]:
        """The cards on the lists of ``day`` and before."""
        rows = self._connection.execute(f"SELECT {CARD} FROM review_card WHERE day <= ?", (day,))
        return [_card(row) for row in rows]

    def loads_after(self, day: str) -> dict[str, int]:
        """How many stand on each later list, earliest first."""
        rows = self._connection.execute(
            "SELECT day, COUNT(*) FROM review_card WHERE day > ? AND day < ? GROUP BY day ORDER BY day", (day, GONE)
        )
        return {row[0]: row[1] for row in rows}

    def deferred(self, today: str) -> int:
        """How many were due by ``today`` and stand on a later list."""
        row = self._connection.execute(
            "SELECT COUNT(*) FROM review_card WHERE day > ? AND day < ? AND due <= ?", (today, GONE, today)
        ).fetchone()
        return int(row[0])

    def count(self) -> int:
        """All cards whose questions are in the content."""
        return int(self._connection.execute("SELECT COUNT(*) FROM review_card WHERE day < ?", (GONE,)).fetchone()[0])

    def put_days(self, days: Mapping[str, str]) -> None:
        """Question → the list on which it stands now."""
        for name, day in days.items():
            self._connection.write("UPDATE review_card SET day = ? WHERE question_id = ?", (day, name))

    def take_back_deferred(self, today: str) -> None:
        """All that is due goes to the list of the day on which it was due."""
        self._connection.write("UPDATE review_card SET day = due WHERE due <= ? AND day <> ?", (today, GONE))

    def gone(self) -> list[str]:
        rows = self._connection.execute("SELECT question_id FROM review_card WHERE day = ?", (GONE,))
        return [row[0] for row in rows]

    def match(self, aside: Iterable[str], back: Iterable[str]) -> None:
        """Set aside those whose questions left the content, take back those whose questions are in it again."""
        self.put_days(dict.fromkeys(aside, GONE))
        for name in back:
            self._connection.write("UPDATE review_card SET day = due WHERE question_id = ?", (name,))

    def add_rating(
        self, seq: int, utc: str, day: str, rating: Rating, was_due: bool, before: ReviewCard, due: str
    ) -> None:
        from app.domain.codec import to_plain

        kept = json.dumps(to_plain(before), ensure_ascii=False)
        self._connection.write(
            "INSERT INTO review_rating VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
            (seq, before.question_id, utc, day, rating.value, int(was_due), due, kept),
        )

    def last_rating(self, day: str) -> PastRating | None:
        """The latest rating of ``day`` that was not taken back."""
        row = self._connection.execute(
            "SELECT seq, question_id, rating, before, due FROM review_rating WHERE day = ? AND undone = 0"
            " ORDER BY seq DESC LIMIT 1",
            (day,),
        ).fetchone()
        if row is None:
            return None
        from app.domain.review import PastRating, Rating, ReviewCard
        from app.storage.stored import stored

        return PastRating(row[0], row[1], Rating(row[2]), stored(ReviewCard, row[3]), row[4])

    def undo(self, seq: int, by: int) -> None:
        """Mark a rating as taken back by the event ``by``."""
        self._connection.write("UPDATE review_rating SET undone = ? WHERE seq = ?", (by, seq))

    def done(self, day: str) -> int:
        """How many ratings of ``day`` were of questions on that day's list."""
        row = self._connection.execute(
            "SELECT COALESCE(SUM(was_due), 0) FROM review_rating WHERE day = ? AND undone = 0", (day,)
        ).fetchone()
        return int(row[0])


def _card(row: tuple[Any, ...]) -> ReviewCard:
    from app.domain.review import ReviewCard

    return ReviewCard(*row)
