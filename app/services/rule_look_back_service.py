"""回头看 of rules: what was looked at, and whether the rule is kept, revised or repealed."""

import uuid
from dataclasses import replace
from datetime import date

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.events import OutcomeChanged
from app.domain.ledger.outcome import IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict, last_looks, why_not_looked_at
from app.services.ledger_desk import LedgerDesk
from app.services.ledger_service import LedgerService
from app.services.own_shelf import OwnShelf
from app.storage.outcome_store import OutcomeStore

YEARLY = 365
"""Days after its issue, or after the last look, from which a rule is due to be looked at."""


class RuleLookBackService:
    def __init__(self, ledger: LedgerService, desk: LedgerDesk, store: OutcomeStore, shelf: OwnShelf) -> None:
        self._ledger, self._desk, self._store, self._shelf = ledger, desk, store, shelf

    def of(self, campaign_id: str, rule_id: str = "", void: bool = False) -> list[RuleLookBack]:
        """In the order in which they were made; of one issued rule, where given; with ``void`` those, too."""
        looks = self._store.all(RuleLookBack, campaign_id)
        return [look for look in looks if (void or not look.void_reason) and rule_id in ("", look.rule)]

    def add(self, look: RuleLookBack) -> str:
        """Its id. What is found of a rule of 法规库 is said there too. Raises UserError where a point says nothing that
        can be checked."""
        self._ledger.campaign(look.campaign)
        rule = self._store.get(IssuedRule, look.rule) if look.rule else None
        if look.rule and (rule is None or rule.campaign != look.campaign):
            raise UserError("找不到这项制度。请在“成果归集”里查看。")
        if rule is not None and look.on < rule.on:
            raise UserError(f"回头看的日期早于制度出台的日期（{rule.on:%Y-%m-%d}）。请核对。")
        new = replace(look, id=uuid.uuid4().hex, rule_name=rule.name if rule else look.rule_name.strip())
        if sentence := why_not_looked_at(new, self._ledger.today()):
            raise UserError(sentence)
        texts = (new.rule_name, new.by, new.reason, *(text for _, text in new.points()))
        with self._desk.record("rule.looked_back", new.id, {"look": to_plain(new)}, *texts) as (seq, _):
            self._store.put(new)
        self._desk.bus.publish(OutcomeChanged(seq, new.campaign, new.id))
        if rule is not None:
            self._say_it_in_the_library(rule)
        return new.id

    def void(self, look_id: str, reason: str) -> None:
        """One that was wrong: kept, with its reason, and counted nowhere. 法规库 says again what the last valid one has
        found."""
        look = self._store.get(RuleLookBack, look_id)
        if look is None:
            raise UserError("找不到这次回头看。请重新打开“回头看”。")
        if look.void_reason:
            raise UserError("这次回头看已经作废。")
        if not reason.strip():
            raise UserError("请写明作废这次回头看的原因。")
        after = replace(look, void_reason=reason.strip())
        with self._desk.record("rule.look_back_voided", look.id, {"look": to_plain(after)}, reason) as (seq, _):
            self._store.put(after)
        self._desk.bus.publish(OutcomeChanged(seq, look.campaign, look.id))
        rule = self._store.get(IssuedRule, look.rule) if look.rule else None
        if rule is not None:
            self._say_it_in_the_library(rule, "回头看已经作废。")

    def _say_it_in_the_library(self, rule: IssuedRule, done: str = "回头看已经记录，不用再填。") -> None:
        try:
            self._shelf.mark_rule(rule)
        except UserError as error:
            raise UserError(f"{done}{error}") from error

    def due(self, campaign_id: str, today: date) -> list[IssuedRule]:
        """Rules issued or looked at a year ago or longer, the oldest first; those repealed are not."""
        looks = last_looks(self.of(campaign_id))
        waiting = []
        for rule in self._store.all(IssuedRule, campaign_id):
            last = looks.get(rule.id)
            since = last.on if last else rule.on
            over = rule.void_reason or (last is not None and last.verdict is Verdict.REPEAL)
            if not over and (today - since).days >= YEARLY:
                waiting.append((since, rule))
        return [rule for _, rule in sorted(waiting, key=lambda one: one[0])]
