"""Snapshots of questions, by the hash of their content: what was answered can always be shown again."""

import sqlite3

from app.domain.errors import DamagedDataError
from app.domain.question import Question
from app.domain.snapshot import serialised as serialised
from app.storage.stored import stored


class QuestionStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[str, tuple[Question, str]] = {}

    def keep(self, question: Question) -> str:
        """Copy the question once; returns its hash. Call inside a transaction."""
        known = self._kept.get(question.id)
        if known is not None and known[0] is question:
            return known[1]
        body, digest = serialised(question)
        self._connection.execute("INSERT OR IGNORE INTO question_version VALUES (?, ?, ?)", (digest, question.id, body))
        return digest

    def remember(self, question: Question, digest: str) -> None:
        """After the commit: this snapshot needs no further insert in this run."""
        self._kept[question.id] = question, digest

    def get(self, digest: str) -> Question:
        """Raises DamagedDataError where the snapshot is gone."""
        return stored(Question, self.body(digest))

    def body(self, digest: str) -> str:
        """The snapshot's JSON text. Raises DamagedDataError where it is gone."""
        row = self._connection.execute("SELECT body FROM question_version WHERE hash = ?", (digest,)).fetchone()
        if row is None:
            raise DamagedDataError("记录中有一道题的原文缺失，数据文件可能已损坏。请关闭程序，把数据文件夹复制一份。")
        return str(row[0])
