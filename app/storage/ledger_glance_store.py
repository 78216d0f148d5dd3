"""Single figures of 改 for 首页, without reading the issues themselves."""

import json
import sqlite3

from app.domain.codec import from_plain
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState

_OVER = (IssueState.CLOSED.value, IssueState.VOID.value)


class LedgerGlanceStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def in_use(self) -> bool:
        """Whether there is a campaign that is not put away."""
        return self._connection.execute("SELECT 1 FROM campaign WHERE retired = 0 LIMIT 1").fetchone() is not None

    def deadlines(self, campaign_id: str, until: str) -> tuple[int, str]:
        """How many issues have a measure that is due by the ISO day ``until``, and the earliest of those days."""
        row = self._connection.execute(
            "SELECT COUNT(*), COALESCE(MIN(next_deadline), '') FROM issue"
            " WHERE campaign = ? AND next_deadline <> '' AND next_deadline <= ? AND state NOT IN (?, ?)",
            (campaign_id, until, *_OVER),
        ).fetchone()
        return int(row[0]), str(row[1])

    def settled(self, campaign_id: str) -> list[tuple[str, tuple[int, ...]]]:
        """(ISO day, months looked back on since) of every issue that is closed or held for good. Only those with a look
        back, and the lasting ones, have to be read whole."""
        found = self._connection.execute(
            "SELECT closed_on, CASE WHEN state = ?1 AND instr(body, '\"look_backs\"') = 0 THEN '' ELSE body END"
            " FROM issue JOIN issue_body USING (id) WHERE campaign = ?3 AND state IN (?1, ?2)",
            (IssueState.CLOSED.value, IssueState.LASTING.value, campaign_id),
        )
        days: list[tuple[str, tuple[int, ...]]] = []
        for closed_on, body in found:
            if not body:
                days.append((str(closed_on), ()))
                continue
            issue = from_plain(Issue, json.loads(body))
            if (since := issue.settled_on) is not None:
                done = tuple(look.months for look in issue.look_backs if look.on >= since)
                days.append((since.isoformat(), done))
        return days
