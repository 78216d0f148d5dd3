"""岗位廉政风险 of the units: append-only, and from any of them an issue can be made."""

import uuid
from dataclasses import replace

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.events import PostRiskChanged
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import Issue, IssueSource, IssueText, Origin
from app.domain.ledger.issue_check import MOST_TEXT, MOST_TITLE, check_text
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.post_risk import PostRisk, by_unit
from app.services.issue_book import IssueBook, Step
from app.services.ledger_service import LedgerService
from app.storage.placed_bodies import PlacedBodies

MOST_POST = 40
WORDS = {
    "post_risk.added": "登记风险点",
    "post_risk.changed": "修改风险点",
    "post_risk.voided": "作废",
    "post_risk.raised": "转为整改问题",
    "post_risk.released": "转成的问题系误录，已清除",
}
GONE = "找不到这条风险点。请在“岗位廉政风险”里重新选择。"
STALE = "这条风险点刚才已被修改，没有保存。请看过新的内容后再改。"


class PostRiskService:
    def __init__(self, ledger: LedgerService, book: IssueBook, store: PlacedBodies[PostRisk]) -> None:
        self._ledger, self._book, self._store = ledger, book, store

    def of(self, unit_id: str = "", void: bool = False) -> list[PostRisk]:
        """Of a unit, in the order in which they were written; of all, unit by unit in the order of the office."""
        if unit_id:
            found = self._store.all(unit_id)
        else:
            order = [unit.id for unit in self._ledger.units(retired=True)]
            found = [risk for _, risks in by_unit(self._store.all(), order) for risk in risks]
        return [risk for risk in found if void or not risk.void_reason]

    def get(self, risk_id: str) -> PostRisk:
        found = self._store.get(risk_id)
        if found is None:
            raise UserError(GONE)
        return found

    def history(self, risk_id: str) -> list[tuple[str, str, str, str]]:
        """(utc, by, words, reason), newest first; of what is kept of it."""
        events = [one for one in self._book.desk.journal.events(object_id=risk_id) if one[2] in WORDS]
        return [
            (utc, str(payload.get("by", "")), WORDS[kind], str(payload.get("reason", "")))
            for _, utc, kind, _, payload in reversed(events)
        ]

    def add(self, risk: PostRisk) -> str:
        """Its id; whatever id, issue and version are in ``risk``."""
        new = replace(_trimmed(risk), id=uuid.uuid4().hex, issue="", void_reason="", version=1)
        self._check(new)
        self._put("post_risk.added", new, {"risk": to_plain(new)})
        return new.id

    def change(self, risk: PostRisk, version: int) -> None:
        """``version`` is that of the line as it was read. Raises UserError where somebody changed it meanwhile."""
        before = self._valid(risk.id)
        if before.version != version:
            raise UserError(STALE)
        after = replace(_trimmed(risk), issue=before.issue, void_reason="", version=before.version + 1)
        self._check(after)
        if replace(after, version=before.version) != before:
            self._put("post_risk.changed", after, {"risk": to_plain(after)})

    def void(self, risk_id: str, reason: str) -> None:
        if not reason.strip():
            raise UserError("请写明作废的原因，如“岗位已撤并”。")
        before = self._valid(risk_id)
        after = replace(before, void_reason=reason.strip(), version=before.version + 1)
        self._put("post_risk.voided", after, {"reason": reason.strip()})

    def raise_issue(self, risk_id: str, campaign_id: str, area: str) -> str:
        """The id of the issue that is made of it: a draft that the head of the unit has yet to confirm."""
        risk, campaign = self._valid(risk_id), self._ledger.campaign(campaign_id)
        if risk.issue and self._book.get(risk.issue).state is not IssueState.VOID:
            raise UserError("这条风险点已经转为整改问题。请在“整改台账”里查看。")
        unit = self._ledger.unit(risk.unit)
        detail = f"岗位：{risk.post}\n权力或职责：{risk.power}\n风险点：{risk.risk}\n现有防控措施：{risk.control}"
        dimension = Dimension.OVERSIGHT
        text = IssueText(risk.risk[:MOST_TITLE], detail, "", dimension, area, (), unit.leader, unit.id)
        check_text(text)
        origin = Origin(IssueSource.POST_RISK, "岗位廉政风险点及防控措施表", self._ledger.today())
        issue = Issue(uuid.uuid4().hex, campaign.id, text, origin, IssueState.DRAFT)
        after = replace(risk, issue=issue.id, version=risk.version + 1)
        step = Step("issue.added", None, issue, subject=text.title)
        self._put("post_risk.raised", after, {"issue": issue.id}, step)
        return issue.id

    def _valid(self, risk_id: str) -> PostRisk:
        found = self.get(risk_id)
        if found.void_reason:
            raise UserError("这条风险点已作废，不能再改。请新增一条。")
        return found

    def _check(self, risk: PostRisk) -> None:
        if self._ledger.unit(risk.unit).retired:
            raise UserError("这个科室或单位已停用。请重新选择。")
        fields = (("岗位", risk.post), ("权力或职责", risk.power), ("风险点", risk.risk), ("防控措施", risk.control))
        for name, text in (*fields, ("责任人", risk.owner)):
            if not text:
                raise UserError(f"请写“{name}”。")
            most = MOST_POST if name in ("岗位", "责任人") else MOST_TEXT // 4
            if len(text) > most:
                raise UserError(f"“{name}”有 {len(text)} 字，最多 {most} 字。请写短一些，或分成两条。")

    def _put(self, kind: str, risk: PostRisk, payload: dict[str, object], step: Step | None = None) -> None:
        desk = self._book.desk
        texts = (risk.post, risk.power, risk.risk, risk.control, risk.owner, risk.void_reason)
        fact = None
        with desk.record(kind, risk.id, payload, *texts) as (seq, _):
            self._store.put(risk.id, (risk.unit,), risk)
            if step is not None:
                fact = self._book.write(step)
        desk.bus.publish(PostRiskChanged(seq, risk.id, risk.version))
        if fact is not None:
            desk.bus.publish(fact)


def _trimmed(risk: PostRisk) -> PostRisk:
    return replace(
        risk,
        post=risk.post.strip(),
        power=risk.power.strip(),
        risk=risk.risk.strip(),
        control=risk.control.strip(),
        owner=risk.owner.strip(),
    )
