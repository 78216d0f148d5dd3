"""What 首页 reminds of: monthly reports, 回头看 and measures that are due within five days, or overdue."""

from __future__ import annotations  # what it reads with is made when there is a ledger: not at start

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.ledger.due_entry import SOON, DueEntry, when_words
from app.storage.ledger_glance_store import LedgerGlanceStore

if TYPE_CHECKING:
    from app.domain.ledger.campaign import Campaign
    from app.domain.ledger.report_reminder import ReportReminder
    from app.services.ledger_service import LedgerService
    from app.services.report_service import ReportService


class LedgerDueService:
    def __init__(
        self,
        glance: LedgerGlanceStore,
        ledger: Callable[[], LedgerService],
        reports: Callable[[], ReportService],
    ) -> None:
        self._glance, self._ledger, self._reports = glance, ledger, reports

    def entries(self) -> list[DueEntry]:
        """The longest overdue first; empty, and hardly anything read, where there is no campaign. Of one that is over
        only its look-backs, most of which fall due after its end."""
        if not self._glance.in_use():
            return []
        today = self._ledger().today()
        found = self._of_reports()
        at_work = (self._of_put_back, self._of_looks, self._of_lasting, self._of_measures)
        for campaign in self._ledger().campaigns(retired=True):
            kinds = (self._of_looks,) if campaign.retired else at_work
            found += [one for kind in kinds if (one := kind(campaign, today))]
        return sorted(found, key=lambda entry: entry.left)

    def _of_reports(self) -> list[DueEntry]:
        """Months that are overdue as one row for each campaign, what is due soon as a row for each day."""
        told = self._reports().reminders()
        late: dict[str, list[ReportReminder]] = {}
        for one in told:
            if one.overdue:
                late.setdefault(one.campaign, []).append(one)
        several = [_several(rows) for rows in late.values() if len(rows) > 1]
        return several + [_single(one) for one in told if not one.overdue or len(late[one.campaign]) == 1]

    def _of_put_back(self, campaign: Campaign, today: date) -> DueEntry | None:
        """At work until what they leant on was wiped: they are waiting for measures today."""
        waiting = self._glance.put_back(campaign.id)
        if not waiting:
            return None
        one = len(waiting) == 1
        page, argument = ("issue", waiting[0]) if one else ("ledger", campaign.id)
        title = f"{len(waiting)} 个问题因误录清除而措施不足，已退回待定措施"
        return DueEntry(title, campaign.title, 0, "去补足", page, argument)

    def _of_looks(self, campaign: Campaign, today: date) -> DueEntry | None:
        days = [day for day in self._glance.look_backs(campaign.id) if (day - today).days <= SOON]
        if not days:
            return None
        left = (min(days) - today).days
        title = f"回头看 {len(days)} 项到期：最早的{when_words(left, '已到期')}"
        return DueEntry(title, campaign.title, left, "去回头看", "look_backs", campaign.id)

    def _of_lasting(self, campaign: Campaign, today: date) -> DueEntry | None:
        """长期坚持 that is at work still: it is looked back on where it is written."""
        until = (today + timedelta(days=SOON)).isoformat()
        count, earliest = self._glance.look_backs_to_work_on(campaign.id, until)
        if not count:
            return None
        left = (date.fromisoformat(earliest) - today).days
        title = f"{count} 个问题的长期坚持措施该回头看：最早的{when_words(left, '已到期')}"
        return DueEntry(title, campaign.title, left, "看台账", "ledger", campaign.id)

    def _of_measures(self, campaign: Campaign, today: date) -> DueEntry | None:
        until = (today + timedelta(days=SOON)).isoformat()
        count, earliest = self._glance.deadlines(campaign.id, until)
        if not count:
            return None
        left = (date.fromisoformat(earliest) - today).days
        title = f"{count} 个问题的整改措施到期：最早的{when_words(left)}"
        return DueEntry(title, campaign.title, left, "看台账", "ledger", campaign.id)


def _single(one: ReportReminder) -> DueEntry:
    if len(one.units) == 1:
        form = (one.campaign, one.units[0], one.month)
        return DueEntry(one.words, one.title, one.days, "去填报", "reports", form)
    return DueEntry(one.words, one.title, one.days, "去看看", "collection", (one.campaign, one.month))


def _several(rows: list[ReportReminder]) -> DueEntry:
    first = min(rows, key=lambda one: one.due)
    months = len({one.month for one in rows})
    title = f"{months} 个月的整改月报没有报齐：最早的{when_words(first.days)}"
    return DueEntry(title, first.title, first.days, "去看看", "collection", (first.campaign, first.month))
