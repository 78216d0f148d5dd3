"""Where monthly reports are read and written: what both the page and the collection of forms do alike."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.events import ReportChanged
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.merged_report import progress_day
from app.domain.ledger.monthly_report import MonthlyReport, ReportedIssue, ReportText, month_words
from app.domain.ledger.report_check import Flag, flags
from app.domain.ledger.report_grid import ReportGrid, grid
from app.domain.ledger.report_progress import Progress, progress_then
from app.services.ledger_desk import LedgerDesk
from app.services.ledger_service import LedgerService
from app.storage.ledger_store import LedgerStore
from app.storage.report_store import ReportStore

NO_REPORT = "这个月还没有收到月报。请先填报或收回表格。"


class ReportBook:
    def __init__(self, desk: LedgerDesk, ledger: LedgerService, issues: LedgerStore, store: ReportStore) -> None:
        self.desk, self.ledger, self.issues, self.store = desk, ledger, issues, store

    def campaign(self, campaign_id: str, month: str, begun: bool = True) -> Campaign:
        """Raises UserError where the month is not of the campaign, or (with ``begun``) has not begun."""
        campaign = self.ledger.campaign(campaign_id)
        if month not in campaign.months():
            raise UserError(f"{month_words(month)}不在“{campaign.title}”的起止时间内。请重新选择月份。")
        if begun and self.desk.today() < date.fromisoformat(f"{month}-01"):
            raise UserError(f"{month_words(month)}还没有到，不能填报。请选择本月或以前的月份。")
        return campaign

    def newest(self, campaign_id: str, unit_id: str, month: str) -> MonthlyReport:
        """Raises UserError where there is none."""
        report = self.store.newest(campaign_id, unit_id, month)
        if report is None:
            raise UserError(NO_REPORT)
        return report

    def grid(self, campaign_id: str) -> ReportGrid:
        """Of the units that report, and of those that did before they were retired."""
        campaign, heads = self.ledger.campaign(campaign_id), self.store.heads(campaign_id)
        told = {unit for unit, _ in heads}
        units = [unit for unit in self.ledger.units(retired=True) if not unit.retired or unit.id in told]
        return grid(campaign, units, heads, self.desk.today())

    def open_rows(self, campaign_id: str) -> dict[str, list[IssueRow]]:
        """The issues that are reported each month, by unit, in the order of their numbers."""
        by_unit: dict[str, list[IssueRow]] = {}
        for row in self.issues.rows(campaign_id):
            if row.state.reports:
                by_unit.setdefault(row.unit, []).append(row)
        return by_unit

    def last(self, report: MonthlyReport) -> MonthlyReport | None:
        """The report before it that has texts: with what was said last of an issue that another unit had then."""
        campaign, unit, month = report.campaign, report.unit, report.month
        last = self.store.before(campaign, unit, month)
        known = {item.issue for item in last.items} if last else set()
        missing = {item.issue for item in report.items} - known
        moved: dict[str, ReportedIssue] = {}
        for other in self.store.told_by_others(campaign, unit, month, missing) if missing else ():
            last = last or MonthlyReport(campaign, unit, other.month)
            for item in other.items:
                if item.issue in missing and not item.text.blank:
                    moved.setdefault(item.issue, item)
        return replace(last, items=(*last.items, *moved.values())) if last and moved else last

    def flags(self, report: MonthlyReport, last: MonthlyReport | None = None) -> tuple[Flag, ...]:
        """Against the month before (``last``, where it is known already) and the one after."""
        following = self.store.after(report.campaign, report.unit, report.month)
        return flags(report, last or self.last(report), following)

    def flags_of(self, report: MonthlyReport) -> int:
        return len(self.flags(report))

    def progress(self, rows: Iterable[IssueRow], month: str) -> dict[str, Progress | None]:
        """How far those issues were when the month was over, out of the log: a month that is looked at later says the
        same. As `progress_then`."""
        known, today = {row.id: row for row in rows}, self.desk.today()
        day = progress_day(month, today)
        over = datetime.combine(day + timedelta(days=1), time.min).astimezone(UTC)  # midnight here
        since = over.isoformat(timespec="milliseconds")
        return progress_then(known.values(), self.store.changes_since(since, known) if day < today else ())

    def write(self, report: MonthlyReport, typed_here: bool) -> ReportChanged:
        """A new version, in the transaction that is open or one of its own. Whoever calls tells the fact when that is
        over. ``typed_here``: out of the draft, which is gone then; one that came as a form leaves it alone."""
        kind = "report.corrected" if report.version > 1 else "report.submitted"
        payload = {"report": to_plain(report), "version": report.version, "reason": report.reason}
        found = self.flags_of(report)
        with self.desk.record(kind, key_of(report), payload, *typed(report), report.reason) as (seq, _):
            self.store.put(report, found)
            if following := self.store.after(report.campaign, report.unit, report.month):
                self.store.put(following, self.flags_of(following))
            if typed_here:
                self.store.drop_draft(report.campaign, report.unit, report.month)
        return changed(seq, kind, report)

    def mark(self, kind: str, report: MonthlyReport, payload: dict[str, str], *texts: str) -> None:
        """Something about the newest version that leaves its texts as they are."""
        found = self.flags_of(report)
        with self.desk.record(kind, key_of(report), {"version": report.version, **payload}, *texts) as (seq, _):
            self.store.put(report, found)
        self.desk.bus.publish(changed(seq, kind, report))


def blank(campaign_id: str, unit_id: str, month: str, rows: Iterable[IssueRow]) -> MonthlyReport:
    items = tuple(ReportedIssue(row.id, ReportText(), row.number, row.title) for row in rows)
    return MonthlyReport(campaign_id, unit_id, month, items)


def followed(before: MonthlyReport | None, report: MonthlyReport, today: date, reason: str) -> MonthlyReport:
    """``report`` as the version after ``before``, handed in today. One of nothing new loses its texts."""
    kept = replace(report, items=(), overall=ReportText(), overruled=()) if report.zero_reason.strip() else report
    day = today.isoformat()
    return replace(
        kept,
        version=before.version + 1 if before else 1,
        submitted_on=day,
        first_on=before.first_on or before.submitted_on if before else day,
        returned_reason="",
        checked_by="",
        reason=reason,
    )


def key_of(report: MonthlyReport) -> str:
    """What the log calls it."""
    return report_key(report.campaign, report.unit, report.month)


def report_key(campaign_id: str, unit_id: str, month: str) -> str:
    return f"{campaign_id}/{unit_id}/{month}"


def typed(report: MonthlyReport) -> list[str]:
    """Everything that a person has written in it."""
    texts = [text for item in report.items for text in item.text.texts()]
    reasons = [one.reason for one in report.overruled]
    return [*texts, *report.overall.texts(), *reasons, report.zero_reason, report.filled_by, report.reviewed_by]


def changed(seq: int, kind: str, report: MonthlyReport) -> ReportChanged:
    return ReportChanged(seq, kind, report.campaign, report.unit, report.month, report.version)
