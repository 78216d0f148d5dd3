"""成果归集: the four batches of a campaign, what is published of them, and the figures of the one page."""

import uuid
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.domain.codec import to_plain
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.events import OutcomeChanged
from app.domain.ledger.frame_change import frame_changes
from app.domain.ledger.issue_change import IssueChange
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.outcome import (
    Batch,
    FileReference,
    GoodPractice,
    IssuedRule,
    OutcomeSummary,
    VoidOutcome,
)
from app.domain.ledger.outcome_check import check_practice, check_reference, check_rule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict, last_looks
from app.services.issue_book import IssueBook
from app.services.ledger_service import LedgerService
from app.services.own_shelf import OwnShelf
from app.services.post_risk_service import PostRiskService
from app.services.self_check_service import SelfCheckService
from app.storage.outcome_store import OutcomeStore

GONE = "找不到这条成果。请在“成果归集”里重新选择。"
Entry = FileReference | IssuedRule | GoodPractice
T = TypeVar("T", FileReference, IssuedRule, GoodPractice)


class OutcomeService:
    """Everything is on disk when a method returns."""

    def __init__(
        self,
        ledger: LedgerService,
        book: IssueBook,
        store: OutcomeStore,
        checks: SelfCheckService,
        risks: PostRiskService,
        shelf: OwnShelf,
    ) -> None:
        self._ledger, self._book, self._store = ledger, book, store
        self._checks, self._risks, self._shelf = checks, risks, shelf

    # 排查、查办: number, source, date.

    def references(self, campaign_id: str, batch: Batch, void: bool = False) -> list[FileReference]:
        found = self._store.all(FileReference, campaign_id)
        return [one for one in found if one.batch is batch and (void or not one.void_reason)]

    def add_reference(self, reference: FileReference) -> str:
        """Its id. Raises UserError where it says more than where the file is."""
        self._ledger.campaign(reference.campaign)
        new = replace(_stripped(reference), id=uuid.uuid4().hex, void_reason="")
        check_reference(new, self._ledger.today())
        self._put("outcome.added", new, new.number, new.source, new.notice, new.published_by)
        return new.id

    def change_reference(self, reference: FileReference) -> None:
        """What was typed wrong is put right; the entry keeps its batch, and its history."""
        standing = self._valid(FileReference, reference.id)
        new = replace(_stripped(reference), campaign=standing.campaign, batch=standing.batch, void_reason="")
        check_reference(new, self._ledger.today())
        if new != standing:
            self._put("outcome.changed", new, new.number, new.source, new.notice, new.published_by)

    # 解决: what was closed.

    def solved(self, campaign_id: str) -> list[IssueRow]:
        """Without what has come back since, whether or not it was opened again yet."""
        back = {issue.id for issue in self._book.store.looked_back(campaign_id) if issue.relapsed}
        closed = [row for row in self._ledger.rows(campaign_id) if row.state is IssueState.CLOSED]
        return [row for row in closed if row.id not in back]

    # 出台.

    def rules(self, campaign_id: str, void: bool = False) -> list[IssuedRule]:
        return [one for one in self._store.all(IssuedRule, campaign_id) if void or not one.void_reason]

    def add_rule(self, rule: IssuedRule) -> str:
        """Its id."""
        self._ledger.campaign(rule.campaign)
        new = replace(rule, id=uuid.uuid4().hex, name=rule.name.strip(), number=rule.number.strip(), file="")
        check_rule(new, self._ledger.today())
        self._put("outcome.added", replace(new, void_reason=""), new.name, new.number, new.text)
        return new.id

    def change_rule(self, rule: IssuedRule) -> None:
        """A text that came later, or was revised; a number, a typo. What stands in 法规库 is written anew: raises
        UserError, and changes nothing, where that text cannot be divided into articles."""
        standing = self._valid(IssuedRule, rule.id)
        new = replace(standing, name=rule.name.strip(), number=rule.number.strip(), on=rule.on)
        new = replace(new, unit=rule.unit, text=rule.text)
        check_rule(new, self._ledger.today())
        if new == standing:
            return
        refuse_graded(new.name, new.number, new.text)
        if new.file:
            self._shelf.put_rule(new)
        self._put("outcome.changed", new, new.name, new.number, new.text)
        if new.file:
            self._shelf.changed(new.id)

    def publish_rule(self, rule_id: str) -> Path:
        """Its text as a file, from where 法规库 takes it up. Raises UserError where the text cannot be divided into
        articles."""
        rule = self._valid(IssuedRule, rule_id)
        path = self._shelf.put_rule(rule)
        self._put("outcome.published", replace(rule, file=path.name))
        self._shelf.changed(rule.id)
        return path

    def verdicts(self, campaign_id: str) -> dict[str, RuleLookBack]:
        """What was found last of each rule that was looked back on, by its id."""
        return last_looks(self._store.all(RuleLookBack, campaign_id))

    # Good practices.

    def practices(self, campaign_id: str, void: bool = False) -> list[GoodPractice]:
        return [one for one in self._store.all(GoodPractice, campaign_id) if void or not one.void_reason]

    def add_practice(self, practice: GoodPractice) -> str:
        """Its id."""
        self._ledger.campaign(practice.campaign)
        new = replace(practice, id=uuid.uuid4().hex, title=practice.title.strip(), file="", void_reason="")
        check_practice(new)
        self._put("outcome.added", new, new.title, new.story)
        return new.id

    def change_practice(self, practice: GoodPractice) -> None:
        """A draft that stands in 案例库 stays as it is: somebody may have gone on writing it."""
        standing = self._valid(GoodPractice, practice.id)
        new = replace(standing, title=practice.title.strip(), unit=practice.unit)
        new = replace(new, story=practice.story, issue=practice.issue)
        check_practice(new)
        if new != standing:
            self._put("outcome.changed", new, new.title, new.story)

    def draft_exemplar(self, practice_id: str) -> Path:
        """A text file in the format of cases that somebody can go on writing; 案例库 shows it as a draft of the unit's
        own, with what it lacks."""
        practice = self._valid(GoodPractice, practice_id)
        path = self._shelf.put_exemplar(practice)
        if practice.file != path.name:
            self._put("outcome.drafted", replace(practice, file=path.name))
        self._shelf.changed(practice.id)
        return path

    def void(self, entry_id: str, reason: str) -> None:
        """An entry that was wrong: kept, with its reason, and counted nowhere. Its file leaves 法规库 or 案例库."""
        if not reason.strip():
            raise UserError("请写明作废的原因。")
        store = self._store
        found: Entry | None = store.get(FileReference, entry_id) or store.get(IssuedRule, entry_id)
        found = found or store.get(GoodPractice, entry_id)
        if found is None:
            raise UserError(GONE)
        if found.void_reason:
            raise UserError("这条成果已经作废。")
        self._put("outcome.voided", replace(found, void_reason=reason.strip()), reason)
        if not isinstance(found, FileReference) and found.file:
            self._shelf.withdraw(found)

    def voided(self, campaign_id: str) -> list[VoidOutcome]:
        """What was entered and is void, the newest first: with why, by whom and when."""
        found = []
        for entry in (one for one in self._all(campaign_id) if one.void_reason):
            for _, utc, _, _, payload in self._book.desk.journal.events("outcome.voided", entry.id):
                found.append(VoidOutcome.of(entry, utc, str(payload.get("by", ""))))
        return sorted(found, key=lambda one: one.utc, reverse=True)

    def history(self, campaign_id: str) -> list[IssueChange]:
        """What was done with its entries, newest first; without what was wiped."""
        events = self._book.desk.journal.events
        names = {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        return frame_changes((event for one in self._all(campaign_id) for event in events(object_id=one.id)), names)

    def _all(self, campaign_id: str) -> list[Entry]:
        """Void ones too."""
        batches = [one for batch in Batch for one in self.references(campaign_id, batch, void=True)]
        return [*batches, *self.rules(campaign_id, void=True), *self.practices(campaign_id, void=True)]

    # The one page.

    def summary(self, campaign_id: str) -> OutcomeSummary:
        today, rows = self._ledger.today(), self._ledger.rows(campaign_id)
        valid = [row for row in rows if row.state.counts]
        cases = self.references(campaign_id, Batch.CASES)
        verdicts = {key: look.verdict for key, look in self.verdicts(campaign_id).items()}
        return OutcomeSummary(
            clues=len(self.references(campaign_id, Batch.CLUES)),
            cases=len(cases),
            public_cases=sum(bool(one.notice) for one in cases),
            issues=len(valid),
            closed=sum(row.state is IssueState.CLOSED for row in valid),
            lasting=sum(row.state is IssueState.LASTING for row in valid),
            overdue=sum(row.overdue_by(today) > 0 for row in valid),
            measures=sum(row.measures for row in valid),
            measures_done=sum(row.done for row in valid),
            rules=len(self.rules(campaign_id)),
            rules_kept=sum(verdict is Verdict.KEEP for verdict in verdicts.values()),
            rules_revised=sum(verdict is Verdict.REVISE for verdict in verdicts.values()),
            rules_repealed=sum(verdict is Verdict.REPEAL for verdict in verdicts.values()),
            practices=len(self.practices(campaign_id)),
            units=len({row.unit for row in valid if row.unit}),
            self_checks=sum(bool(check.finished_on) for check in self._checks.checks(campaign_id)),
            post_risks=len(self._risks.of()),
            relapsed=self._book.store.relapsed(campaign_id),
        )

    def _valid(self, kind: type[T], entry_id: str) -> T:
        found = self._store.get(kind, entry_id)
        if found is None:
            raise UserError(GONE)
        if found.void_reason:
            raise UserError("这条成果已作废，不能再用。")
        return found

    def _put(self, kind: str, entry: Entry, *texts: str) -> None:
        desk = self._book.desk
        with desk.record(kind, entry.id, {"entry": to_plain(entry)}, *texts) as (seq, _):
            self._store.put(entry)
        desk.bus.publish(OutcomeChanged(seq, entry.campaign, entry.id))


def _stripped(reference: FileReference) -> FileReference:
    return replace(
        reference,
        number=reference.number.strip(),
        source=reference.source.strip(),
        notice=reference.notice.strip(),
        published_by=reference.published_by.strip(),
    )
