"""Highlights, notes, bookmarks, reflections."""

import sqlite3

from app.domain.annotation import Annotation, AnnotationKind

COLUMNS = "id, object, kind, section, quote, before, after, body, made_at, changed_at"


class AnnotationStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, object_id: str) -> list[Annotation]:
        rows = self._connection.execute(f"SELECT {COLUMNS} FROM annotation WHERE object = ? ORDER BY id", (object_id,))
        return [_annotation(row) for row in rows]

    def all(self) -> list[Annotation]:
        rows = self._connection.execute(f"SELECT {COLUMNS} FROM annotation ORDER BY changed_at DESC, id DESC")
        return [_annotation(row) for row in rows]

    def get(self, annotation_id: int) -> Annotation | None:
        row = self._connection.execute(f"SELECT {COLUMNS} FROM annotation WHERE id = ?", (annotation_id,)).fetchone()
        return _annotation(row) if row else None

    def put(self, annotation: Annotation) -> None:
        self._connection.execute(
            f"INSERT OR REPLACE INTO annotation ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                annotation.id,
                annotation.object_id,
                annotation.kind.value,
                annotation.section,
                annotation.quote,
                annotation.before,
                annotation.after,
                annotation.body,
                annotation.made_at,
                annotation.changed_at,
            ),
        )

    def remove(self, annotation_id: int) -> None:
        self._connection.execute("DELETE FROM annotation WHERE id = ?", (annotation_id,))


def _annotation(row: tuple) -> Annotation:  # type: ignore[type-arg]
    return Annotation(row[0], row[1], AnnotationKind(row[2]), *row[3:])
