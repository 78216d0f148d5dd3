"""How far a person is with each case."""

import json
import sqlite3

from app.domain.progress import CaseProgress, ReadingState
from app.storage.stored import stored_json

COLUMNS = (
    "case_id, state, section, position, read, gate_answer, gate_confidence, gate_right, check_right, check_total,"
    " opened_at, learned_at"
)


class ProgressStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, case_id: str) -> CaseProgress:
        row = self._connection.execute(f"SELECT {COLUMNS} FROM case_progress WHERE case_id = ?", (case_id,)).fetchone()
        return _progress(row) if row else CaseProgress(case_id)

    def all(self) -> dict[str, CaseProgress]:
        rows = self._connection.execute(f"SELECT {COLUMNS} FROM case_progress")
        return {row[0]: _progress(row) for row in rows}

    def put(self, progress: CaseProgress) -> None:
        self._connection.execute(
            f"INSERT OR REPLACE INTO case_progress ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                progress.case_id,
                progress.state.value,
                progress.section,
                progress.position,
                json.dumps(progress.read, ensure_ascii=False),
                progress.gate_answer,
                progress.gate_confidence,
                int(progress.gate_right),
                progress.check_right,
                progress.check_total,
                progress.opened_at,
                progress.learned_at,
            ),
        )


def _progress(row: tuple) -> CaseProgress:  # type: ignore[type-arg]
    return CaseProgress(
        row[0],
        ReadingState(row[1]),
        row[2],
        row[3],
        tuple(stored_json(row[4])),
        row[5],
        row[6],
        bool(row[7]),
        row[8],
        row[9],
        row[10],
        row[11],
    )
