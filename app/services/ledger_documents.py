"""The forms of 改, written where a person wants them: each file whole or not at all."""

import os
from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from app.domain.errors import UserError
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.number_gaps import gap_words
from app.domain.ledger.outcome import Batch
from app.domain.ledger.report_sheet import ReportSheet
from app.domain.ledger.steps import GoOn, step
from app.domain.ledger.stub import Stub, StubKind
from app.exports.document_origin import DocumentOrigin
from app.exports.form_paper import FormPaper
from app.services.document_folder import safe_name, write_together
from app.services.evidence_service import EvidenceService
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.outcome_service import OutcomeService
from app.services.post_risk_service import PostRiskService
from app.services.rule_look_back_service import RuleLookBackService
from app.services.self_check_service import SelfCheckService
from app.storage.stub_store import StubStore

WORD, TABLE = ".docx", ".xlsx"
MOST_IN_WORD = 1000
"""Issues: more would be thousands of pages, which no word processor opens in good time."""
_LONGEST_TITLE = 30
_SHOWN_OF_FINGERPRINT = 8
_EVERY = 25


class LedgerDocuments:
    """``to`` is a folder, where the file gets its usual name and nothing that lies there is replaced; or the path of a
    file (.docx, .xlsx) that the person chose and may have agreed to replace. Every method hands back the path that it
    wrote; raises UserError where that cannot be, StoppedError where the person cancelled. Into a folder goes a Word
    document, where nothing else is said."""

    def __init__(
        self,
        ledger: LedgerService,
        issues: IssueService,
        evidence: EvidenceService,
        checks: SelfCheckService,
        risks: PostRiskService,
        outcomes: OutcomeService,
        rules: RuleLookBackService,
        library: LibraryService,
        stubs: StubStore,
    ) -> None:
        self._ledger, self._issues, self._evidence = ledger, issues, evidence
        self._checks, self._risks, self._outcomes, self._rules = checks, risks, outcomes, rules
        self._library, self._stubs = library, stubs

    def extract(
        self,
        campaign_id: str,
        issue_ids: Sequence[str] | None = None,
        heads: Sequence[tuple[str, int]] = (),
        go_on: GoOn | None = None,
        whole: bool = False,
    ) -> LedgerExtract:
        """Those issues in that order, and what is left of those that were wiped; with None all that count, by number:
        no void one and no draft. ``heads`` stand over them, each with how many follow it. Whether their evidence is
        there is seen by its size, with ``whole`` by reading it. It can then be written without the database, on another
        thread."""
        reading = self.reading(campaign_id, issue_ids, heads, whole)
        while True:
            try:
                step(go_on, *next(reading))
            except StopIteration as done:
                made: LedgerExtract = done.value
                return made

    def reading(
        self,
        campaign_id: str,
        issue_ids: Sequence[str] | None = None,
        heads: Sequence[tuple[str, int]] = (),
        whole: bool = False,
    ) -> Generator[tuple[int, int], None, LedgerExtract]:
        """As `extract`, a few issues at a time: (done, of how many) in between, so that a window stays alive."""
        campaign = self._ledger.campaign(campaign_id)
        rows = {row.id: row for row in self._ledger.rows(campaign_id)}
        valid = [row for row in rows.values() if row.state.counts]
        wiped = {stub.id: stub for stub in self._stubs.all(campaign_id, StubKind.ISSUE)}
        every: list[IssueRow | Stub] = [*valid, *wiped.values()]
        in_order = [one.id for one in sorted(every, key=lambda one: one.number)]
        wanted = in_order if issue_ids is None else issue_ids
        found, stubs, faults = list[tuple[int, Issue]](), list[tuple[int, Stub]](), dict[str, str]()
        for done, issue_id in enumerate(wanted):
            if done % _EVERY == 0:
                yield done, len(wanted)
            if issue_id in rows:
                found.append((rows[issue_id].number, issue := self._issues.get(issue_id)))
                faults |= self._evidence.faults(issue, whole)
            elif issue_id in wiped:
                stubs.append((done, wiped[issue_id]))
            else:
                raise UserError("有一个问题不在这个专项里，没有写出文件。请刷新台账后再导出。")
        units = self._ledger.units(retired=True)
        yield len(wanted), len(wanted)
        return LedgerExtract(
            campaign,
            tuple(found),
            len(valid),
            {unit.id: unit.name for unit in units},
            {unit.id: unit.head for unit in units},
            self._case_titles(issue.origin.case for _, issue in found if issue.origin.case),
            self._ledger.today(),
            gap_words(rows.values(), set(wanted), (stub.number for stub in wiped.values())),
            tuple(heads),
            tuple(stubs),
            faults,
        )

    # 台账.

    def write_table(self, extract: LedgerExtract, to: Path, go_on: GoOn | None = None, annex: str = "") -> Path:
        """整改台账: docx where ``to`` ends so, else xlsx. ``annex`` is 「附件2」 where it is one."""
        if to.suffix.lower() == WORD:
            from app.exports.ledger_table_document import LedgerTableDocument

            _refuse_long(extract, "Word 台账")
            made = LedgerTableDocument(extract, DocumentOrigin(extract.day.isoformat()), go_on, annex).to_bytes()
            return _write(to, f"{_stem(extract)} 整改台账", WORD, made)
        from app.exports.ledger_table_file import ledger_table_file

        return _write(to, f"{_stem(extract)} 整改台账", TABLE, ledger_table_file(extract, go_on, annex))

    def write_issue_list(self, extract: LedgerExtract, to: Path, go_on: GoOn | None = None) -> Path:
        """问题清单."""
        from app.exports.issue_list_document import NAME, IssueListDocument

        if to.suffix.lower() != TABLE:
            _refuse_long(extract, f"Word {NAME}")
        return _written(to, f"{_stem(extract)} {NAME}", IssueListDocument(extract, self._origin(), go_on))

    def write_plan(self, extract: LedgerExtract, to: Path, go_on: GoOn | None = None) -> Path:
        """整改方案 with 三张清单."""
        from app.exports.rectification_plan_document import RectificationPlanDocument

        _refuse_long(extract, "整改方案")
        made = RectificationPlanDocument(extract, self._origin(), go_on).to_bytes()
        return _write(to, f"{_stem(extract)} 整改方案（三张清单）", WORD, made)

    # One issue.

    def write_issue(self, issue_id: str, to: Path) -> Path:
        """问题整改情况表."""
        from app.exports.issue_sheet_document import IssueSheetDocument

        extract = self._one(issue_id)
        files, history = self._evidence.of(issue_id), self._issues.history(issue_id)
        made = IssueSheetDocument(extract, files, history, self._origin()).to_bytes()
        return _write(to, f"{_stem_of_one(extract)} 问题整改情况表", WORD, made)

    def write_closing(self, issue_id: str, to: Path, filled: bool = True) -> Path:
        """销号审批表 to sign on paper; ``filled`` with what is registered already."""
        from app.exports.closing_sheet_document import ClosingSheetDocument

        extract = self._one(issue_id)
        made = ClosingSheetDocument(extract, filled, self._origin())
        return _written(to, f"{_stem_of_one(extract)} 销号审批表", made)

    def write_month(self, sheet: ReportSheet, to: Path) -> Path:
        """整改月报 of a unit as it is on screen: what was handed in, or the draft, which says so."""
        from app.exports.month_report_document import NAME, MonthReportDocument

        title = safe_name(sheet.campaign.title)[:_LONGEST_TITLE].strip()
        stem = f"{sheet.month} {safe_name(sheet.unit.name)} {title} {NAME}"
        return _written(to, stem, MonthReportDocument(sheet, self._ledger.today()))

    # The others.

    def write_post_risks(self, unit_id: str, to: Path) -> Path:
        """岗位廉政风险点及防控措施表 of a unit, of all with ""."""
        from app.exports.post_risk_document import TITLE, PostRiskDocument

        names = self._names()
        day, stubs = self._ledger.today(), self._stubs.all("", StubKind.POST_RISK)
        made = PostRiskDocument(*(self._risks.of(unit_id), names, unit_id, day, self._origin()), stubs=stubs)
        whose = names.get(unit_id, "") if unit_id else "各单位"
        return _written(to, f"{day} {safe_name(whose)} {TITLE}", made)

    def write_self_check(self, check_id: str, to: Path) -> Path:
        """对照自查情况表."""
        from app.exports.self_check_document import TITLE, SelfCheckDocument

        check = self._checks.get(check_id)
        unit, day = self._ledger.unit(check.unit), self._ledger.today()
        made = {}
        for answer in check.answers:
            if answer.issue:
                state = self._issues.get(answer.issue).state
                made[answer.issue] = f"第 {self._issues.number_of(answer.issue)} 号，{state}"
        document = SelfCheckDocument(check, unit.name, unit.head, made, day, self._origin()).to_bytes()
        return _write(to, f"{day} {safe_name(unit.name)} {TITLE}", WORD, document)

    def write_look_backs(self, campaign_id: str, to: Path, kind: str = WORD) -> Path:
        """回头看情况表 of issues and of rules, with what is due."""
        from app.exports.look_back_document import LookBackDocument

        rows, today = self._by_number(campaign_id), self._ledger.today()
        settled = (IssueState.CLOSED, IssueState.LASTING)
        ids = [row.id for row in rows if row.state in settled or self._issues.get(row.id).look_backs]
        extract = self.extract(campaign_id, ids)
        due = [rule.name for rule in self._rules.due(campaign_id, today)]
        stubs = self._stubs.all(campaign_id, StubKind.RULE_LOOK_BACK)
        made = LookBackDocument(extract, self._rules.of(campaign_id), due, self._origin(), stubs)
        return _written(to, f"{_stem(extract)} 回头看情况表", made, kind)

    def write_outcomes(self, campaign_id: str, to: Path, kind: str = WORD) -> Path:
        """成果汇总: one page."""
        from app.exports.outcome_summary_document import OutcomeFacts, OutcomeSummaryDocument

        campaign, outcomes = self._ledger.campaign(campaign_id), self._outcomes
        cases = outcomes.references(campaign_id, Batch.CASES)
        facts = OutcomeFacts(
            campaign,
            outcomes.summary(campaign_id),
            outcomes.references(campaign_id, Batch.CLUES),
            cases,
            sorted(outcomes.solved(campaign_id), key=lambda row: row.number),
            outcomes.rules(campaign_id),
            outcomes.practices(campaign_id),
            self._names(),
            self._ledger.today(),
            self._case_titles(one.case for one in cases if one.case),
        )
        stem = f"{facts.day} {safe_name(campaign.title)[:_LONGEST_TITLE].strip()}"
        return _written(to, f"{stem} 成果汇总", OutcomeSummaryDocument(facts, self._origin()), kind)

    # private

    def _one(self, issue_id: str) -> LedgerExtract:
        return self.extract(self._issues.get(issue_id).campaign, [issue_id], whole=True)

    def _by_number(self, campaign_id: str) -> list[IssueRow]:
        return sorted(self._ledger.rows(campaign_id), key=lambda row: row.number)

    def _names(self) -> dict[str, str]:
        return {unit.id: unit.name for unit in self._ledger.units(retired=True)}

    def _case_titles(self, ids: Iterable[str]) -> dict[str, str]:
        wanted = set(ids)
        return {case.id: case.title for case in self._library.cases() if case.id in wanted} if wanted else {}

    def _origin(self) -> DocumentOrigin:
        return DocumentOrigin(self._ledger.today().isoformat(), self._library.fingerprint[:_SHOWN_OF_FINGERPRINT])


