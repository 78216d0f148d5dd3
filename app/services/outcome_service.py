"""成果归集: the four batches of a campaign, what is published of them, and the figures of the one page."""

import uuid
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.events import OutcomeChanged, OwnRulesChanged
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.outcome import (
    MOST_RULE,
    Batch,
    FileReference,
    GoodPractice,
    IssuedRule,
    OutcomeSummary,
)
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.services.issue_book import IssueBook
from app.services.ledger_service import LedgerService
from app.services.post_risk_service import PostRiskService
from app.services.self_check_service import SelfCheckService
from app.storage.file_steps import write_whole
from app.storage.outcome_store import OutcomeStore

MOST_NUMBER, MOST_NAME, MOST_STORY = 60, 100, 5_000
GONE = "找不到这条成果。请在“成果归集”里重新选择。"
NOT_SAVED = "现在不能保存单位的数据，所以不能生成文件。请先按上方提示处理。"
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
        folder: Path | None,
    ) -> None:
        """``folder`` takes the files that are made here; None where the unit's data are in memory only."""
        self._ledger, self._book, self._store = ledger, book, store
        self._checks, self._risks, self._folder = checks, risks, folder

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
        """Its text as a file of the regulations' format, in the data folder, from where the library takes it up. Raises
        UserError where the text cannot be divided into articles."""
        from app.exports.unit_rule_text import file_name, short_name, unit_rule_text

        rule = self._valid(IssuedRule, rule_id)
        unit = self._ledger.unit(rule.unit).name if rule.unit else "本单位"
        known = self._store.everywhere(IssuedRule)
        earlier = known[: next(place for place, one in enumerate(known) if one.id == rule.id)]
        path = self._write("rules", file_name(rule), unit_rule_text(rule, unit, short_name(rule, earlier)))
        self._put("outcome.published", replace(rule, file=path.name))
        self._book.desk.bus.publish(OwnRulesChanged(rule.id))
        return path

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
        """A text file in the format of cases that somebody can go on writing; it is made anew each time."""
        from app.exports.exemplar_draft import exemplar_draft, file_name

        practice = self._valid(GoodPractice, practice_id)
        unit = self._ledger.unit(practice.unit).name if practice.unit else "本单位"
        draft = exemplar_draft(practice, unit, self._ledger.today())
        path = self._write("exemplars", file_name(practice), draft)
        self._put("outcome.drafted", replace(practice, file=path.name))
        return path

    def void(self, entry_id: str, reason: str) -> None:
        """An entry that was wrong: kept, with its reason, and counted nowhere. A rule leaves 法规库."""
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
        if isinstance(found, IssuedRule) and found.file:
            self._withdraw(found)

    # The one page.

    def summary(self, campaign_id: str) -> OutcomeSummary:
        today, rows = self._ledger.today(), self._ledger.rows(campaign_id)
        valid = [row for row in rows if row.state is not IssueState.VOID]
        cases = self.references(campaign_id, Batch.CASES)
        verdicts = {look.rule or look.rule_name: look.verdict for look in self._store.all(RuleLookBack, campaign_id)}
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
        if not (new.notice or new.published_by or new.published_on):
            return
        if new.batch is Batch.CLUES:
            raise UserError("问题线索不能链接通报。已公开通报的，请登记到“查办一批典型案件”。")
        if not (new.notice and new.published_by and new.published_on):
            raise UserError("已公开通报的案件，请写全通报标题、公开来源和公开日期。未公开的不填这三项。")
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

    def _withdraw(self, rule: IssuedRule) -> None:
        """Its file is kept under a name that the library does not read."""
        if self._folder is None:
            return
        path = self._folder / "rules" / rule.file
        try:
            path.replace(path.with_name(f"{path.name}.void"))
        except FileNotFoundError:
            pass
        except OSError as error:
            raise UserError(f"已作废，但法规库里的文本移不走。请检查权限，再手动移走 {path}。") from error
        self._book.desk.bus.publish(OwnRulesChanged(rule.id))

    def _write(self, folder: str, name: str, text: str) -> Path:
        if self._folder is None:
            raise UserError(NOT_SAVED)
        path = self._folder / folder / name
        try:
            write_whole(path, text.encode())
        except OSError as error:
            raise UserError(f"写不了 {path}。请检查磁盘空间和权限。") from error
        return path

    def _put(self, kind: str, entry: Entry, *texts: str) -> None:
        desk = self._book.desk
        with desk.record(kind, entry.id, {"entry": to_plain(entry)}, *texts) as (seq, _):
            self._store.put(entry)
        desk.bus.publish(OutcomeChanged(seq, entry.campaign, entry.id))
