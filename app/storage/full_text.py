"""Full text for Chinese: FTS5 with one token per character, searched by phrase.

Recall and precision against substring of the normalised text are exact for every length (tests and benchmarks).
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.normalised_text import normalise

# A ranking over more matches than this is not worth its time: common terms are ranked among the first ones only.
RANKED = 2_000

TABLES = """
CREATE TABLE doc (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, title TEXT NOT NULL, initials TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE doc_fts USING fts5(
  title, body, content='', tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co P* S* M* C*'"
);
"""


@dataclass(frozen=True, slots=True)
class Document:
    """``body`` and ``title`` are the original texts; ``initials`` are pinyin initials of the title."""

    kind: str
    ref: str
    title: str
    body: str
    initials: str = ""


def spaced(text: str) -> str:
    """The normalised characters, one token each."""
    return " ".join(normalise(text))


def create(connection: sqlite3.Connection) -> None:
    for statement in TABLES.strip().split(";\n"):
        if statement.strip():
            connection.execute(statement)


def add(connection: sqlite3.Connection, documents: Iterable[Document]) -> None:
    for document in documents:
        cursor = connection.execute(
            "INSERT INTO doc (kind, ref, title, initials, body) VALUES (?, ?, ?, ?, ?)",
            (document.kind, document.ref, document.title, document.initials, document.body),
        )
        connection.execute(
            "INSERT INTO doc_fts (rowid, title, body) VALUES (?, ?, ?)",
            (cursor.lastrowid, spaced(document.title), spaced(document.body)),
        )


def match_expression(query: str) -> str:
    """Each white-space separated term as a phrase of characters, joined by AND; "" where nothing is left."""
    phrases = [spaced(term).replace('"', '""') for term in query.split()]
    return " AND ".join(f'"{phrase}"' for phrase in phrases if phrase)


def ids(connection: sqlite3.Connection, query: str) -> list[int]:
    """Every matching document, in order of id."""
    expression = match_expression(query)
    if not expression:
        return []
    return [row[0] for row in connection.execute("SELECT rowid FROM doc_fts WHERE doc_fts MATCH ?", (expression,))]


def search(connection: sqlite3.Connection, query: str, limit: int, kind: str = "") -> list[tuple[str, str, str, str]]:
    """(kind, ref, title, body) of the best matches: title counts eight times the body; initials match titles."""
    expression = match_expression(query)
    if not expression:
        return []
    rows = connection.execute(
        "SELECT d.kind, d.ref, d.title, d.body FROM ("
        "  SELECT rowid, bm25(doc_fts, 8.0, 1.0) AS s FROM doc_fts WHERE doc_fts MATCH ?1 AND rowid <= ("
        "    SELECT max(rowid) FROM (SELECT rowid FROM doc_fts WHERE doc_fts MATCH ?1 LIMIT ?2))"
        ") f JOIN doc d ON d.id = f.rowid WHERE ?3 = '' OR d.kind = ?3 ORDER BY f.s LIMIT ?4",
        (expression, RANKED, kind, limit),
    ).fetchall()
    letters = query.replace(" ", "").casefold()
    if letters.isascii() and letters.isalpha() and len(rows) < limit:
        seen = {(row[0], row[1]) for row in rows}
        by_initials = connection.execute(
            "SELECT kind, ref, title, body FROM doc WHERE initials LIKE ? AND (? = '' OR kind = ?) LIMIT ?",
            (f"%{letters}%", kind, kind, limit),
        )
        rows.extend(row for row in by_initials if (row[0], row[1]) not in seen)
    return rows[:limit]


def counts(connection: sqlite3.Connection, query: str) -> dict[str, int]:
    """Matches per kind."""
    expression = match_expression(query)
    if not expression:
        return {}
    return dict(
        connection.execute(
            "SELECT d.kind, COUNT(*) FROM doc_fts f JOIN doc d ON d.id = f.rowid WHERE doc_fts MATCH ? GROUP BY d.kind",
            (expression,),
        ).fetchall()
    )
