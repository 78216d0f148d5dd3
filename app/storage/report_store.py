"""Monthly reports: the newest of each unit and month at a glance, every version as it was, and what is being typed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from app.domain.codec import to_plain
from app.domain.ledger.monthly_report import MonthlyReport
from app.domain.ledger.report_head import ReportHead
from app.storage.mention_store import mark_of
from app.storage.stored import stored, stored_json

if TYPE_CHECKING:
    from app.storage.spoken_connection import SpokenConnection

HEAD = "campaign, unit, month, version, submitted_on, first_on, zero, returned, flags, checked_by"
NEWEST = (
    "SELECT v.body FROM report r JOIN report_version v ON v.campaign = r.campaign AND v.unit = r.unit"
    " AND v.month = r.month AND v.version = r.version WHERE r.campaign = ?"
)

LEDGER = "(kind GLOB 'issue.*' OR kind GLOB 'measure.*')"
SINCE = (
    f"SELECT object, payload, seq, utc, seq AS own, 0 AS other FROM event WHERE {LEDGER}"
    " AND seq > COALESCE((SELECT seq FROM event WHERE utc < ?1 ORDER BY seq DESC LIMIT 1), 0)"
    f" UNION ALL SELECT object, payload, seq, utc, after, place FROM foreign_event WHERE {LEDGER}"
    " AND place > COALESCE((SELECT place FROM foreign_event WHERE utc < ?1 ORDER BY place DESC LIMIT 1), 0)"
    " ORDER BY own DESC, other DESC"
)
"""By the log's own order: a clock that went wrong for a day must not tear the history of an issue apart."""
_BACK = 3
"""Months."""


