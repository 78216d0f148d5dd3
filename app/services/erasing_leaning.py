"""Issues at work that lean on the measures of another one: what becomes of them when that one is wiped."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.events import IssueChanged
from app.domain.ledger import gates, workflow
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.number_gaps import number_words
from app.services.issue_book import IssueBook, Step


class ErasingLeaning:
    """A wiping never waits for others, and nothing stays at work with too few measures: what leant on the wiped ones
    goes back to 待定措施, told beforehand and kept in its history."""

    def __init__(self, book: IssueBook) -> None:
        self._book = book

    def on(self, issue: Issue, after: Issue | None = None) -> list[Issue]:
        """Those at work that have enough measures with ``issue`` as it is, and have not once it is ``after`` (None:
        wiped altogether); by number, itself as it is then."""
        store = self._book.store
        campaign = next((one for one in store.campaigns() if one.id == issue.campaign), None)
        if campaign is None:
            return []
        around = store.issues(issue.campaign, issue.text.lead_unit)
        gone = after or replace(issue, state=IssueState.VOID)
        lacking = set(gates.left_with_too_few(issue, gone, around, campaign))
        return [gone if one.id == issue.id else one for one in around if one.id in lacking]

    def words(self, issue: Issue, after: Issue | None = None, what: str = "它的措施") -> str:
        """What will become of them, or ""."""
        leaning = self.on(issue, after)
        if not leaning:
            return ""
        numbers = number_words(self._book.store.number_of(one.id) or 0 for one in leaning)
        signed = "已登记的审签留在历史里，补足后重新审签。" if any(one.approvals for one in leaning) else ""
        return (
            f"第 {numbers} 号问题正在整改，凑足 3 条时算上了{what}。清除后措施不足，"
            f"会退回“{IssueState.PLANNING}”，首页会提醒补足。{signed}"
        )

    def put_back(self, leaning: Sequence[Issue], number: int, what: str = "") -> list[IssueChanged]:
        """In the recording that is open: the one of the wiping, whose issue had this number; ``what`` of it was wiped,
        "" for all. Told by whoever calls, once that is over."""
        gone = f"的{what}误录清除，不再计入" if what else "误录清除，它的措施不再计入"
        why = f"第 {number} 号问题{gone}，具体措施不足要求的条数"
        steps = [Step("issue.put_back", one, workflow.put_back(one), why) for one in leaning]
        return [self._book.write(step) for step in steps]
