"""Findings of 巡视巡察 and 审计, read from a table: shown first, then all become issues or none does."""

import uuid
from collections.abc import Mapping
from pathlib import Path

from app.domain.errors import UserError
from app.domain.events import FindingsTaken
from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.findings import FindingField, FindingRow, FindingsFrame, FindingsPreview, FindingsTable
from app.domain.ledger.issue import Issue, IssueText, Origin
from app.domain.ledger.issue_check import check_text
from app.domain.ledger.issue_state import IssueState
from app.domain.normalised_text import normalise
from app.services.issue_book import IssueBook, Step
from app.services.ledger_service import LedgerService
from app.services.table_file import read_table_file


class FindingsService:
    def __init__(self, ledger: LedgerService, book: IssueBook) -> None:
        self._ledger, self._book = ledger, book

    def read(self, path: Path) -> FindingsPreview:
        """The first table that looks like findings, with the columns that its head suggests; nothing is saved.

        Raises UserError where the file is none that we read, or holds what must not be on this PC.
        """
        from app.packs.findings_file import guessed, read_findings

        table = read_findings(path.name, read_table_file(path))
        return self.mapped(table, guessed(table.columns))

    def mapped(self, table: FindingsTable, mapping: Mapping[FindingField, int]) -> FindingsPreview:
        """The same file under another mapping: which field stands in which column (from 0)."""
        from app.packs.findings_rows import taken

        units = {unit.name: unit.id for unit in self._ledger.units()}
        rows, refused, notes = taken(table, mapping, units, PROBLEM_AREAS)
        return FindingsPreview(table, tuple(sorted(mapping.items(), key=lambda one: one[1])), rows, refused, notes)

    def known(self, campaign_id: str, preview: FindingsPreview, frame_unit: str = "") -> dict[int, int]:
        """Rows that stand in the ledger already, by their number in the file: the number of the issue. One of the same
        title, and with the same words or of the same department (``frame_unit`` where the row names none); void ones do
        not count."""
        standing: dict[str, list[Issue]] = {}
        for issue in self._book.store.issues(campaign_id):
            if issue.state is not IssueState.VOID:
                standing.setdefault(normalise(issue.text.title), []).append(issue)
        found = {}
        for row in preview.rows:
            for issue in standing.get(normalise(row.title), []):
                unit = issue.text.lead_unit == (row.unit or frame_unit)
                if unit or normalise(issue.text.detail) == normalise(row.detail):
                    found[row.number] = self._book.store.number_of(issue.id) or 0
                    break
        return found

    def accept(
        self, campaign_id: str, preview: FindingsPreview, frame: FindingsFrame, again: bool = False
    ) -> list[str]:
        """The ids of the issues: drafts, until the head of each unit has confirmed them. One transaction: all or none.
        What the ledger has already (`known`) is left out, unless it is to be entered ``again``.

        Raises UserError where a row cannot be taken after all; then nothing is saved.
        """
        campaign, desk = self._ledger.campaign(campaign_id), self._book.desk
        if not preview.rows:
            raise UserError("没有可以导入的行。请看每一行没有收下的原因，改好文件后再选一次。")
        if not frame.document.strip():
            raise UserError("请写这些问题出自哪份文件，如“××巡察反馈意见”。")
        if frame.on > self._ledger.today():
            raise UserError(f"反馈日期 {frame.on:%Y-%m-%d} 还没有到。请核对日期。")
        known = {} if again else self.known(campaign.id, preview, frame.unit)
        rows = [row for row in preview.rows if row.number not in known]
        if not rows:
            raise UserError(f"这 {len(known)} 条台账里都有了，没有再导入。确实要再登记一次，请取消“已有的不再导入”。")
        issues = [self._issue(campaign.id, row, frame) for row in rows]
        # neither the file's name nor the document's: they stand with the issues, and go with them (误录清除)
        with desk.record("findings.taken", campaign.id, {"count": len(issues)}, frame.document) as (seq, _):
            facts = [self._book.write(Step("issue.added", None, issue, subject=issue.text.title)) for issue in issues]
        desk.bus.publish(FindingsTaken(seq, campaign.id, len(issues)))
        for fact in facts:
            desk.bus.publish(fact)
        return [issue.id for issue in issues]

    def _issue(self, campaign_id: str, row: FindingRow, frame: FindingsFrame) -> Issue:
        unit_id = row.unit or frame.unit
        leader = row.leader or frame.leader or (self._ledger.unit(unit_id).leader if unit_id else "")
        text = IssueText(
            row.title,
            row.detail,
            row.goal,
            row.dimension or frame.dimension,
            row.area or frame.area,
            (),
            leader,
            unit_id,
            row.helpers,
        )
        try:
            check_text(text)
        except UserError as error:
            raise UserError(f"没有导入：第 {row.number} 行，{error}") from error
        origin = Origin(frame.source, frame.document.strip(), frame.on)
        return Issue(uuid.uuid4().hex, campaign_id, text, origin, IssueState.DRAFT)
