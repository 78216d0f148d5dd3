"""Single figures for 首页, without the classes behind them."""

import sqlite3


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
