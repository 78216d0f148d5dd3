"""The unit's exams, what came back of them, and what was typed in from paper."""

import json
from collections.abc import Sequence

from app.domain.codec import to_plain
from app.domain.exam_session import ExamSession
from app.domain.paper_marks import PaperMarks
from app.domain.sat_result import SatResult
from app.storage.spoken_connection import SpokenConnection
from app.storage.stored import stored, stored_json


class UnitExamStore:
    """What writes is called inside a transaction of the unit's journal."""

    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def add(self, exam_id: str, title: str, made_at: str, people: int, body: str) -> None:
        """``body``: the package's JSON."""
        values = (exam_id, title, made_at, people, body)
        self._connection.execute("INSERT INTO unit_exam VALUES (?, ?, ?, ?, ?)", values)

    def exams(self) -> list[tuple[str, str, str, int]]:
        """(id, title, made_at, people), newest first."""
        rows = self._connection.execute(
            "SELECT id, title, made_at, people FROM unit_exam ORDER BY made_at DESC, id DESC"
        )
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    def body(self, exam_id: str) -> str:
        """ "" where there is no such exam."""
        row = self._connection.execute("SELECT body FROM unit_exam WHERE id = ?", (exam_id,)).fetchone()
        return str(row[0]) if row else ""

    def result(self, exam_id: str, sitting: str) -> SatResult | None:
        """What is there already of one sitting."""
        row = self._connection.execute(
            "SELECT body FROM unit_exam_result WHERE unit_exam_id = ? AND sitting = ?", (exam_id, sitting)
        ).fetchone()
        return stored(SatResult, row[0]) if row else None

    def put_result(self, exam_id: str, result: SatResult, taken_at: str) -> None:
        body = json.dumps(to_plain(result), ensure_ascii=False)
        self._connection.execute(
            "INSERT OR REPLACE INTO unit_exam_result VALUES (?, ?, ?, ?, ?, ?, ?)",
            (exam_id, result.sitting, result.person, result.events, result.code, body, taken_at),
        )

    def results(self, exam_id: str) -> list[SatResult]:
        rows = self._connection.execute(
            "SELECT body FROM unit_exam_result WHERE unit_exam_id = ? ORDER BY sitting", (exam_id,)
        )
        return [stored(SatResult, row[0]) for row in rows]

    def handed_in(self) -> dict[str, int]:
        """How many people's result files there are, by exam."""
        rows = self._connection.execute(
            "SELECT unit_exam_id, COUNT(DISTINCT person) FROM unit_exam_result GROUP BY unit_exam_id"
        )
        return {row[0]: row[1] for row in rows}

    def put_marks(self, exam_id: str, marks: Sequence[PaperMarks]) -> None:
        """Marks without a single point are taken out."""
        for one in marks:
            name = (exam_id, one.session.value, one.person)
            if any(point is not None for point in one.points):
                self._connection.execute(
                    "INSERT OR REPLACE INTO unit_exam_mark VALUES (?, ?, ?, ?)", (*name, json.dumps(one.points))
                )
            else:
                self._connection.execute(
                    "DELETE FROM unit_exam_mark WHERE unit_exam_id = ? AND session = ? AND person = ?", name
                )

    def marks(self, exam_id: str) -> list[PaperMarks]:
        rows = self._connection.execute(
            "SELECT person, session, points FROM unit_exam_mark WHERE unit_exam_id = ? ORDER BY session, person",
            (exam_id,),
        )
        return [PaperMarks(row[0], ExamSession(row[1]), tuple(stored_json(row[2]))) for row in rows]
