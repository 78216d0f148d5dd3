"""The dates of a measure: what they cannot be, and what a change of them needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue import Issue
from app.domain.ledger.measure import Measure


@dataclass(frozen=True, slots=True)
class Postponed:
    """How often a deadline was put off since work began, and what it was at first."""

    times: int
    first: date

    @property
    def words(self) -> str:
        return f"延期 {self.times} 次，原 {self.first:%Y-%m-%d}"


def too_early(issue: Issue, campaign: Campaign, what: str, day: date | None) -> str:
    """Nothing of it was done, or is due, before it was found; work may have begun before the letter that names it,
    yet not before the campaign."""
    found = min(issue.origin.on or campaign.since, campaign.since)
    if day is None or day >= found:
        return ""
    return f"{what} {day:%Y-%m-%d} 早于这个问题的来源日期和专项的开始日期（{found:%Y-%m-%d}）。请核对年份和日期。"


def may_change_limit(issue: Issue, before: Measure, after: Measure, reason: str) -> str:
    """While an issue is at work, a deadline that stood is not moved, nor a kind changed, without saying why."""
    same = before.kind is after.kind and (before.due is None or before.due == after.due)
    if same or reason.strip() or not issue.state.at_work:
        return ""
    return "这个问题正在整改，改完成时限或类别要写明原因，如“县财政局预算延至四季度，经局长办公会同意”。"


def postponements(events: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[int, Postponed]:
    """By number of measure. ``events`` are (kind, payload) of an issue, oldest first: what was planned anew before the
    work began is no delay."""
    found: dict[int, Postponed] = {}
    begun = False
    for kind, payload in events:
        begun = begun or kind == "issue.started"
        for path, (old, new) in payload.get("change", {}).items() if begun and kind == "measure.edited" else ():
            place, _, field = path.rpartition("/")
            if field == "deadline" and old and (not new or new > old):
                number = int(place.removeprefix("measures/"))
                standing = found.get(number)
                first = standing.first if standing else date.fromisoformat(old)
                found[number] = Postponed((standing.times if standing else 0) + 1, first)
    return found