class ReportStore:
    def __init__(self, connection: SpokenConnection) -> None:
        self._connection = connection

    def heads(self, campaign: str) -> dict[tuple[str, str], ReportHead]:
        """Of the newest versions, by (unit, month)."""
        rows = self._connection.execute(f"SELECT {HEAD} FROM report WHERE campaign = ?", (campaign,)).fetchall()
        return {(row[1], row[2]): _head(row) for row in rows}

    def newest(self, campaign: str, unit: str, month: str) -> MonthlyReport | None:
        return self._one(f"{NEWEST} AND r.unit = ? AND r.month = ?", campaign, unit, month)

    def version(self, campaign: str, unit: str, month: str, version: int) -> MonthlyReport | None:
        ask = "SELECT body FROM report_version WHERE campaign = ? AND unit = ? AND month = ? AND version = ?"
        return self._one(ask, campaign, unit, month, version)

    def before(self, campaign: str, unit: str, month: str) -> MonthlyReport | None:
        """The newest version of the last month before ``month`` that has texts."""
        ask = f"{NEWEST} AND r.unit = ? AND r.month < ? AND r.zero = 0 ORDER BY r.month DESC LIMIT 1"
        return self._one(ask, campaign, unit, month)

    def after(self, campaign: str, unit: str, month: str) -> MonthlyReport | None:
        """The newest version of the first month after ``month`` that has texts."""
        ask = f"{NEWEST} AND r.unit = ? AND r.month > ? AND r.zero = 0 ORDER BY r.month LIMIT 1"
        return self._one(ask, campaign, unit, month)

    def told_by_others(self, campaign: str, unit: str, month: str, issues: Collection[str]) -> list[MonthlyReport]:
        """Reports of other units that name one of these issues, of the last few months before ``month`` that have
        texts; the newest first."""
        months = "SELECT DISTINCT month FROM report WHERE campaign = ? AND month < ? AND zero = 0"
        asked = f"{NEWEST} AND r.unit <> ? AND r.zero = 0 AND r.month IN ({months} ORDER BY month DESC LIMIT {_BACK})"
        rows = self._connection.execute(f"{asked} ORDER BY r.month DESC", (campaign, unit, campaign, month)).fetchall()
        return [_report(row[0]) for row in rows if any(issue in row[0] for issue in issues)]

    def month(self, campaign: str, month: str) -> dict[str, MonthlyReport]:
        """The newest versions of a month, by unit."""
        rows = self._connection.execute(f"{NEWEST} AND r.month = ?", (campaign, month)).fetchall()
        reports = [_report(row[0]) for row in rows]
        return {report.unit: report for report in reports}

    def changes_since(self, utc: str, issues: Collection[str] = ()) -> Iterator[tuple[str, Mapping[str, Any] | None]]:
        """What was changed of which issue since a moment (ISO, UTC), the newest first; None where it was erased, and no
        later event says what is left of it. Of all issues, or of ``issues`` only."""
        was: dict[str, Mapping[str, Any]] = {}
        ask = SINCE.replace(LEDGER, f"{LEDGER} AND object IN (SELECT value FROM json_each(?2))") if issues else SINCE
        values = (utc, json.dumps(list(issues))) if issues else (utc,)
        for issue, payload, seq, at, *_ in self._connection.execute(ask, values):
            said = stored_json(payload) if payload else was.get(mark_of(seq, at))
            was |= said.get("was", {}) if said else {}
            if not said or "change" in said:
                yield issue, said["change"] if said else None

    def put(self, report: MonthlyReport, flags: int) -> None:
        """As the newest version; that of the same number is written anew."""
        head = ReportHead.of(report, flags)
        key = (head.campaign, head.unit, head.month, head.version)
        self._connection.write(
            f"INSERT OR REPLACE INTO report ({HEAD}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(*key, head.submitted_on, head.first_on, int(head.zero)),
                *(head.returned_reason, head.flags, head.checked_by),
            ),
        )
        self._connection.write("INSERT OR REPLACE INTO report_version VALUES (?, ?, ?, ?, ?)", (*key, _text(report)))

    def draft(self, campaign: str, unit: str, month: str) -> MonthlyReport | None:
        ask = "SELECT body FROM report_draft WHERE campaign = ? AND unit = ? AND month = ?"
        return self._one(ask, campaign, unit, month)

    def drafts(self, campaign: str, month: str) -> set[str]:
        """Units of which somebody is typing a report at this PC."""
        ask = "SELECT unit FROM report_draft WHERE campaign = ? AND month = ?"
        return {str(row[0]) for row in self._connection.execute(ask, (campaign, month)).fetchall()}

    def put_draft(self, report: MonthlyReport, changed_at: str) -> None:
        self._connection.write(
            "INSERT OR REPLACE INTO report_draft VALUES (?, ?, ?, ?, ?)",
            (report.campaign, report.unit, report.month, _text(report), changed_at),
        )

    def drop_draft(self, campaign: str, unit: str, month: str) -> None:
        self._connection.write(
            "DELETE FROM report_draft WHERE campaign = ? AND unit = ? AND month = ?", (campaign, unit, month)
        )

    # What was written by mistake.

    def mentioning(self, campaign: str, issue: str) -> list[MonthlyReport]:
        """Every version of every unit that has a line of that issue."""
        ask = "SELECT body FROM report_version WHERE campaign = ? AND instr(body, ?)"
        return [_report(row[0]) for row in self._connection.execute(ask, (campaign, issue)).fetchall()]

    def drafts_mentioning(self, campaign: str, issue: str) -> list[MonthlyReport]:
        ask = "SELECT body FROM report_draft WHERE campaign = ? AND instr(body, ?)"
        return [_report(row[0]) for row in self._connection.execute(ask, (campaign, issue)).fetchall()]

    def rewrite(self, report: MonthlyReport) -> None:
        """That version, which is there already."""
        self._connection.write(
            "UPDATE report_version SET body = ? WHERE campaign = ? AND unit = ? AND month = ? AND version = ?",
            (_text(report), report.campaign, report.unit, report.month, report.version),
        )

    def drop_month(self, campaign: str, unit: str, month: str) -> None:
        """All versions of a unit's month, and its draft."""
        for table in ("report", "report_version", "report_draft"):
            self._connection.write(
                f"DELETE FROM {table} WHERE campaign = ? AND unit = ? AND month = ?", (campaign, unit, month)
            )

    def versions(self, campaign: str, unit: str, month: str) -> list[MonthlyReport]:
        ask = "SELECT body FROM report_version WHERE campaign = ? AND unit = ? AND month = ? ORDER BY version"
        return [_report(row[0]) for row in self._connection.execute(ask, (campaign, unit, month)).fetchall()]

    def _one(self, ask: str, *values: object) -> MonthlyReport | None:
        row = self._connection.execute(ask, values).fetchone()
        return _report(row[0]) if row else None


def _text(report: MonthlyReport) -> str:
    return json.dumps(to_plain(report), ensure_ascii=False)


def _report(body: str) -> MonthlyReport:
    return stored(MonthlyReport, body)


def _head(row: tuple[Any, ...]) -> ReportHead:
    campaign, unit, month, version, submitted_on, first_on, zero, returned, flags, checked_by = row
    return ReportHead(campaign, unit, month, version, submitted_on, first_on, bool(zero), returned, flags, checked_by)
