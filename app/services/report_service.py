"""月报: a unit's month is typed, handed in, corrected, sent back; who owes what is seen at a glance."""

from dataclasses import replace
from datetime import date

from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.monthly_report import MonthlyReport, Overruled, ReportedIssue, ReportText
from app.domain.ledger.report_change import WORDS, ReportChange
from app.domain.ledger.report_check import LEAST_REASON, MOST_REASON, Flag, wanting
from app.domain.ledger.report_grid import ReportGrid, due_on
from app.domain.ledger.report_progress import UNKNOWN, Progress
from app.domain.ledger.report_reminder import ReportReminder, reminders
from app.domain.ledger.report_sheet import ReportSheet, SheetRow
from app.services.report_book import ReportBook, blank, followed, report_key, typed
from app.storage.mention_store import mark_of

LOCKED = "这个月的月报已报送，不能直接改。需要改，请点“更正”并写明原因。"
STALE = "这份草稿是按旧的一版写的，其间已有新的一版。请先看新的一版，再点“更正”。"
AGAIN, LATER = "退回后重报", "当月以后登记"


class ReportService:
    """Everything is on disk when a method returns; whatever is refused raises UserError with its sentences."""

    def __init__(self, book: ReportBook) -> None:
        self._book, self._store, self._desk = book, book.store, book.desk

    # What one sees.

    def grid(self, campaign_id: str) -> ReportGrid:
        """Units × months, with what is missing; who is on the 抽查名单."""
        return self._book.grid(campaign_id)

    def reminders(self, today: date | None = None) -> list[ReportReminder]:
        """For 首页, of all campaigns in use: what is due within five days, or overdue; the oldest first."""
        day = today or self._desk.today()
        found = [
            row for campaign in self._book.ledger.campaigns() for row in reminders(self._book.grid(campaign.id), day)
        ]
        return sorted(found, key=lambda row: row.due)

    def sheet(self, campaign_id: str, unit_id: str, month: str) -> ReportSheet:
        """A unit's month: what was typed, else what was handed in, else a row for every open issue."""
        campaign, unit = self._book.campaign(campaign_id, month), self._book.ledger.unit(unit_id)
        newest, draft = self._store.newest(campaign_id, unit_id, month), self._store.draft(campaign_id, unit_id, month)
        stale = draft if draft is not None and draft.version != (newest.version if newest else 0) else None
        known = {row.id: row for row in self._book.issues.rows(campaign_id)}
        if draft is not None and stale is None:
            report, locked = self._synced(draft, known), False
        elif newest is None:
            report, locked = self._synced(blank(campaign_id, unit_id, month, ()), known), False
        else:
            report, locked = newest, not newest.returned_reason
        last = self._book.last(report)
        due = due_on(campaign, unit_id, month)
        seen = (self._book.flags(report, last), () if locked else wanting(report))
        there = [known[item.issue] for item in report.items if item.issue in known]
        rows = _rows(report, last, known, self._book.progress(there, month))
        return ReportSheet(campaign, unit, month, due, report, rows, last, not locked, locked, *seen, stale)

    def version(self, campaign_id: str, unit_id: str, month: str, version: int) -> MonthlyReport:
        """An old version, as it was handed in."""
        found = self._store.version(campaign_id, unit_id, month, version)
        if found is None:
            raise UserError(f"没有第 {version} 版。请在历史里重新选择。")
        return found

    def history(self, campaign_id: str, unit_id: str, month: str) -> list[ReportChange]:
        """Newest first. Of a month that was wiped only that it was; what a wiped issue has left of an event is told
        by the one that took it out."""
        events = list(self._desk.journal.events(object_id=report_key(campaign_id, unit_id, month)))
        was = {mark: old for *_, payload in events for mark, old in payload.get("was", {}).items()}
        found = [
            ReportChange(
                *(seq, utc, str(told.get("by", "")), WORDS[kind]),
                *(str(told.get("reason", "")), int(told.get("version", 0))),
            )
            for seq, utc, kind, _, payload in events
            if kind in WORDS and (told := payload or was.get(mark_of(seq, utc), {}))
        ]
        return found[::-1]

    # What a unit does.

    def keep(self, report: MonthlyReport) -> ReportSheet:
        """Keep what is being typed; no event. Raises UserError where the month was handed in and is locked."""
        self._book.campaign(report.campaign, report.month)
        refuse_graded(*typed(report))
        self._refuse_locked(report)
        kept = replace(report, submitted_on="")
        if kept != self._store.draft(report.campaign, report.unit, report.month):
            now = self._desk.now()
            self._desk.journal.note(lambda: self._store.put_draft(kept, now))
        return self.sheet(report.campaign, report.unit, report.month)

    def discard(self, campaign_id: str, unit_id: str, month: str) -> None:
        """Give up what was typed since the last version."""
        self._desk.journal.note(lambda: self._store.drop_draft(campaign_id, unit_id, month))

    def begin_correction(self, campaign_id: str, unit_id: str, month: str) -> ReportSheet:
        """Unlock a month that was handed in: a draft with its words. Nothing counts before it is submitted."""
        newest = self._book.newest(campaign_id, unit_id, month)
        draft, now = replace(newest, submitted_on=""), self._desk.now()
        self._desk.journal.note(lambda: self._store.put_draft(draft, now))
        return self.sheet(campaign_id, unit_id, month)

    def overrule(self, campaign_id: str, unit_id: str, month: str, place: str, reason: str) -> ReportSheet:
        """Let a flag pass, and say why: in the draft, or (an event) in what was handed in. An empty reason takes it
        back, in a draft only."""
        sheet, words = self.sheet(campaign_id, unit_id, month), reason.strip()
        others = tuple(one for one in sheet.report.overruled if one.place != place)
        if sheet.draft and not words:
            return self.keep(replace(sheet.report, overruled=others))
        if place not in {flag.place for flag in self._book.flags(replace(sheet.report, overruled=others), sheet.last)}:
            raise UserError("这一处没有提示，不用说明。")
        _needs_reason(words, "保留这段文字")
        report = replace(sheet.report, overruled=(*others, Overruled(place, words)))
        if sheet.draft:
            return self.keep(report)
        self._book.mark("report.overruled", report, {"place": place, "reason": words}, words)
        return self.sheet(campaign_id, unit_id, month)

    def submit(self, report: MonthlyReport, reason: str = "") -> MonthlyReport:
        """Hand it in; it is locked then. A correction is the next version and needs a reason, but not after it was sent
        back. Raises UserError with what is wanting or flagged; what was typed is kept."""
        sheet = self.keep(report)
        before = self._store.newest(report.campaign, report.unit, report.month)
        why = reason.strip() or (AGAIN if before and before.returned_reason else "")
        if before:
            _needs_reason(why, "更正")
        if wrong := [*sheet.wanting, *sheet.flags]:
            raise UserError("没有报送，填写的内容已保存。" + _few(sheet, wrong))
        made = followed(before, sheet.report, self._desk.today(), why)
        self._desk.bus.publish(self._book.write(made, typed_here=True))
        return made

    # What the 整改办 does.

    def send_back(self, campaign_id: str, unit_id: str, month: str, reason: str) -> None:
        """退回: the unit is asked for another version. Whoever has looked at this one stands in the history only."""
        words = reason.strip()
        _needs_reason(words, "退回")
        newest = self._book.newest(campaign_id, unit_id, month)
        if newest.returned_reason:
            raise UserError("这份月报已经退回，正等责任单位重报。")
        returned = replace(newest, returned_reason=words, checked_by="")
        self._book.mark("report.returned", returned, {"reason": words}, words)

    def check(self, campaign_id: str, unit_id: str, month: str, reviewer: str = "") -> None:
        """整改办审核: who looked at the newest version; whoever works at this PC where nobody is named."""
        newest = self._book.newest(campaign_id, unit_id, month)
        if newest.returned_reason:
            raise UserError("这份月报已经退回。请等责任单位重报后再审核。")
        name = reviewer.strip() or self._desk.who()
        self._book.mark("report.checked", replace(newest, checked_by=name), {"reviewer": name}, name)

    def _refuse_locked(self, report: MonthlyReport) -> None:
        newest = self._store.newest(report.campaign, report.unit, report.month)
        if report.version != (newest.version if newest else 0):
            raise UserError(STALE)
        draft = self._store.draft(report.campaign, report.unit, report.month)
        begun = draft is not None and newest is not None and draft.version == newest.version
        if newest is not None and not newest.returned_reason and not begun:
            raise UserError(LOCKED)

    def _synced(self, draft: MonthlyReport, known: dict[str, IssueRow]) -> MonthlyReport:
        """With a row for each issue that is open; one that is no longer keeps its row while something stands in it. A
        correction keeps the rows of what it corrects."""
        if draft.version:
            return draft
        rows = [row for row in known.values() if row.unit == draft.unit and row.state.reports]
        gone = [item for item in draft.items if item.issue not in {row.id for row in rows} and not item.text.blank]
        items = [ReportedIssue(row.id, draft.text_of(row.id), row.number, row.title) for row in rows]
        return replace(draft, items=(*items, *gone))


