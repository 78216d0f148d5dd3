"""Answers outside exams, what they say of each question, and the daily roll-up."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.activity import DayTotal
from app.storage.stored import stored_json

if TYPE_CHECKING:
    from app.domain.practice import QuestionState
    from app.storage.spoken_connection import SpokenConnection

STATE = "question_id, last_seq, last_verdict, right_in_row, tries, wrong, in_wrong_book, starred, book_seq"
INSERT = "INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
COUNT = (
    "INSERT INTO daily VALUES (?, ?, 1, ?) ON CONFLICT (day, topic)"
    " DO UPDATE SET answered = answered + 1, correct = correct + excluded.correct"
)
READ_STATE = f"SELECT {STATE} FROM question_state WHERE question_id = ?"
PUT_STATE = f"INSERT OR REPLACE INTO question_state ({STATE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_encode = json.JSONEncoder(ensure_ascii=False).encode


class AttemptStore:
    """What an answer writes goes through ``connection.write``."""

    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def add(
        self,
        question_id: str,
        seq: int,
        utc: str,
        day: str,
        source: str,
        question_hash: str,
        topic: str,
        shown: str,
        answer: tuple[str, ...],
        verdict: str,
        confidence: str,
    ) -> None:
        given = _encode(answer)
        self._connection.write(
            INSERT, (question_id, seq, utc, day, source, question_hash, topic, shown, given, verdict, confidence)
        )

    def count_answer(self, day: str, topic: str, correct: bool) -> None:
        self._connection.write(COUNT, (day, topic, int(correct)))

    def state(self, question_id: str) -> QuestionState:
        row = self._connection.execute(READ_STATE, (question_id,)).fetchone()
        if row:
            return _state(row)
        from app.domain.practice import QuestionState

        return QuestionState(question_id)

    def states(self, where: str = "") -> list[QuestionState]:
        """All or those 'starred', the latest answered first; those 'in_wrong_book' or that 'left' it, the latest to do
        so first. Every list but the first has an index of its own."""
        condition = {
            "": "1 ORDER BY last_seq",
            "in_wrong_book": "in_wrong_book = 1 ORDER BY book_seq",
            "left": "in_wrong_book = 0 AND book_seq > 0 ORDER BY book_seq",
            "starred": "starred = 1 ORDER BY last_seq",
        }[where]
        rows = self._connection.execute(f"SELECT {STATE} FROM question_state WHERE {condition} DESC")
        return [_state(row) for row in rows]

    def put_state(self, state: QuestionState) -> None:
        self._connection.write(
            PUT_STATE,
            (
                state.question_id,
                state.last_seq,
                state.last_verdict,
                state.right_in_row,
                state.tries,
                state.wrong,
                int(state.in_wrong_book),
                int(state.starred),
                state.book_seq,
            ),
        )

    def last_answers(self, question_id: str, source: str = "") -> list[tuple[int, tuple[str, ...], str, str]]:
        """(seq, answer, verdict, confidence), newest first."""
        rows = self._connection.execute(
            "SELECT seq, answer, verdict, confidence FROM attempt"
            " WHERE question_id = ?1 AND (?2 = '' OR source = ?2) ORDER BY seq DESC LIMIT 20",
            (question_id, source),
        )
        return [(row[0], tuple(stored_json(row[1])), row[2], row[3]) for row in rows]

    def sure_but_wrong(self) -> list[str]:
        """Questions with an answer of confidence that was not wholly right, and none that was right after it; the one
        answered longest ago first."""
        rows = self._connection.execute(
            "SELECT s.question_id FROM question_state s WHERE s.last_verdict <> 'right' AND EXISTS (SELECT 1"
            " FROM attempt a WHERE a.question_id = s.question_id AND a.confidence = 'sure'"
            " AND a.verdict IN ('wrong', 'partial') AND NOT EXISTS (SELECT 1 FROM attempt b"
            " WHERE b.question_id = a.question_id AND b.seq > a.seq AND b.verdict = 'right')) ORDER BY s.last_seq"
        )
        return [row[0] for row in rows]

    def lucky_guesses(self) -> list[str]:
        """Questions whose latest answer was a guess and right, the one answered longest ago first."""
        rows = self._connection.execute(
            "SELECT a.question_id FROM question_state s"
            " JOIN attempt a ON a.question_id = s.question_id AND a.seq = s.last_seq"
            " WHERE a.confidence = 'guess' AND a.verdict = 'right' ORDER BY a.seq"
        )
        return [row[0] for row in rows]

    def days(self, seqs: Iterable[int]) -> dict[int, str]:
        """Event → its local ISO day."""
        from datetime import datetime

        found = {}
        for seq in seqs:
            row = self._connection.execute("SELECT utc FROM event WHERE seq = ?", (seq,)).fetchone()
            if row:
                found[seq] = datetime.fromisoformat(row[0]).astimezone().date().isoformat()
        return found

    def daily(self, since: str = "") -> list[DayTotal]:
        rows = self._connection.execute(
            "SELECT day, topic, answered, correct FROM daily WHERE day >= ? ORDER BY day", (since,)
        )
        return [DayTotal(*row) for row in rows]


def _state(row: tuple) -> QuestionState:  # type: ignore[type-arg]
    from app.domain.practice import QuestionState

    question, seq, verdict, right_in_row, tries, wrong, in_wrong_book, starred, book_seq = row
    return QuestionState(
        question, seq, verdict, right_in_row, tries, wrong, bool(in_wrong_book), bool(starred), book_seq
    )
