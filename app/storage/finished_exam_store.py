"""Finished exams in a line each, without their questions."""

import sqlite3
from collections.abc import Collection

from app.domain.finished_exam import FinishedExam
from app.domain.paper import Paper
from app.storage.stored import stored, stored_json

_WRITTEN = '"kind":"简答"'
"""Stands in the snapshot of every 简答 and in nothing that somebody wrote: quotation marks are escaped there."""
_COLUMNS = "id, paper_id, title, finished_at, score, paper, occasion, candidate, seat, release"


class FinishedExamStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self, ids: Collection[str] | None = None) -> list[FinishedExam]:
        """Newest first; with ``ids`` only those."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM exam WHERE state = 'finished' ORDER BY finished_at DESC, id"
        ).fetchall()
        unmarked = self._unmarked() if rows else {}
        found = []
        for exam_id, paper_id, title, finished_at, score, text, occasion, candidate, seat, release in rows:
            if ids is None or exam_id in ids:
                paper = stored(Paper, text)
                known = (exam_id, paper_id, occasion or title, finished_at, score, paper.total, paper.pass_score)
                waiting = unmarked.get(exam_id, (0, 0))
                found.append(FinishedExam(*known, candidate, seat, release, *waiting))
        return found

    def _unmarked(self) -> dict[str, tuple[int, int]]:
        """Exam → (number, points at best) of the answers that a person has yet to mark: of a unit's exam all that were
        written, because what was ticked on this PC never counts there."""
        rows = self._connection.execute(
            "SELECT q.exam_id, q.score, q.answer FROM exam_question q JOIN exam e ON e.id = q.exam_id"
            " WHERE (q.ticks = '[]' OR e.seat != '') AND q.answer != '[]'"
            " AND q.question_hash IN (SELECT hash FROM question_version WHERE instr(body, ?))",
            (_WRITTEN,),
        )
        found: dict[str, tuple[int, int]] = {}
        for exam_id, score, answer in rows:
            if any(text.strip() for text in stored_json(answer)):
                number, points = found.get(exam_id, (0, 0))
                found[exam_id] = number + 1, points + score
        return found
