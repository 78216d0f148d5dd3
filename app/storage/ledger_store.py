"""Units, campaigns and issues as they stand. Who changed what and when is the unit's log."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.domain.codec import to_plain
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import Issue, IssueSource
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.look_back import Relapse
from app.storage.stored import stored

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

ROW = (
    "id, campaign, number, title, unit, leader, state, dimension, area, source, measures, done, deadline,"
    " next_deadline, closed_on, look_back"
)
PUT_ISSUE = f"INSERT INTO issue ({ROW}) VALUES ({', '.join('?' * 16)}) ON CONFLICT (id) DO UPDATE SET " + ", ".join(
    f"{column} = excluded.{column}" for column in ROW.split(", ")[1:]
)
PUT_BODY = "INSERT INTO issue_body VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
BODIES = "SELECT body FROM issue JOIN issue_body USING (id) WHERE campaign = ?1"
"""The bodies stand apart, so that a list of thousands of rows does not read through them."""
_STATES = {state.value: state for state in IssueState}
_DIMENSIONS = {dimension.value: dimension for dimension in Dimension}
_SOURCES = {source.value: source for source in IssueSource}


class LedgerStore:
    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def units(self) -> list[LedgerUnit]:
        """In the order that the office gave them; retired ones too."""
        rows = self._connection.execute("SELECT body FROM ledger_unit ORDER BY place, id").fetchall()
        return [stored(LedgerUnit, row[0]) for row in rows]

    def put_unit(self, unit: LedgerUnit, place: int) -> None:
        self._connection.write("INSERT OR REPLACE INTO ledger_unit VALUES (?, ?, ?)", (unit.id, place, _text(unit)))

    def campaigns(self) -> list[Campaign]:
        """Newest first; retired ones too."""
        rows = self._connection.execute("SELECT body FROM campaign ORDER BY since DESC, id").fetchall()
        return [stored(Campaign, row[0]) for row in rows]

    def put_campaign(self, campaign: Campaign) -> None:
        values = (campaign.id, campaign.since.isoformat(), int(campaign.retired), _text(campaign))
        self._connection.write(
            "INSERT INTO campaign VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET since = excluded.since,"
            " retired = excluded.retired, body = excluded.body",
            values,
        )

    def reported_months(self, campaign_id: str) -> list[str]:
        """Those of which at least one unit has handed in a report, in order."""
        ask = "SELECT DISTINCT month FROM report WHERE campaign = ? ORDER BY month"
        return [row[0] for row in self._connection.execute(ask, (campaign_id,))]

    def rows(self, campaign_id: str) -> list[IssueRow]:
        """All issues of a campaign by number, void ones too."""
        found = self._connection.execute(f"SELECT {ROW} FROM issue WHERE campaign = ? ORDER BY number", (campaign_id,))
        return [_row(row) for row in found.fetchall()]

    def issue(self, issue_id: str) -> Issue | None:
        row = self._connection.execute("SELECT body FROM issue_body WHERE id = ?", (issue_id,)).fetchone()
        return stored(Issue, row[0]) if row else None

    def some(self, issue_ids: Sequence[str]) -> list[Issue]:
        """Those of them that there are, by one query; at most some hundreds."""
        ask = f"SELECT body FROM issue_body WHERE id IN ({', '.join('?' * len(issue_ids))})"
        return [stored(Issue, row[0]) for row in self._connection.execute(ask, tuple(issue_ids))]

    def issues(self, campaign_id: str, unit: str = "") -> list[Issue]:
        """By number; of one lead unit, where given."""
        found = self._connection.execute(f"{BODIES} AND (?2 = '' OR unit = ?2) ORDER BY number", (campaign_id, unit))
        return [stored(Issue, row[0]) for row in found.fetchall()]

    def looked_back_on(self, campaign_id: str) -> list[Issue]:
        """Those that are closed or held for good, by number."""
        ask = f"{BODIES} AND state IN (?2, ?3) ORDER BY number"
        values = (campaign_id, IssueState.CLOSED.value, IssueState.LASTING.value)
        found = self._connection.execute(ask, values).fetchall()
        return [stored(Issue, row[0]) for row in found]

    def looked_back(self, campaign_id: str) -> list[Issue]:
        """Those of which there is a look back, whatever became of them since, by number."""
        ask = f"""{BODIES} AND instr(body, '"look_backs"') > 0 ORDER BY number"""
        found = self._connection.execute(ask, (campaign_id,)).fetchall()
        return [stored(Issue, row[0]) for row in found]

    def relapsed(self, campaign_id: str) -> int:
        """Of how many a look back has found that it has come back."""
        words = to_plain(Relapse.RELAPSED)
        ask = f"{BODIES} AND instr(body, ?2) > 0"
        found = (stored(Issue, row[0]) for row in self._connection.execute(ask, (campaign_id, words)))
        return sum(any(look.relapse is Relapse.RELAPSED for look in issue.valid_look_backs) for issue in found)

    def number_of(self, issue_id: str) -> int | None:
        row = self._connection.execute("SELECT number FROM issue WHERE id = ?", (issue_id,)).fetchone()
        return int(row[0]) if row else None

    def next_number(self, campaign_id: str) -> int:
        """One that a wiped issue had is never given again."""
        row = self._connection.execute(
            "SELECT MAX(number) FROM (SELECT number FROM issue WHERE campaign = ?1"
            " UNION ALL SELECT number FROM erased WHERE campaign = ?1 AND kind = 'issue')",
            (campaign_id,),
        ).fetchone()
        return int(row[0] or 0) + 1

    def drop_issue(self, issue_id: str) -> None:
        """What is shown of its evidence goes with it."""
        for ask in ("evidence WHERE issue = ?", "issue_body WHERE id = ?", "issue WHERE id = ?"):
            self._connection.write(f"DELETE FROM {ask}", (issue_id,))

    def put_issue(self, issue: Issue, number: int) -> None:
        row = IssueRow.of(issue, number)
        told = (row.deadline, row.next_deadline, row.closed_on, row.look_back)
        days = [day.isoformat() if day else "" for day in told]
        values = (
            *(row.id, row.campaign, row.number, row.title, row.unit, row.leader, row.state.value),
            *(row.dimension.value, row.area, row.source.value, row.measures, row.done),
            *days,
        )
        self._connection.write(PUT_ISSUE, values)
        self._connection.write(PUT_BODY, (issue.id, _text(issue)))


def _text(value: object) -> str:
    return json.dumps(to_plain(value), ensure_ascii=False)


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    """Thousands of issues share a few hundred days."""
    return date.fromisoformat(text) if text else None


def _row(row: tuple[Any, ...]) -> IssueRow:
    """``row`` as in ROW."""
    name, campaign, number, title, unit, leader = row[:6]
    kinds = _STATES[row[6]], _DIMENSIONS[row[7]], row[8], _SOURCES[row[9]]
    days = _day(row[12]), _day(row[13]), _day(row[14]), _day(row[15])
    return IssueRow(name, campaign, number, title, unit, leader, *kinds, row[10], row[11], *days)
