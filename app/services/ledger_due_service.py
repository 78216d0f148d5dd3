"""What 首页 reminds of: monthly reports, 回头看 and measures that are due within five days, or overdue."""

from __future__ import annotations  # what it reads with is made when there is a ledger: not at start

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.ledger.due_entry import SOON, DueEntry, when_words
from app.storage.ledger_glance_store import LedgerGlanceStore

if TYPE_CHECKING:
    from app.domain.ledger.campaign import Campaign
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
        """The longest overdue first; empty, and hardly anything read, where there is no campaign."""
        if not self._glance.in_use():
            return []
        today = self._ledger().today()
        found = self._of_reports()
        for campaign in self._ledger().campaigns():
            found += [one for one in (self._of_looks(campaign, today), self._of_measures(campaign, today)) if one]
        return sorted(found, key=lambda entry: entry.left)

    def _of_reports(self) -> list[DueEntry]:
        made = []
        for one in self._reports().reminders():
            alone = len(one.units) == 1
            page, argument = ("reports", (one.campaign, one.units[0], one.month)) if alone else ("collection", None)
            where: object = argument or (one.campaign, one.month)
            action = "去填报" if alone else "去看看"
            made.append(DueEntry(one.words, one.title, one.days, action, page, where))
        return made

    def _of_looks(self, campaign: Campaign, today: date) -> DueEntry | None:
        from app.domain.ledger.look_back import due_days

        days = [
            day
            for since, done in self._glance.settled(campaign.id)
            for months, day in due_days(date.fromisoformat(since))
            if months not in done and (day - today).days <= SOON
        ]
        if not days:
            return None
        left = (min(days) - today).days
        title = f"回头看 {len(days)} 项到期：最早的{when_words(left)}"
        return DueEntry(title, campaign.title, left, "去回头看", "look_backs", campaign.id)

    def _of_measures(self, campaign: Campaign, today: date) -> DueEntry | None:
        until = (today + timedelta(days=SOON)).isoformat()
        count, earliest = self._glance.deadlines(campaign.id, until)
        if not count:
            return None
        left = (date.fromisoformat(earliest) - today).days
        title = f"{count} 个问题的整改措施到期：最早的{when_words(left)}"
        return DueEntry(title, campaign.title, left, "看台账", "ledger", campaign.id)
