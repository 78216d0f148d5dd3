"""Whether 讲 and 改 have anything to show on 首页, or beside a case, without the classes behind them."""

import sqlite3

OPEN_WORK = (
    "SELECT EXISTS (SELECT 1 FROM meeting WHERE state IN ('进行中', '计划')),"
    " EXISTS (SELECT 1 FROM campaign),"
    " EXISTS (SELECT 1 FROM self_check s JOIN campaign c ON c.id = s.campaign"
    " WHERE (s.finished_on = '' OR instr(s.body, '\"需核实\"')) AND c.retired = 0)"
)
BY_CASE = (
    "SELECT i.id, i.number, i.title, i.state, c.body ->> 'title' FROM issue i JOIN issue_body b USING (id)"
    " JOIN campaign c ON c.id = i.campaign WHERE i.source IN ('案例对照', '对照自查') AND i.state <> '作废'"
    " AND instr(b.body, ?1) > 0 AND b.body ->> '$.origin.case' = ?1 ORDER BY c.since DESC, c.id, i.number"
)
"""Only these two sources name a case; most bodies are passed over without being parsed."""


class UnitGlanceStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def open_work(self) -> tuple[bool, bool, bool]:
        """(a meeting that is on or planned, a campaign, over or not, 对照自查 in one that is not finished or
        has something to be verified)."""
        meeting, campaign, check = self._connection.execute(OPEN_WORK).fetchone()
        return bool(meeting), bool(campaign), bool(check)

    def issues_of_case(self, case_id: str) -> list[tuple[str, int, str, str, str]]:
        """(id, number, title, state, campaign) of those that were found by a case and are not void."""
        return self._connection.execute(BY_CASE, (case_id,)).fetchall()
