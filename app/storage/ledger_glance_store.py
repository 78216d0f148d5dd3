"""Single figures of 改 for 首页, without reading the issues themselves."""

import sqlite3
from datetime import date

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import due_days
from app.storage.stored import stored

PUT_BACK = (
    "SELECT id FROM issue WHERE campaign = ? AND state = ? AND 'issue.put_back' ="
    " (SELECT kind FROM (SELECT kind, seq AS own, 0 AS other FROM event WHERE object = issue.id"
    " UNION ALL SELECT kind, after, place FROM foreign_event WHERE object = issue.id)"
    " WHERE kind IN ('issue.put_back', 'issue.started') ORDER BY own DESC, other DESC LIMIT 1) ORDER BY number"
)
_OVER = (IssueState.CLOSED.value, IssueState.VOID.value)


class LedgerGlanceStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def in_use(self) -> bool:
        """Whether there is a campaign; one that is over is still looked back on."""
        return self._connection.execute("SELECT 1 FROM campaign LIMIT 1").fetchone() is not None

    def deadlines(self, campaign_id: str, until: str) -> tuple[int, str]:
        """How many issues have a measure that is due by the ISO day ``until``, and the earliest of those days."""
        row = self._connection.execute(
            "SELECT COUNT(*), COALESCE(MIN(next_deadline), '') FROM issue"
            " WHERE campaign = ? AND next_deadline <> '' AND next_deadline <= ? AND state NOT IN (?, ?)",
            (campaign_id, until, *_OVER),
        ).fetchone()
        return int(row[0]), str(row[1])

    def put_back(self, campaign_id: str) -> list[str]:
        """The ids of issues that wait for measures because those they leant on were wiped, and have not gone on since;
        by number."""
        found = self._connection.execute(PUT_BACK, (campaign_id, IssueState.PLANNING.value))
        return [row[0] for row in found]

    def look_backs_to_work_on(self, campaign_id: str, until: str) -> tuple[int, str]:
        """As `deadlines`, of look-backs on 长期坚持 in issues still at work: settled ones are in `look_backs`."""
        row = self._connection.execute(
            "SELECT COUNT(*), COALESCE(MIN(look_back), '') FROM issue"
            " WHERE campaign = ? AND look_back <> '' AND look_back <= ? AND state NOT IN (?, ?, ?)",
            (campaign_id, until, *_OVER, IssueState.LASTING.value),
        ).fetchone()
        return int(row[0]), str(row[1])

    def look_backs(self, campaign_id: str) -> list[date]:
        """The days of those still to be done, of every issue that is closed or held for good. Only those with a look
        back, those whose measures name a day for one, and the lasting ones have to be read whole."""
        found = self._connection.execute(
            "SELECT closed_on, CASE WHEN state = ?1 AND instr(body, '\"look_back\"') = 0"
            " AND instr(body, '\"look_backs\"') = 0 THEN '' ELSE body END"
            " FROM issue JOIN issue_body USING (id) WHERE campaign = ?3 AND state IN (?1, ?2)",
            (IssueState.CLOSED.value, IssueState.LASTING.value, campaign_id),
        )
        days: list[date] = []
        for closed_on, body in found:
            to_come = stored(Issue, body).look_backs_to_come() if body else due_days(date.fromisoformat(closed_on))
            days += [day for _, day in to_come]
        return days
