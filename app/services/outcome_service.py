"""成果归集: the four batches of a campaign, what is published of them, and the figures of the one page."""

import uuid
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.events import OutcomeChanged
from app.domain.ledger.frame_change import frame_changes
from app.domain.ledger.issue_change import IssueChange
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.outcome import (
    MOST_RULE,
    Batch,
    FileReference,
    GoodPractice,
    IssuedRule,
    OutcomeSummary,
    VoidOutcome,
)
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict, last_looks
from app.services.issue_book import IssueBook
from app.services.ledger_service import LedgerService
from app.services.own_shelf import OwnShelf
from app.services.post_risk_service import PostRiskService
from app.services.self_check_service import SelfCheckService
from app.storage.outcome_store import OutcomeStore

MOST_NUMBER, MOST_NAME, MOST_STORY = 60, 100, 5_000
GONE = "找不到这条成果。请在“成果归集”里重新选择。"
Entry = FileReference | IssuedRule | GoodPractice
T = TypeVar("T", IssuedRule, GoodPractice)


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
        new = replace(
            reference,
            id=uuid.uuid4().hex,
            number=reference.number.strip(),
            source=reference.source.strip(),
            notice=reference.notice.strip(),
            published_by=reference.published_by.strip(),
            void_reason="",
        )
        self._check_reference(new)
        self._put("outcome.added", new, new.number, new.source, new.notice, new.published_by)
        return new.id

    # 解决: what was closed.

    def solved(self, campaign_id: str) -> list[IssueRow]:
        return [row for row in self._ledger.rows(campaign_id) if row.state is IssueState.CLOSED]

    # 出台.

    def rules(self, campaign_id: str, void: bool = False) -> list[IssuedRule]:
        return [one for one in self._store.all(IssuedRule, campaign_id) if void or not one.void_reason]

    def add_rule(self, rule: IssuedRule) -> str:
        """Its id."""
        self._ledger.campaign(rule.campaign)
        new = replace(rule, id=uuid.uuid4().hex, name=rule.name.strip(), number=rule.number.strip(), file="")
        if not new.name:
            raise UserError("请写制度的名称。")
        if len(new.name) > MOST_NAME or len(new.number) > MOST_NUMBER:
            raise UserError(f"制度名称最多 {MOST_NAME} 字，文号最多 {MOST_NUMBER} 字。请写短一些。")
        if len(new.text) > MOST_RULE:
            raise UserError(f"正文有 {len(new.text)} 字，最多 {MOST_RULE} 字。请检查是不是贴进了别的文件。")
        if new.on > self._ledger.today():
            raise UserError(f"出台日期 {new.on:%Y-%m-%d} 还没有到。请核对日期。")
        self._put("outcome.added", replace(new, void_reason=""), new.name, new.number, new.text)
        return new.id

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
        if not new.title or not new.story.strip():
            raise UserError("请写好做法的题目，和它怎么做、谁在做、结果怎样。")
        if len(new.title) > MOST_NAME or len(new.story) > MOST_STORY:
            raise UserError(f"题目最多 {MOST_NAME} 字，内容最多 {MOST_STORY} 字。请写短一些。")
        self._put("outcome.added", new, new.title, new.story)
        return new.id

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
        return frame_changes((event for one in self._all(campaign_id) for event in events(object_id=one.id)), {})

    def _all(self, campaign_id: str) -> list[Entry]:
        """Void ones too."""
        batches = [one for batch in Batch for one in self.references(campaign_id, batch, void=True)]
        return [*batches, *self.rules(campaign_id, void=True), *self.practices(campaign_id, void=True)]

    # The one page.

    def summary(self, campaign_id: str) -> OutcomeSummary:
        today, rows = self._ledger.today(), self._ledger.rows(campaign_id)
        valid = [row for row in rows if row.state is not IssueState.VOID]
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

    def _check_reference(self, new: FileReference) -> None:
        if new.batch not in (Batch.CLUES, Batch.CASES):
            raise UserError("这一批由台账和制度自动归集，不用登记编号。")
        if not new.number or not new.source:
            raise UserError("请写编号和来源。这里只登记编号、来源和日期，不写内容。")
        if max(len(new.number), len(new.source)) > MOST_NUMBER:
            raise UserError(f"编号和来源各最多 {MOST_NUMBER} 字。这里只登记编号、来源和日期，不写内容。")
        if new.on > self._ledger.today():
            raise UserError(f"日期 {new.on:%Y-%m-%d} 还没有到。请核对日期。")
        if not (new.notice or new.published_by or new.published_on or new.case):
            return
        if new.batch is Batch.CLUES:
            raise UserError("问题线索不能链接通报。已公开通报的，请登记到“查办一批典型案件”。")
        if not (new.notice and new.published_by and new.published_on):
            raise UserError("已公开通报的案件，请写全通报标题、公开来源和公开日期。未公开的不填这三项，也不链接案例。")
        if max(len(new.notice), len(new.published_by)) > MOST_NAME:
            raise UserError(f"通报标题和公开来源各最多 {MOST_NAME} 字。")
        if new.published_on > self._ledger.today():
            raise UserError(f"公开日期 {new.published_on:%Y-%m-%d} 还没有到。请核对日期。")

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