def _rows(
    report: MonthlyReport,
    last: MonthlyReport | None,
    known: dict[str, IssueRow],
    progress: dict[str, Progress | None],
) -> tuple[SheetRow, ...]:
    before = {item.issue: item.text for item in last.items} if last else {}
    rows = []
    for item in report.items:
        then, facts = progress.get(item.issue), ("", "")
        if item.issue in known and item.issue not in progress:
            facts = (LATER, "")
        elif item.issue in known:
            facts = (then.state.value, then.done_words()) if then else (UNKNOWN, "")
        text = before.get(item.issue, ReportText())
        rows.append(SheetRow(item.issue, item.number, item.title, *facts, item.text, text))
    return tuple(rows)


def _few(sheet: ReportSheet, wrong: list[Flag]) -> str:
    """The first two sentences, each with its place, and how many more there are."""
    titles = {row.issue: f"问题 {row.number}：" for row in sheet.rows}
    said = "".join(titles.get(flag.place.partition("/")[0], "") + flag.words for flag in wrong[:2])
    return said + (f"（另有 {len(wrong) - 2} 处，见页面标出的地方）" if len(wrong) > 2 else "")


def _needs_reason(reason: str, what: str) -> None:
    refuse_graded(reason)
    if len(reason) < LEAST_REASON:
        raise UserError(f"{what}要写明原因，不少于 {LEAST_REASON} 个字。")
    if len(reason) > MOST_REASON:
        raise UserError(f"原因有 {len(reason)} 字，最多 {MOST_REASON} 字。请写短一些。")
