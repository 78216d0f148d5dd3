"""The frame of 改: who reports, which campaign it is, and its issues as a list."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.events import LedgerChanged
from app.domain.ledger.campaign import LAST_DAY, LEAST_MEASURES, Campaign
from app.domain.ledger.frame_change import frame_changes
from app.domain.ledger.gates import count_of, enough_measures
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_change import IssueChange
from app.domain.ledger.issue_glance import UNSTARTED, IssueGlance
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_unit import LedgerUnit, UnitKind
from app.domain.ledger.monthly_report import month_words
from app.domain.ledger.number_gaps import number_words
from app.services.issue_book import IssueBook
from app.services.leader_handover import LeaderHandover
from app.services.ledger_desk import LedgerDesk
from app.storage.ledger_store import LedgerStore

MOST_NAME = 40


class LedgerService:
    """Everything is on disk when a method returns."""

    def __init__(self, desk: LedgerDesk, store: LedgerStore) -> None:
        self._desk, self._store = desk, store
        self.handover = LeaderHandover(IssueBook(desk, store))

    @property
    def saves(self) -> bool:
        """False where the unit's database could not be opened: then every entry is refused."""
        return self._desk.saves

    def today(self) -> date:
        """The system's local day."""
        return self._desk.today()

    # Who reports.

    def units(self, retired: bool = False) -> list[LedgerUnit]:
        return [unit for unit in self._store.units() if retired or not unit.retired]

    def unit(self, unit_id: str) -> LedgerUnit:
        found = next((unit for unit in self._store.units() if unit.id == unit_id), None)
        if found is None:
            raise UserError("找不到这个科室或单位。请在“科室与单位”里查看。")
        return found

    def add_unit(self, name: str, kind: UnitKind = UnitKind.DEPARTMENT, head: str = "", leader: str = "") -> str:
        """Its id; it reports from this month on. Raises UserError for a name that is empty, too long or taken."""
        since = f"{self.today():%Y-%m}"
        unit = LedgerUnit(uuid.uuid4().hex[:12], name.strip(), kind, head.strip(), leader.strip(), since=since)
        self._put_unit("ledger_unit.added", unit, len(self._store.units()))
        return unit.id

    def change_unit(self, unit: LedgerUnit) -> None:
        """Raises UserError where one that still leads open issues shall be retired: nobody would report them."""
        if unit.retired and not self.unit(unit.id).retired:
            self._refuse_leading(unit)
        self._put_unit("ledger_unit.changed", unit, [one.id for one in self._store.units()].index(unit.id))

    def _refuse_leading(self, unit: LedgerUnit) -> None:
        rows = [row for campaign in self.campaigns() for row in self._store.rows(campaign.id) if row.unit == unit.id]
        led = [row.number for row in rows if row.state not in (IssueState.CLOSED, IssueState.VOID)]
        if led:
            some = f"第 {number_words(led)} 号"
            advice = "停用以后没有人报它们的月报。请先在台账里把它们的牵头单位改成别的单位，再停用。"
            raise UserError(f"{unit.name}还牵头 {len(led)} 个未销号问题（{some}）。{advice}")

    def _put_unit(self, kind: str, unit: LedgerUnit, place: int) -> None:
        if not unit.name.strip():
            raise UserError("请写科室或单位的名称。")
        if len(unit.name) > MOST_NAME:
            raise UserError(f"名称有 {len(unit.name)} 字，最多 {MOST_NAME} 字。请写短一些。")
        if any(one.name == unit.name and one.id != unit.id and not one.retired for one in self._store.units()):
            raise UserError(f"已有“{unit.name}”。请换一个名称，或直接用原来的。")
        with self._desk.record(kind, unit.id, {"unit": to_plain(unit)}, unit.name, unit.head, unit.leader):
            self._store.put_unit(unit, place)
        self._desk.bus.publish(LedgerChanged(""))

    # Campaigns.

    def campaigns(self, retired: bool = False) -> list[Campaign]:
        """Newest first."""
        return [one for one in self._store.campaigns() if retired or not one.retired]

    def campaign(self, campaign_id: str) -> Campaign:
        found = next((one for one in self._store.campaigns() if one.id == campaign_id), None)
        if found is None:
            raise UserError("找不到这个专项。请在“整改台账”左上重新选择。")
        return found

    def open_campaign(self, title: str, since: date, until: date) -> str:
        """The id of a new one with the usual steps; change it with `change_campaign`."""
        campaign = Campaign(uuid.uuid4().hex[:12], title.strip(), since, until)
        self._put_campaign("campaign.opened", campaign)
        return campaign.id

    def change_campaign(self, campaign: Campaign) -> None:
        """Steps cannot be changed while an issue of it is being signed off: it would be unclear which ones hold. Nor
        can its dates be moved past a month that was handed in."""
        before = self.campaign(campaign.id)
        reported = self._store.reported_months(campaign.id)
        if outside := [month_words(month) for month in reported if month not in campaign.months()]:
            named = "、".join(outside[:3]) + (f"等 {len(outside)} 个月" if len(outside) > 3 else "")
            raise UserError(f"{named}已有报送的月报，这样改就不在起止时间内了。请把起止日期改到包括这些月份。")
        campaign = replace(campaign, minutes_steps=campaign.met)
        if reported:  # else nothing could come to be late, or to have come in time
            campaign = campaign.after(before, self.today())
        changed = (before.steps, before.met) != (campaign.steps, campaign.met)
        if changed and any(issue.approvals for issue in self._store.issues(campaign.id)):
            raise UserError("已有问题在审签或已销号，审签步骤不能再改。下一个专项可以另设。")
        if before.count_by is not campaign.count_by:
            self._still_enough(campaign)
        self._put_campaign("campaign.changed", campaign, must_meet=changed)

    def retire_campaign(self, campaign_id: str, retired: bool = True) -> None:
        """Over, or taken up again; its ledger stays readable, and it is still looked back on."""
        self._put_campaign("campaign.changed", replace(self.campaign(campaign_id), retired=retired), must_meet=False)

    def look_backs_to_come(self, campaign_id: str) -> list[date]:
        """The days of those that are still to be done, due or not, of what is closed or held for good; in order."""
        settled = self._store.looked_back_on(campaign_id)
        return sorted(day for issue in settled for _, day in issue.look_backs_to_come())

    def _still_enough(self, campaign: Campaign) -> None:
        """Counted in another way, an issue at work may have too few measures all at once."""
        issues = self._store.issues(campaign.id)
        at_work = [issue for issue in issues if issue.state.at_work]
        lacking = [str(self._store.number_of(one.id)) for one in at_work if enough_measures(one, issues, campaign)]
        if lacking:
            some = f"第 {'、'.join(lacking[:5])} 号{'等' if len(lacking) > 5 else ''}"
            raise UserError(f"这样计数，正在整改的{some}问题措施就不足了。请先为它们补足措施，再改计数方式。")

    def _put_campaign(self, kind: str, campaign: Campaign, must_meet: bool = True) -> None:
        if not campaign.title.strip():
            raise UserError("请写专项的名称，如“临时救助资金监管专项”。")
        if campaign.until < campaign.since:
            raise UserError("专项的结束日期早于开始日期。请核对。")
        if len(campaign.months()) > 60:
            raise UserError("专项最长五年。请核对起止日期。")
        if not campaign.steps or any(not step.strip() for step in campaign.steps):
            raise UserError("销号的审签步骤至少要有一步，每步都要有名称。")
        if len(set(campaign.steps)) < len(campaign.steps):
            raise UserError("销号的审签步骤有重名。请改成不同的名称。")
        if must_meet and not campaign.met:
            raise UserError("销号至少要有一步上会审定。请勾选是哪一步，登记时要写会议日期和纪要编号。")
        if any(not 1 <= day <= LAST_DAY for day in (campaign.due_day, *(day for _, day in campaign.due_days))):
            raise UserError(f"月报截止日只能是 1 到 {LAST_DAY} 日，每个月都有这一天。")
        with self._desk.record(kind, campaign.id, {"campaign": to_plain(campaign)}, campaign.title, *campaign.steps):
            self._store.put_campaign(campaign)
        self._desk.bus.publish(LedgerChanged(""))

    # What became of them.

    def campaign_history(self, campaign_id: str) -> list[IssueChange]:
        """Who changed its settings, from what to what; newest first."""
        names = {unit.id: unit.name for unit in self._store.units()}
        return frame_changes(self._desk.journal.events(object_id=campaign_id), names)

    def unit_history(self) -> list[IssueChange]:
        """Of all units, newest first."""
        told = (event for unit in self._store.units() for event in self._desk.journal.events(object_id=unit.id))
        return frame_changes(told, {})

    # Issues as a list.

    def rows(self, campaign_id: str) -> list[IssueRow]:
        """Overdue ones first, the longest first; then by number."""
        today = self.today()
        return sorted(self._store.rows(campaign_id), key=lambda row: -row.overdue_by(today))  # they come by number

    def glances(self, campaign_id: str, issue_ids: Sequence[str]) -> dict[str, IssueGlance]:
        """By id, of those that there are; for as many cards as are seen at once. What else its unit does is read only
        for an issue that has not begun and has too little of its own."""
        campaign, around = self.campaign(campaign_id), dict[str, list[Issue]]()
        made = {}
        for issue in self._store.some(issue_ids):
            made[issue.id] = IssueGlance.of(issue, self._count(issue, campaign, around))
        return made

    def _count(self, issue: Issue, campaign: Campaign, around: dict[str, list[Issue]]) -> int:
        if issue.state not in UNSTARTED:
            return 0
        count, unit = count_of(issue, (), campaign).count, issue.text.lead_unit
        if count < LEAST_MEASURES:
            if unit not in around:
                around[unit] = self._store.issues(campaign.id, unit)
            count = count_of(issue, around[unit], campaign).count
        return count
