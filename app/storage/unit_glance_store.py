"""Whether 讲 and 改 have anything to show on 首页, without the classes behind them."""

import sqlite3

OPEN_WORK = (
    "SELECT EXISTS (SELECT 1 FROM meeting WHERE state IN ('进行中', '计划')),"
    " EXISTS (SELECT 1 FROM campaign WHERE retired = 0),"
    " EXISTS (SELECT 1 FROM self_check s JOIN campaign c ON c.id = s.campaign"
    " WHERE s.finished_on = '' AND c.retired = 0)"
)


class UnitGlanceStore:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def open_work(self) -> tuple[bool, bool, bool]:
        """(a meeting that is on or planned, a campaign that is not put away, 对照自查 in one that is not finished)."""
        meeting, campaign, check = self._connection.execute(OPEN_WORK).fetchone()
        return bool(meeting), bool(campaign), bool(check)
