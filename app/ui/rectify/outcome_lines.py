"""The entries of the batches as lines, each made when it is shown."""

from collections.abc import Callable
from functools import partial

from app.domain.ledger.outcome import Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.domain.rule_standing import REPEALED, REVISING
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.outcome_service import OutcomeService
from app.ui.kit.tag import Tag
from app.ui.rectify.case_choices import cases_of
from app.ui.rectify.outcome_acts import Act, OutcomeActs
from app.ui.rectify.outcome_line import OutcomeLine
from app.ui.rectify.outcome_reference_line import reference_line

Make = Callable[[], OutcomeLine]
STANDINGS = {Verdict.REPEAL: REPEALED, Verdict.REVISE: REVISING}


class OutcomeLines:
    def __init__(
        self, ledger: LedgerService, outcomes: OutcomeService, library: LibraryService | None, acts: OutcomeActs
    ) -> None:
        self._ledger, self._outcomes, self._library, self._acts = ledger, outcomes, library, acts

    def references(self, campaign_id: str, batch: Batch) -> list[Make]:
        found = self._outcomes.references(campaign_id, batch)
        cases = cases_of(self._library) if any(one.case for one in found) else []
        titles = {case.id: case.title for case in cases}
        return [partial(self._reference, one, titles) for one in found]

    def solved(self, campaign_id: str) -> list[Make]:
        names, made = self._names(), list[Make]()
        for one in sorted(self._outcomes.solved(campaign_id), key=lambda one: one.number):
            facts = f"{names.get(one.unit, '')}　{one.done_words()}　{one.closed_on} 销号"
            acts = [("看问题", self._acts.goes("issue", one.id))]
            made.append(partial(OutcomeLine, f"问题 {one.number}　{one.title}", facts, acts))
        return made

    def rules(self, campaign_id: str) -> list[Make]:
        names, verdicts = self._names(), self._outcomes.verdicts(campaign_id)
        return [partial(self._rule, one, names, verdicts.get(one.id)) for one in self._outcomes.rules(campaign_id)]

    def practices(self, campaign_id: str) -> list[Make]:
        names = self._names()
        return [partial(self._practice, one, names) for one in self._outcomes.practices(campaign_id)]

    def _reference(self, one: FileReference, titles: dict[str, str]) -> OutcomeLine:
        acts = [("修改", self._acts.changes(one)), ("作废", self._acts.voids(one.id, one.number))]
        acts += self._acts.erases(one.id)
        return reference_line(one, titles, acts, lambda case: self._acts.went.emit("case", case))

    def _rule(self, one: IssuedRule, names: dict[str, str], look: RuleLookBack | None) -> OutcomeLine:
        facts = "　".join(fact for fact in (one.number, f"{one.on:%Y-%m-%d}", names.get(one.unit, "本单位")) if fact)
        acts = [("修改" if one.text else "补正文", self._acts.changes(one))]
        acts += [("作废", self._acts.voids(one.id, one.name)), *self._acts.erases(one.id)]
        if one.text:
            acts.insert(0, ("重新列入" if one.file else "列入法规库", self._acts.publishes(one.id)))
        tag = None if one.text else Tag("没有正文", "grey")
        if one.file:
            tag = Tag("已列入法规库", "green", "checkmark_circle")
        if look is not None and (word := STANDINGS.get(look.verdict)):
            facts += f"　{look.on:%Y-%m-%d} 回头看：{look.verdict}"
            tag = Tag(word, "amber", "warning")
        return OutcomeLine(one.name, facts, acts, tag)

    def _practice(self, one: GoodPractice, names: dict[str, str]) -> OutcomeLine:
        acts: list[Act] = [("列入案例库", self._acts.drafts(one.id))]
        if one.file:
            acts = [("在案例库看", self._acts.reads(one.file)), ("打开草稿文本", self._acts.writes_on(one.id))]
        acts += [("修改", self._acts.changes(one)), ("作废", self._acts.voids(one.id, one.title))]
        acts += self._acts.erases(one.id)
        tag = Tag("已列入案例库", "green", "checkmark_circle") if one.file else None
        return OutcomeLine(one.title, names.get(one.unit, "本单位"), acts, tag)

    def _names(self) -> dict[str, str]:
        return {unit.id: unit.name for unit in self._ledger.units(retired=True)}
