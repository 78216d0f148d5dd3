"""The compiled content: ``cache/content-<fingerprint>.db``, written once, opened read-only, never changed.

A rebuild always makes a new file under a new name; old ones are swept at a later start. One that turns out to be
damaged is marked (``.damaged`` beside it) and built again.
"""

from __future__ import annotations  # the kinds of content are imported where they are read: not at start

import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.codec import from_plain
from app.domain.errors import DamagedDataError, UserError
from app.storage.content_files import FORMAT_VERSION, damage_mark
from app.storage.spoken_connection import SpokenConnection
from app.storage.sqlite_words import DAMAGE, primary_code, while_reading

if TYPE_CHECKING:
    from app.domain.case import Case
    from app.domain.content import Content
    from app.domain.paper import Paper
    from app.domain.problem import Problem
    from app.domain.question import Question
    from app.domain.regulation import Article, Regulation

DECODING = (KeyError, TypeError, ValueError, AttributeError)
T = TypeVar("T")


class ContentIndex:
    """Read-only; safe to open from any thread, one instance each. Reading raises UserError where it is damaged."""

    def __init__(self, path: Path, connection: SpokenConnection | None = None) -> None:
        """Raises UserError where the file cannot be read: the caller rebuilds it."""
        self.path = path
        opened: SpokenConnection | None = connection
        if connection is None and os.path.exists(damage_mark(path)):
            raise UserError(f"内容索引 {path} 已损坏，需要重建。")
        try:
            if opened is None:
                opened = sqlite3.connect(
                    f"{path.absolute().as_uri()}?immutable=1",
                    uri=True,
                    isolation_level=None,
                    check_same_thread=False,
                    factory=SpokenConnection,
                )
            self.meta: dict[str, str] = dict(opened.execute("SELECT key, value FROM meta").fetchall())
        except sqlite3.Error as error:
            if opened is not None:
                opened.close()
            raise UserError(f"内容索引 {path} 已损坏，需要重建。") from error
        self._connection = opened
        self._connection.speak = self._spoken
        if self.meta.get("format") != str(FORMAT_VERSION):
            self.close()
            raise UserError(f"内容索引 {path} 是旧的，需要重建。")

    @classmethod
    def in_memory(cls, content: Content, path: Path) -> ContentIndex:
        """For a cache folder that cannot be written; ``path`` names it only."""
        from app.storage.content_compiler import fill

        connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False, factory=SpokenConnection
        )
        fill(connection, content)
        return cls(path, connection)

    def in_memory_with(
        self, regulations: Sequence[Regulation], cases: Sequence[Case], problems: Sequence[Problem], path: Path
    ) -> ContentIndex:
        """A copy of this one with more in it, for a cache folder that cannot be written; ``path`` names it only."""
        from app.storage.content_extension import extend

        connection = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False, factory=SpokenConnection
        )
        self._connection.backup(connection)
        extend(connection, regulations, cases, problems)
        return ContentIndex(path, connection)

    @staticmethod
    def sound(path: Path) -> bool:
        """Whether the file can be relied upon: reads all of it, so not before the first paint."""
        if not os.path.exists(path):
            return False
        try:
            index = ContentIndex(path)
        except UserError:
            return False
        try:
            return bool(index._connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        except UserError:
            return False
        finally:
            index.close()

    def close(self) -> None:
        self._connection.close()

    def summaries(self, kind: str) -> list[dict[str, Any]]:
        """The short form of every item of a kind, in order."""
        rows = self._connection.execute("SELECT summary FROM item WHERE kind = ? ORDER BY place", (kind,))
        return [self._json(row[0]) for row in rows]

    def case(self, case_id: str) -> Case | None:
        from app.domain.case import Case

        return self._one("case", case_id, Case)

    def paper(self, paper_id: str) -> Paper | None:
        from app.domain.paper import Paper

        return self._one("paper", paper_id, Paper)

    def papers(self) -> list[Paper]:
        from app.domain.paper import Paper

        rows = self._connection.execute("SELECT body FROM item WHERE kind = 'paper' ORDER BY place").fetchall()
        return [self._decoded(Paper, row[0]) for row in rows]

    def question(self, question_id: str) -> Question | None:
        from app.domain.question import Question

        return self._one("question", question_id, Question)

    def questions(self, ids: Iterable[str]) -> list[Question]:
        """In the order asked for; unknown ids are left out."""
        found = (self.question(name) for name in ids)
        return [question for question in found if question]

    def regulation(self, slug: str) -> Regulation | None:
        """With all its articles."""
        from app.domain.regulation import Regulation

        return self._one("regulation", slug, Regulation)

    def article(self, base: str) -> tuple[Regulation, Article] | None:
        """``简称@版本/条`` → the article, and its regulation without the other articles."""
        from app.domain.regulation import Article, Regulation

        row = self._connection.execute("SELECT body FROM item WHERE kind = 'article' AND id = ?", (base,)).fetchone()
        if row is None:
            return None
        stored = self._json(row[0])
        try:
            return from_plain(Regulation, stored["regulation"]), from_plain(Article, stored["article"])
        except DECODING as error:
            raise self._damaged() from error

    def moved_to(self, base: str) -> list[str]:
        """Where an article of an older version stands now: references, none where that is not known."""
        row = self._connection.execute("SELECT body FROM item WHERE kind = 'former' AND id = ?", (base,)).fetchone()
        return list(self._json(row[0])) if row else []

    def citing(self, base: str, kind: str) -> list[str]:
        """Ids of the cases or questions that cite an article."""
        rows = self._connection.execute(
            "SELECT id FROM citation WHERE article = ? AND kind = ? ORDER BY id", (base, kind)
        )
        return [row[0] for row in rows]

    def citation_counts(self, kind: str) -> dict[str, int]:
        rows = self._connection.execute(
            "SELECT article, COUNT(*) FROM citation WHERE kind = ? GROUP BY article", (kind,)
        )
        return dict(rows.fetchall())

    def problems(self) -> list[Problem]:
        from app.domain.problem import Problem

        rows = self._connection.execute("SELECT body FROM problem ORDER BY file, line")
        return [self._decoded(Problem, row[0]) for row in rows]

    def search(self, query: str, limit: int, kind: str = "") -> list[tuple[str, str, str, str]]:
        from app.storage import full_text

        return full_text.search(self._connection, query, limit, kind)

    def search_counts(self, query: str) -> dict[str, int]:
        from app.storage import full_text

        return full_text.counts(self._connection, query)

    def _one(self, kind: str, name: str, cls: type[T]) -> T | None:
        row = self._connection.execute("SELECT body FROM item WHERE kind = ? AND id = ?", (kind, name)).fetchone()
        return self._decoded(cls, row[0]) if row else None

    def _decoded(self, cls: type[T], body: str) -> T:
        try:
            return from_plain(cls, self._json(body))
        except DECODING as error:
            raise self._damaged() from error

    def _json(self, body: str) -> Any:
        try:
            return json.loads(body)
        except ValueError as error:
            raise self._damaged() from error

    def _spoken(self, error: sqlite3.Error) -> UserError:
        return self._damaged() if primary_code(error) in DAMAGE else while_reading(error, str(self.path))

    def _damaged(self) -> DamagedDataError:
        with suppress(OSError):
            damage_mark(self.path).touch()
        return DamagedDataError(f"内容索引 {self.path} 已损坏。请重新打开程序，它会自动重建；学习记录不受影响。")
