"""Issues of a campaign that go into a table, in the order in which they are on screen."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.stub import Stub
from app.domain.ledger.time_limit import look_back_due_words


@dataclass(frozen=True, slots=True)
class LedgerExtract:
    """``issues``: (number within the campaign, issue). ``total`` is how many the campaign has that count.
    ``names`` of units by id, ``heads`` of them too; ``cases`` are titles by id. ``day`` is the one on which it is
    made. ``gaps`` says which numbers are missing and why, as the screen does. ``groups``: the heads under which they
    stand on screen, each with how many lines follow it; empty where there are none. ``stubs``: what is left of wiped
    issues, each with its place among the lines, the earliest first. ``faults``: what is wrong with files of evidence,
    by their ids: 「缺失」; a file that is not among them is there as it was."""

    campaign: Campaign
    issues: tuple[tuple[int, Issue], ...]
    total: int
    names: Mapping[str, str]
    heads: Mapping[str, str]
    cases: Mapping[str, str]
    day: date
    gaps: str = ""
    groups: tuple[tuple[str, int], ...] = ()
    stubs: tuple[tuple[int, Stub], ...] = ()
    faults: Mapping[str, str] = field(default_factory=dict)

    def lines(self) -> Iterator[tuple[int, Issue | Stub]]:
        """Issues and stubs with their numbers, as they stand on screen."""
        stubs, issues = dict(self.stubs), iter(self.issues)
        for place in range(self.size):
            yield (stubs[place].number, stubs[place]) if place in stubs else next(issues)

    @property
    def size(self) -> int:
        """Lines."""
        return len(self.issues) + len(self.stubs)

    def unit(self, unit_id: str) -> str:
        """Helpers may be names that the office has typed."""
        return self.names.get(unit_id, unit_id)

    def units(self, ids: tuple[str, ...]) -> str:
        return "、".join(self.unit(one) for one in ids)

    def source(self, issue: Issue) -> str:
        """对照自查：对照案例《…》，2026-03-02."""
        origin = issue.origin
        document = origin.document.strip()
        named = self.cases.get(origin.case, "")
        if named and named not in document:
            document = f"{document}，《{named}》" if document else f"《{named}》"
        facts = [part for part in (document, f"{origin.on:%Y-%m-%d}" if origin.on else "") if part]
        return f"{origin.source}：{'，'.join(facts)}" if facts else origin.source.value

    def file_words(self, evidence: Sequence[str]) -> str:
        """2 份，另 1 份缺失: only files that are there as they were are counted."""
        wrong = Counter(self.faults[one] for one in evidence if one in self.faults)
        others = "".join(f"，另 {count} 份{what}" for what, count in wrong.items())
        return f"{len(evidence) - wrong.total()} 份{others}"

    def scan_words(self, scan: str) -> str:
        """Of a signed sheet, by the id of its file, "" where none was handed in."""
        fault = self.faults.get(scan, "已存入佐证")
        return f"扫描件{fault}" if scan else "没有扫描件"

    def names_case(self) -> bool:
        """Whether a source that is written out names a case."""
        return any(issue.origin.case for _, issue in self.issues)

    def progress(self, issue: Issue) -> str:
        """措施完成 2/4, what is late, and what is due to be looked back on; why, where it is void."""
        if issue.state is IssueState.VOID:
            return f"作废：{issue.void_reason}" if issue.void_reason else IssueState.VOID.value
        words = issue.done_words() if issue.valid_measures else "还没有措施"
        told = [words]
        if late := issue.overdue_by(self.day):
            told.append(f"逾期 {late} 天")
        if (day := issue.next_look_back()) and (due := look_back_due_words(day, self.day)):
            told.append(due)
        return "\n".join(told)

    def count_words(self) -> str:
        """共 120 个问题，已销号 30 个，逾期 4 个（截至…）: counts only."""
        states = [issue.state for _, issue in self.issues]
        count = len(states)
        whole = "" if count >= self.total else f"（本专项 {self.total} 个问题中的一部分）"
        told = [f"共 {count} 个问题{whole}", f"已销号 {states.count(IssueState.CLOSED)} 个"]
        if late := sum(issue.overdue_by(self.day) > 0 for _, issue in self.issues):
            told.append(f"逾期 {late} 个")
        return f"{'，'.join(told)}。"