def _refuse_long(extract: LedgerExtract, what: str) -> None:
    if (count := len(extract.issues)) > MOST_IN_WORD:
        raise UserError(f"有 {count} 个问题，{what}最多 {MOST_IN_WORD} 个。请筛选后再导出，或导出 Excel 台账。")


def _stem(extract: LedgerExtract) -> str:
    """2026-11-22 临时救助资金监管专项."""
    return f"{extract.day} {safe_name(extract.campaign.title)[:_LONGEST_TITLE].strip()}"


def _stem_of_one(extract: LedgerExtract) -> str:
    """… 第 12 号问题."""
    return f"{_stem(extract)} 第{extract.issues[0][0]}号问题"


def _written(to: Path, stem: str, paper: FormPaper, kind: str = WORD) -> Path:
    """As the ending of the chosen file says; in a folder as ``kind`` (WORD or TABLE) says."""
    chosen = to.suffix.lower()
    kind = chosen if chosen in (WORD, TABLE) else kind
    return _write(to, stem, kind, paper.to_table() if kind == TABLE else paper.to_bytes())


def _write(to: Path, stem: str, ending: str, content: bytes) -> Path:
    """Beside what lies in a folder; in the place of a file that was chosen."""
    if to.suffix.lower() in (WORD, TABLE):
        if to.suffix.lower() != ending:
            raise UserError(f"这份表只能写成 {ending[1:]} 文件。请把文件名的结尾改为“{ending}”。")
        return write_together(to.parent, {to.name: content})[0]
    number = 1
    while os.path.lexists(to / (name := f"{stem}{f'（{number}）' if number > 1 else ''}{ending}")):
        number += 1
    return write_together(to, {name: content})[0]
