"""Which drafts are shown: those of a self-check, or all of a 专项 that wait, with those that were just dealt with."""

from collections.abc import Collection
from typing import NamedTuple

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.number_gaps import void_words
from app.domain.ledger.self_check import SelfCheck
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.self_check_service import SelfCheckService
from app.ui.parts.day_words import moment_words

CONFIRMED = "责任单位负责人确认"


class DraftShare(NamedTuple):
    """The issues of a unit; ``unit`` is None where none leads yet."""

    unit: LedgerUnit | None
    issues: tuple[Issue, ...]

    @property
    def waiting(self) -> int:
        return sum(issue.state is IssueState.DRAFT for issue in self.issues)


class DraftList:
    def __init__(self, ledger: LedgerService, issues: IssueService, checks: SelfCheckService) -> None:
        self._ledger, self._issues, self._checks = ledger, issues, checks

    def campaign_of(self, argument: object) -> tuple[Campaign | None, SelfCheck | None]:
        """``argument``: the id of a 专项 or of a self-check, or nothing: the newest 专项. Else raises UserError."""
        campaigns = self._ledger.campaigns(retired=True)
        if not argument:
            return (campaigns[0], None) if campaigns else (None, None)
        found = next((one for one in campaigns if one.id == argument), None)
        if found is not None:
            return found, None
        check = self._checks.get(str(argument))
        return self._ledger.campaign(check.campaign), check

    def shares(self, campaign: Campaign, check: SelfCheck | None, handled: Collection[str]) -> list[DraftShare]:
        """By unit, in the order of the units; ``handled`` are ids that stay in sight though they wait no more."""
        if check is not None:
            found = self._checks.drafts(check.id)
        else:
            rows = sorted(self._ledger.rows(campaign.id), key=lambda one: one.number)
            ids = [one.id for one in rows if one.state is IssueState.DRAFT or one.id in handled]
            found = [issue for one in ids if (issue := self._issues.get(one)).state is not IssueState.VOID]
        units = self._ledger.units(retired=True)
        shares = [DraftShare(unit, tuple(one for one in found if one.text.lead_unit == unit.id)) for unit in units]
        known = {unit.id for unit in units}
        shares.append(DraftShare(None, tuple(one for one in found if one.text.lead_unit not in known)))
        return [share for share in shares if share.issues]

    def void_words(self, check_id: str) -> str:
        """Which numbers of a self-check are no longer in its list, as it stands now."""
        check = self._checks.get(check_id)
        made = [answer.issue for answer in (*check.answers, *check.taken_back) if answer.issue]
        void = [one for one in made if self._issues.get(one).state is IssueState.VOID]
        return void_words([self._issues.number_of(one) for one in void])

    def confirmed_words(self, issue: Issue) -> str:
        """Who confirmed it and when; "" while nobody has."""
        if issue.state is IssueState.DRAFT:
            return ""
        for change in self._issues.history(issue.id):
            if change.words.startswith(CONFIRMED):
                head = change.words.removeprefix(CONFIRMED).lstrip("：") or "负责人"
                return f"{head} 确认，{moment_words(change.utc)}，由{change.by}登记"
        return ""
