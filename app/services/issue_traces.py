"""What other entries hold of an issue: its lines in monthly reports, the answer that it was made of, a link to it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.codec import from_plain, to_plain
from app.domain.ledger.monthly_report import MonthlyReport
from app.domain.ledger.post_risk import PostRisk
from app.domain.ledger.self_check import SelfCheck
from app.services.ledger_desk import LedgerDesk
from app.services.report_book import ReportBook
from app.storage.mention_store import MentionStore, ObjectEvent
from app.storage.placed_bodies import PlacedBodies
from app.storage.self_check_store import SelfCheckStore

CLEARED = "report.cleared"


class IssueTraces:
    """Every method belongs into an open recording."""

    def __init__(
        self,
        desk: LedgerDesk,
        mentions: MentionStore,
        reports: ReportBook,
        checks: SelfCheckStore,
        risks: PlacedBodies[PostRisk],
    ) -> None:
        self._desk, self._mentions, self._reports = desk, mentions, reports
        self._checks, self._risks = checks, risks

    def clear(self, campaign_id: str, issue_id: str, number: int) -> None:
        self._clear_reports(campaign_id, issue_id, number)
        for check_id in self._mentions.ids("self_check", issue_id):
            if (check := self._checks.get(check_id)) is not None:
                self._clear_check(check, issue_id)
        for risk_id in self._mentions.ids("post_risk", issue_id):
            risk = self._risks.get(risk_id)
            if risk is not None and risk.issue == issue_id:
                released = replace(risk, issue="", version=risk.version + 1)
                with self._desk.record("post_risk.released", risk_id, {"issue": issue_id}):
                    self._risks.put(risk_id, (risk.unit,), released)

    def sources(self, issue_id: str) -> tuple[bool, bool]:
        """Whether a self-check has made it, and whether a line of the post risks has."""
        return bool(self._mentions.ids("self_check", issue_id)), bool(self._mentions.ids("post_risk", issue_id))

    def _clear_reports(self, campaign_id: str, issue_id: str, number: int) -> None:
        """The events of a report that speak of it lose their content; one new event says what is left of them."""
        by_report: dict[str, list[ObjectEvent]] = {}
        for event in self._mentions.events(f"{campaign_id}/*", issue_id):
            by_report.setdefault(event.object, []).append(event)
        for key, events in by_report.items():
            was: dict[str, Any] = {}
            for event in events:
                was |= _remains(event, issue_id)
            payload = {"reason": f"第 {number} 号问题系误录，已清除", "issue": issue_id, "was": was}
            with self._desk.record(CLEARED, key, payload):
                self._desk.journal.erase((), [event.name for event in events])
        store = self._reports.store
        for report in store.mentioning(campaign_id, issue_id):
            cleared = report.without(issue_id)
            store.rewrite(cleared)
            newest = store.newest(cleared.campaign, cleared.unit, cleared.month)
            if newest is not None and newest.version == cleared.version:
                store.put(cleared, self._reports.flags_of(cleared))
        now = self._desk.now()
        for draft in store.drafts_mentioning(campaign_id, issue_id):
            store.put_draft(draft.without(issue_id), now)

    def _clear_check(self, check: SelfCheck, issue_id: str) -> None:
        """The answer stays, without what was written and without the link: it can be answered anew."""
        items = {one.item for one in (*check.answers, *check.taken_back) if one.issue == issue_id}
        events = [
            event.name
            for event in self._mentions.events(check.id, "")
            if event.payload.get("answer", {}).get("item") in items
        ]
        answers = tuple(replace(one, note="", issue="") if one.item in items else one for one in check.answers)
        former = tuple(one for one in check.taken_back if one.item not in items)
        bare = [to_plain(one) for one in answers if one.item in items]
        with self._desk.record("self_check.cleared", check.id, {"issue": issue_id, "answers": bare}):
            self._desk.journal.erase((), events)
            self._checks.put(replace(check, answers=answers, taken_back=former), self._desk.now())


def _remains(event: ObjectEvent, issue_id: str) -> dict[str, Any]:
    """What the event says without the issue, by its mark; of one that tells of an earlier clearing, what that kept."""
    payload = event.payload
    if event.kind == CLEARED:
        own = {key: value for key, value in payload.items() if key in ("by", "reason")}
        earlier = {mark: _without(old, issue_id) for mark, old in payload["was"].items()}
        return {**earlier, event.mark: own}
    return {event.mark: _without(payload, issue_id)}


def _without(payload: Mapping[str, Any], issue_id: str) -> dict[str, Any]:
    left = dict(payload)
    if str(left.get("place", "")).startswith(f"{issue_id}/"):
        left = {key: value for key, value in left.items() if key in ("by", "version")}
    if "report" in left:
        left["report"] = to_plain(from_plain(MonthlyReport, left["report"]).without(issue_id))
    return left
