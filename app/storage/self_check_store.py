"""对照自查 as it stands, finished or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.domain.codec import to_plain
from app.domain.ledger.self_check import SelfCheck
from app.storage.stored import stored

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

PUT = (
    "INSERT INTO self_check VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
    " finished_on = excluded.finished_on, body = excluded.body"
)


class SelfCheckStore:
    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def get(self, check_id: str) -> SelfCheck | None:
        row = self._connection.execute("SELECT body FROM self_check WHERE id = ?", (check_id,)).fetchone()
        return stored(SelfCheck, row[0]) if row else None

    def all(self, campaign_id: str, unit_id: str = "") -> list[SelfCheck]:
        """Begun last first."""
        rows = self._connection.execute(
            "SELECT body FROM self_check WHERE campaign = ?1 AND (?2 = '' OR unit = ?2)"
            " ORDER BY begun_at DESC, id DESC",
            (campaign_id, unit_id),
        )
        return [stored(SelfCheck, row[0]) for row in rows.fetchall()]

    def put(self, check: SelfCheck, begun_at: str) -> None:
        """In an open transaction; ``begun_at`` counts for a new one only."""
        head = (check.id, check.campaign, check.unit, check.case)
        body = json.dumps(to_plain(check), ensure_ascii=False)
        self._connection.write(PUT, (*head, begun_at, check.finished_on, body))

    def drop(self, check_id: str) -> None:
        """In an open transaction."""
        self._connection.write("DELETE FROM self_check WHERE id = ?", (check_id,))
