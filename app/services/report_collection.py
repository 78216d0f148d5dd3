"""Monthly reports of departments that install nothing: forms go out, a folder of them comes back."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.merged_report import MergedReport, merged
from app.domain.ledger.monthly_report import ReportText, month_words
from app.domain.ledger.report_collection import CollectionPreview, ReturnedForm
from app.domain.ledger.report_form import MOST_ISSUES, FormRow, ReportForm
from app.domain.ledger.report_grid import due_on
from app.domain.ledger.report_progress import UNKNOWN, Progress
from app.domain.ledger.steps import GoOn, step
from app.domain.ledger.urge_list import UrgeList, urge_list
from app.services.document_folder import safe_name, write_together
from app.services.report_book import ReportBook, blank, followed
from app.services.returned_forms import ReturnedForms

AGAIN, ONCE_MORE = "退回后重报", "责任单位重新交表"
_ASKED_WITHIN = timedelta(days=3)
_LONGEST_TITLE = 30


class ReportCollection:
    """Whatever is refused raises UserError; cancelling raises StoppedError, with nothing written or taken."""

    def __init__(self, book: ReportBook) -> None:
        self._book = book

    def write_forms(
        self, campaign_id: str, month: str, folder: Path, units: Sequence[str] = (), go_on: GoOn | None = None
    ) -> list[Path]:
        """One protected xlsx for every unit (or those of ``units``). Files that lie there are never replaced."""
        from app.exports.report_form_file import report_form_file

        campaign = self._book.campaign(campaign_id, month, begun=False)
        wanted = [unit for unit in self._book.ledger.units() if not units or unit.id in units]
        if not wanted:
            raise UserError("还没有科室或单位，没有表可发。请先在“科室与单位”里登记。")
        rows = self._book.open_rows(campaign_id)
        files: dict[str, bytes] = {}
        for done, unit in enumerate(wanted):
            step(go_on, done, len(wanted))
            name = _free_name(f"{month} {safe_name(unit.name)[:_LONGEST_TITLE]} 整改月报", files)
            files[name] = report_form_file(self._form(campaign, month, unit, rows.get(unit.id, [])))
        step(go_on, len(wanted), len(wanted))
        if there := [name for name in files if os.path.lexists(folder / name)]:
            more = f"等 {len(there)} 个文件" if len(there) > 1 else ""
            raise UserError(f"文件夹里已有“{there[0]}”{more}，可能已经填过，没有覆盖。请换一个空文件夹。")
        return write_together(folder, files)

    def read_folder(self, campaign_id: str, month: str, folder: Path, go_on: GoOn | None = None) -> CollectionPreview:
        """What lies in the folder; nothing is taken yet. Files are told by their key, never by their name."""
        return ReturnedForms(self._book, self._book.campaign(campaign_id, month), month).read(folder, go_on)

    def accept(
        self,
        preview: CollectionPreview,
        files: Sequence[str] | None = None,
        received_on: date | None = None,
        reviewer: str = "",
        reason: str = "",
    ) -> list[str]:
        """Take forms into the ledger, all or none; ids of their units. ``files`` are names as in the preview, None for
        all that are `by_default`; ``received_on`` the day they came in, today where None: lateness is told by it.
        ``reviewer`` is who of the 整改办 has looked at them, "" where nobody has yet; ``reason`` why what stood in the
        ledger is replaced."""
        chosen = self._chosen(preview, files)
        day = self._received(preview.month, received_on)
        refuse_graded(reviewer, reason)
        desk, told = self._book.desk, []
        facts = {"month": preview.month, "units": [form.unit for form in chosen]}
        with desk.record("report.collected", preview.campaign, facts):  # a file's name may say anything, and would stay
            for form in chosen:
                before = self._book.store.newest(preview.campaign, form.unit, preview.month)
                if (before.version if before else 0) != form.replaces:
                    raise UserError(f"{form.unit_name}的月报刚才有了新的一版，一份都没有收。请重新读取文件夹。")
                why = "" if not before else AGAIN if form.asked else reason.strip() or ONCE_MORE
                report = replace(followed(before, form.report, day, why), checked_by=reviewer.strip())
                told.append(self._book.write(report, typed_here=False))
        for fact in told:
            desk.bus.publish(fact)
        return [form.unit for form in chosen]

    def urge_until(self) -> date:
        """The day that is usually asked for."""
        return self._book.desk.today() + _ASKED_WITHIN

    def urge(self, campaign_id: str, month: str, deadline: date | None = None) -> UrgeList:
        """Who still owes the month, and until when (`urge_until` where None). Raises UserError where nobody does."""
        self._book.campaign(campaign_id, month)
        today = self._book.desk.today()
        until = deadline or self.urge_until()
        if until < today:
            raise UserError("催报的期限早于今天。请改为今天或以后的日期。")
        urge = urge_list(self._book.grid(campaign_id), month, today, until)
        if not urge.rows:
            raise UserError(f"{month_words(month)}没有逾期未报或退回未重报的单位，不用催报。")
        return urge

    def write_urge(
        self, campaign_id: str, month: str, folder: Path, deadline: date | None = None, kind: str = ".docx"
    ) -> Path:
        """催报单 (``kind`` .docx or .xlsx). Raises as `urge`."""
        from app.exports.urge_document import UrgeDocument

        urge = self.urge(campaign_id, month, deadline)
        name = f"{month} {safe_name(urge.title)[:_LONGEST_TITLE]} 催报单"
        made = UrgeDocument(urge)
        return _write_anew(folder, name, {kind: made.to_table() if kind == ".xlsx" else made.to_bytes()})[0]

    def merged(self, campaign_id: str, month: str) -> MergedReport:
        """What the merged report says, for the page and for the files. Raises UserError where nobody has reported."""
        self._book.campaign(campaign_id, month)
        reports = self._book.store.month(campaign_id, month)
        if not reports:
            raise UserError(f"{month_words(month)}还没有单位报送，没有可以汇总的。")
        then = self._book.progress(self._book.issues.rows(campaign_id), month)
        progress = {issue: one.words("，") if one else UNKNOWN for issue, one in then.items()}
        return merged(self._book.grid(campaign_id), month, reports, progress, self._book.desk.today())

    def write_merged(self, campaign_id: str, month: str, folder: Path, go_on: GoOn | None = None) -> list[Path]:
        """The merged report of a month: docx (text by unit) and xlsx (table)."""
        from app.exports.merged_report_document import MergedReportDocument
        from app.exports.merged_report_file import merged_report_file

        made = self.merged(campaign_id, month)
        name = f"{month} {safe_name(made.title)[:_LONGEST_TITLE]} 月报汇总"
        table = merged_report_file(made, _half(go_on, 0))
        document = MergedReportDocument(made, _half(go_on, 1)).to_bytes()
        return _write_anew(folder, name, {".docx": document, ".xlsx": table})

    def _form(self, campaign: Campaign, month: str, unit: LedgerUnit, rows: Sequence[IssueRow]) -> ReportForm:
        if len(rows) > MOST_ISSUES:
            raise UserError(f"{unit.name}有 {len(rows)} 个未销号问题，一张表最多 {MOST_ISSUES} 个。请在本机填报。")
        store = self._book.store
        newest = store.newest(campaign.id, unit.id, month)
        last = self._book.last(blank(campaign.id, unit.id, month, rows))
        plans = {item.issue: item.text.plan for item in last.items} if last else {}
        again = newest if newest and newest.returned_reason else None
        made = tuple(
            FormRow(
                *(row.id, row.number, row.title, Progress.of(row).words("\n"), plans.get(row.id, "")),
                again.text_of(row.id) if again else ReportText(),
            )
            for row in rows
        )
        return ReportForm(
            *(campaign.title, campaign.id, unit.id, unit.name, month),
            *(due_on(campaign, unit.id, month), self._book.desk.today(), made),
            last.month if last else "",
            last.overall.plan if last else "",
            again.overall if again else ReportText(),
            again.returned_reason if again else "",
        )

    def _chosen(self, preview: CollectionPreview, files: Sequence[str] | None) -> list[ReturnedForm]:
        forms = preview.forms
        if files is None:
            chosen = [form for form in preview.matched if form.by_default]
        else:
            known = {form.file: form for form in forms}
            if unknown := [name for name in files if name not in known]:
                raise UserError(f"“{unknown[0]}”不在可以收的表里，一份都没有收。请重新选择。")
            chosen = [known[name] for name in dict.fromkeys(files)]
        names = [form.unit_name for form in chosen]
        if twice := next((name for name in names if names.count(name) > 1), ""):
            raise UserError(f"{twice}选了两份表，只能收一份。请先看两份有什么不同，再选一份。")
        if not chosen:
            raise UserError("没有选中可以收的表。请先选择，或按退回的原因处理后重新读取。")
        return chosen

    def _received(self, month: str, day: date | None) -> date:
        today = self._book.desk.today()
        received = day or today
        if received > today:
            raise UserError("收表日期晚于今天。请核对。")
        if received < date.fromisoformat(f"{month}-01"):
            raise UserError(f"收表日期早于{month_words(month)}。请核对。")
        return received


def _half(go_on: GoOn | None, part: int) -> GoOn | None:
    """Two pieces of work as one that is told of in steps of a thousand."""
    if go_on is None:
        return None
    asked: Callable[[int, int], bool] = go_on
    return lambda done, total: asked(part * 500 + done * 500 // max(total, 1), 1000)


def _free_name(stem: str, taken: Mapping[str, bytes]) -> str:
    number = 1
    while (name := f"{stem}{f'（{number}）' if number > 1 else ''}.xlsx") in taken:
        number += 1
    return name


def _write_anew(folder: Path, stem: str, files: Mapping[str, bytes]) -> list[Path]:
    """``files`` by ending. What lies there is kept: a second set gets a number."""
    number = 1
    while True:
        again = f"（{number}）" if number > 1 else ""
        named = {f"{stem}{again}{ending}": content for ending, content in files.items()}
        if not any(os.path.lexists(folder / name) for name in named):
            return write_together(folder, named)
        number += 1
