"""Whether the entries of a ledger are what its logs say: issues played from the first event on, others by what was
written last. What was wiped is known to be gone, and is not asked for; an issue of which only an entry was wiped is
played from what that has left."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NoReturn

from app.domain.codec import from_plain, to_plain
from app.domain.ledger.evidence import Evidence
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.ledger_kinds import of_the_ledger
from app.domain.ledger.monthly_report import MonthlyReport
from app.domain.ledger.post_risk import PostRisk
from app.domain.ledger.replay import replayed
from app.domain.ledger.report_head import ReportHead
from app.domain.ledger.rule_look_back import RuleLookBack
from app.domain.ledger.self_check import SelfCheck
from app.domain.recorded_event import RecordedEvent
from app.services.erasing_remains import CLEARED, remains_in
from app.services.evidence_files import is_safe_name
from app.storage.ledger_copy import LedgerCopy
from app.storage.ledger_store import LedgerStore
from app.storage.mention_store import mark_of
from app.storage.outcome_store import KINDS, Entry
from app.storage.report_store import ReportStore

CLASSES: Mapping[str, type[Any]] = {name: cls for cls, name in KINDS.items()}
HANDED_IN = ("report.submitted", "report.corrected")
Said = Mapping[str, Any] | None
"""What an event says; None once it is erased."""


class MisfitError(ValueError):
    """Its text says, in Chinese, which entry."""


class LedgerFit:
    """Raises MisfitError, or ValueError, KeyError, TypeError … where an entry cannot even be read."""

    def __init__(self, events: Sequence[RecordedEvent], copy: LedgerCopy, store: LedgerStore, reports: ReportStore):
        """``events`` in the order in which they happened; the rest is the ledger that is to fit them."""
        self._copy, self._store, self._reports = copy, store, reports
        self._told: dict[str, list[tuple[str, Said]]] = {}
        cleared = (event for event in events if event.kind == CLEARED and event.payload is not None)
        was = remains_in(json.loads(event.payload or "") for event in cleared)
        for event in events:
            if of_the_ledger(event.kind):
                left = was.get(mark_of(event.seq, event.utc))
                said = left if event.payload is None else json.loads(event.payload)
                self._told.setdefault(event.object, []).append((event.kind, said))
        wiping = [event.kind.endswith(".erased") for event in events]
        last = len(wiping) - wiping[::-1].index(True) if any(wiping) else 0
        for event in events[last:]:
            if event.payload is None and of_the_ledger(event.kind):
                _misfit(f"第 {event.seq} 条记录没有内容")

    def check(self) -> None:
        self._frame("ledger_unit", "unit", "科室与单位")
        self._frame("campaign", "campaign", "专项")
        self._issues()
        self._evidence()
        self._outcomes()
        self._bodies("post_risk", PostRisk, lambda one: {"id": one.id, "unit": one.unit})
        self._bodies("self_check", SelfCheck, _check_columns)
        self._check_reports()
        for row in self._copy.rows("setting"):
            if row["key"] != "evidence_mb" or not 1 <= int(row["value"]) <= 500:
                _misfit("设置")

    def _frame(self, table: str, key: str, words: str) -> None:
        """Units and campaigns: the last event has all of it."""
        rows = {row["id"]: row for row in self._copy.rows(table)}
        self._same(rows, lambda kind: kind in (f"{table}.added", f"{table}.opened"), words)
        for name, row in rows.items():
            last = self._last(name, lambda kind: kind.startswith(f"{table}."), key)
            if last != json.loads(row["body"]):
                _misfit(f"{words}“{last.get('name') or last.get('title') or name}”")
        if table == "campaign":
            stored = {one.id: (one.since.isoformat(), int(one.retired)) for one in self._store.campaigns()}
            if stored != {name: (row["since"], row["retired"]) for name, row in rows.items()}:
                _misfit(words)

    def _issues(self) -> None:
        found: set[str] = set()
        for campaign in self._store.campaigns():
            rows, issues = self._store.rows(campaign.id), self._store.issues(campaign.id)
            for row, issue in zip(rows, issues, strict=True):
                where = f"第 {row.number} 号问题"
                changes = [said["change"] for said in self._changes(issue.id) if said is not None]
                if IssueRow.of(issue, row.number) != row:
                    _misfit(where)
                if len(changes) == len(self._changes(issue.id)) and replayed(issue.id, changes) != issue:
                    _misfit(where)
                found.add(issue.id)
        if len(found) != self._copy.count("issue"):
            _misfit("问题")
        self._same(found, lambda kind: kind == "issue.added", "问题")

    def _changes(self, issue_id: str) -> list[Said]:
        told = self._told.get(issue_id, [])
        own = [said for kind, said in told if kind.partition(".")[0] in ("issue", "measure")]
        return [said for said in own if said is None or "change" in said]

    def _evidence(self) -> None:
        added = {
            (said["evidence"], issue): (said["file"], said["size"], said["sha256"])
            for issue, told in self._told.items()
            for kind, said in told
            if kind == "evidence.added" and said is not None
        }
        gone = {row["id"] for row in self._copy.rows("erased")}
        for row in self._copy.rows("evidence"):
            one = from_plain(Evidence, json.loads(row["body"]))
            if not one.file and row["id"] in gone:
                continue
            issue = self._store.issue(one.issue)
            where = f"佐证“{one.name}”"
            if (one.id, one.issue) != (row["id"], row["issue"]) or not is_safe_name(one.file, one.id):
                _misfit(where)
            if issue is None or issue.campaign != one.campaign:
                _misfit(where)
            if (one.file, one.size, one.sha256) != added.pop((one.id, one.issue), None):
                _misfit(where)
        if left := [name for name, issue in added if not {name, issue} & gone]:
            _misfit(f"佐证 {left[0]}")

    def _outcomes(self) -> None:
        rows = {row["id"]: row for row in self._copy.rows("outcome")}
        self._same(rows, lambda kind: kind in ("outcome.added", "rule.looked_back"), "成果")
        for name, row in rows.items():
            one: Entry = from_plain(CLASSES[row["kind"]], json.loads(row["body"]))
            key = "look" if isinstance(one, RuleLookBack) else "entry"
            last = self._last(name, lambda kind: kind.startswith(("outcome.", "rule.")), key)
            if (one.id, one.campaign) != (name, row["campaign"]) or (last and last != to_plain(one)):
                _misfit(f"成果“{name}”")

    def _bodies(self, table: str, cls: type[Any], columns: Callable[[Any], Mapping[str, Any]]) -> None:
        """Entries whose columns repeat what is in their body."""
        names = set()
        for row in self._copy.rows(table):
            if any(row[column] != value for column, value in columns(from_plain(cls, json.loads(row["body"]))).items()):
                _misfit(f"{table} {row['id']}")
            names.add(row["id"])
        self._same(names, lambda kind: kind in (f"{table}.added", f"{table}.begun"), table)

    def _check_reports(self) -> None:
        versions = set()
        for row in self._copy.rows("report_version"):
            one = from_plain(MonthlyReport, json.loads(row["body"]))
            key = (one.campaign, one.unit, one.month, one.version)
            if key != (row["campaign"], row["unit"], row["month"], row["version"]) or not self._fits(one):
                _misfit(f"{row['month']} 的月报")
            versions.add(key)
        for row in self._copy.rows("report"):
            newest = self._reports.newest(row["campaign"], row["unit"], row["month"])
            head = self._reports.heads(row["campaign"])[row["unit"], row["month"]]
            if newest is None or ReportHead.of(newest, head.flags) != head:
                _misfit(f"{row['month']} 的月报")
        for row in self._copy.rows("report_draft"):
            one = from_plain(MonthlyReport, json.loads(row["body"]))
            if (one.campaign, one.unit, one.month) != (row["campaign"], row["unit"], row["month"]):
                _misfit(f"{row['month']} 的月报草稿")
        self._same_reports(versions)

    def _fits(self, report: MonthlyReport) -> bool:
        """Whether it says what was handed in; what became of it afterwards may differ."""
        key = f"{report.campaign}/{report.unit}/{report.month}"
        told = [said for kind, said in self._told.get(key, []) if kind in HANDED_IN and said is not None]
        version = [said["report"] for said in told if said["version"] == report.version]
        if not version or self._blurred(key):
            return self._blurred(key)
        return _handed_in(from_plain(MonthlyReport, version[-1])) == _handed_in(report)

    def _same_reports(self, versions: Collection[tuple[str, str, str, int]]) -> None:
        found = {(f"{campaign}/{unit}/{month}", version) for campaign, unit, month, version in versions}
        told = {
            (key, said["version"])
            for key, events in self._told.items()
            for kind, said in events
            if kind in HANDED_IN and said is not None
        }
        odd = [key for key, _ in found - told if not self._blurred(key)] + [key for key, _ in told - found]
        if odd:
            _misfit(f"{odd[0].rpartition('/')[2]} 的月报")

    def _same(self, found: Iterable[str], begins: Callable[[str], bool], words: str) -> None:
        """Every entry that was begun is there, and no other; of what was wiped nothing is demanded."""
        found = set(found)
        told = {
            name for name, events in self._told.items() for kind, said in events if begins(kind) and said is not None
        }
        odd = [name for name in found - told if not self._blurred(name)] + sorted(told - found)
        if odd:
            _misfit(f"{words} {odd[0]}")

    def _blurred(self, name: str) -> bool:
        return any(said is None for _, said in self._told.get(name, []))

    def _last(self, name: str, wanted: Callable[[str], bool], key: str) -> Mapping[str, Any]:
        """{} where it was erased."""
        told = [said for kind, said in self._told.get(name, []) if wanted(kind) and (said is None or key in said)]
        return (told[-1] or {}).get(key, {}) if told else {}


def _check_columns(check: SelfCheck) -> Mapping[str, Any]:
    columns = {"id": check.id, "campaign": check.campaign, "unit": check.unit, "case_id": check.case}
    return columns | {"finished_on": check.finished_on}


def _handed_in(report: MonthlyReport) -> MonthlyReport:
    return replace(report, overruled=(), returned_reason="", checked_by="")


def _misfit(where: str) -> NoReturn:
    raise MisfitError(where)
