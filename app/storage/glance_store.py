"""Single figures for 首页, without the classes behind them."""

import sqlite3

from app.storage.setting_store import RESULTS_SAVED


class GlanceStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def wrong_questions(self) -> int:
        """How many are in the wrong-answer book."""
        row = self._connection.execute("SELECT COUNT(*) FROM question_state WHERE in_wrong_book = 1").fetchone()
        return int(row[0])

    def exam_running(self) -> bool:
        """Whether an exam was begun and not handed in."""
        return self._connection.execute("SELECT 1 FROM exam WHERE state = 'running' LIMIT 1").fetchone() is not None

    def results_to_hand_over(self) -> list[tuple[str, str]]:
        """(title, candidate) of the unit's exams that were sat here and whose result file was never saved, newest
        first."""
        sat = self._connection.execute(
            "SELECT occasion, candidate FROM exam WHERE state = 'finished' AND seat <> '' AND seat NOT IN"
            " (SELECT one.value FROM setting, json_each(setting.value) AS one WHERE setting.key = ?)"
            " ORDER BY started_at DESC",
            (RESULTS_SAVED,),
        )
        return [(title, candidate) for title, candidate in sat.fetchall()]

    def review_due(self, today: str) -> tuple[int, int, int]:
        """(错题, 收藏, 间隔) on the review lists of ``today`` and before."""
        row = self._connection.execute(
            "SELECT COUNT(*), COALESCE(SUM(s.in_wrong_book = 1), 0),"
            " COALESCE(SUM(s.in_wrong_book = 0 AND s.starred = 1), 0)"
            " FROM review_card c LEFT JOIN question_state s ON s.question_id = c.question_id WHERE c.day <= ?",
            (today,),
        ).fetchone()
        return int(row[1]), int(row[2]), int(row[0] - row[1] - row[2])

    def review_done(self, today: str) -> int:
        """How many of today's review list are done."""
        row = self._connection.execute(
            "SELECT COALESCE(SUM(was_due), 0) FROM review_rating WHERE day = ? AND undone = 0", (today,)
        ).fetchone()
        return int(row[0])

    def setting(self, key: str) -> str:
        """What the person chose, or ""."""
        row = self._connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""
