"""A unit has another 分管领导: the issues that are not closed yet go over, where that is wanted."""

from dataclasses import replace

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.services.issue_book import IssueBook, Step

CLOSED = (IssueState.CLOSED, IssueState.VOID)


class LeaderHandover:
    def __init__(self, book: IssueBook) -> None:
        self._book = book

    def waiting(self, unit_id: str, former: str) -> list[Issue]:
        """Those that the unit leads under that name ("" for none): others were named on purpose. What is being signed
        off is left out, and so are the ones of a campaign that is over."""
        campaigns = [one.id for one in self._book.store.campaigns() if not one.retired]
        led = [issue for campaign in campaigns for issue in self._book.store.issues(campaign, unit_id)]
        open_ones = [one for one in led if one.state not in (*CLOSED, IssueState.DONE)]
        return [one for one in open_ones if one.text.leader.strip() == former.strip()]

    def hand_over(self, unit_id: str, leader: str, former: str) -> int:
        """How many got the new 责任领导; each keeps it in its history."""
        waiting = self.waiting(unit_id, former)
        for issue in waiting:
            after = replace(issue, text=replace(issue.text, leader=leader.strip()), version=issue.version + 1)
            why = f"分管领导由{former.strip() or '（未写）'}改为{leader.strip()}"
            self._book.save(Step("issue.edited", issue, after, why))
        return len(waiting)
