"""The unit's own papers as they stand, and what is being written at them. The history of them is the unit's log."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.domain.codec import to_plain
from app.storage.stored import stored

if TYPE_CHECKING:
    from app.domain.paper import Paper
    from app.domain.paper_draft import PaperDraft
    from app.domain.unit_paper import UnitPaper
    from app.storage.spoken_connection import SpokenConnection

PUT = (
    "INSERT INTO paper (id, title, version, body, saved_at, saved_by) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id)"
    " DO UPDATE SET title = excluded.title, version = excluded.version, body = excluded.body,"
    " saved_at = excluded.saved_at, saved_by = excluded.saved_by"
)
ALL = (
    "SELECT ids.id, p.body, d.body, p.saved_at, p.saved_by, p.retired_at, p.reason"
    " FROM (SELECT id FROM paper UNION SELECT paper_id FROM paper_draft) ids"
    " LEFT JOIN paper p ON p.id = ids.id LEFT JOIN paper_draft d ON d.paper_id = ids.id"
    " WHERE ?1 = '' OR ids.id = ?1 ORDER BY COALESCE(d.changed_at, p.saved_at) DESC, ids.id"
)


class PaperStore:
    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def all(self, paper_id: str = "") -> list[UnitPaper]:
        """Every paper and draft (or the one of that id), changed last first."""
        return [_unit_paper(row) for row in self._connection.execute(ALL, (paper_id,)).fetchall()]

    def in_use(self) -> list[Paper]:
        """What may be sat, by title."""
        from app.domain.paper import Paper

        rows = self._connection.execute("SELECT body FROM paper WHERE retired_at = '' ORDER BY title, id").fetchall()
        return [stored(Paper, row[0]) for row in rows]

    def put(self, paper: Paper, saved_at: str, saved_by: str) -> None:
        body = json.dumps(to_plain(paper), ensure_ascii=False)
        self._connection.write(PUT, (paper.id, paper.title, paper.version, body, saved_at, saved_by))

    def retire(self, paper_id: str, retired_at: str, reason: str) -> None:
        """An empty time takes it into use again."""
        self._connection.write(
            "UPDATE paper SET retired_at = ?, reason = ? WHERE id = ?", (retired_at, reason, paper_id)
        )

    def put_draft(self, paper_id: str, draft: PaperDraft, changed_at: str) -> None:
        body = json.dumps(to_plain(draft), ensure_ascii=False)
        self._connection.write("INSERT OR REPLACE INTO paper_draft VALUES (?, ?, ?)", (paper_id, body, changed_at))

    def drop_draft(self, paper_id: str) -> None:
        self._connection.write("DELETE FROM paper_draft WHERE paper_id = ?", (paper_id,))


def _unit_paper(row: tuple[Any, ...]) -> UnitPaper:
    from app.domain.paper import Paper
    from app.domain.paper_draft import PaperDraft
    from app.domain.unit_paper import PaperState, UnitPaper

    name, body, draft, saved_at, saved_by, retired_at, reason = row
    state = PaperState.DRAFT if body is None else PaperState.RETIRED if retired_at else PaperState.IN_USE
    return UnitPaper(
        name,
        stored(Paper, body) if body else None,
        stored(PaperDraft, draft) if draft else None,
        state,
        saved_at or "",
        saved_by or "",
        retired_at or "",
        reason or "",
    )
