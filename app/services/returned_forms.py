"""A folder of returned forms, read and held against the ledger; nothing is taken."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.confidentiality import review
from app.domain.errors import UNSEEN, UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.filled_form import FilledForm, FormRefusedError
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.monthly_report import MonthlyReport, ReportedIssue, ReportText, month_words
from app.domain.ledger.report_check import FIELDS, ZERO, Flag, wanting
from app.domain.ledger.report_collection import (
    CollectionPreview,
    FormConflict,
    FormNote,
    RefusedForm,
    ReturnedForm,
)
from app.domain.ledger.report_difference import report_difference
from app.domain.ledger.report_form import FILLED_BY, REVIEWED_BY, TOKEN
from app.domain.ledger.steps import GoOn, step
from app.domain.open_matters import warnings_of
from app.packs.report_form_reader import MOST_BYTES, read_form
from app.services.report_book import ReportBook

MOST_FILES = 500
_NAMES = FIELDS | {"zero_reason": ZERO, "filled_by": FILLED_BY, "reviewed_by": REVIEWED_BY}
_LEFT_ALONE = ("~$", ".")
"""What office programs and systems leave beside a file that is open."""


class ReturnedForms:
    def __init__(self, book: ReportBook, campaign: Campaign, month: str) -> None:
        self._book, self._campaign, self._month = book, campaign, month
        self._units = {unit.id: unit for unit in book.ledger.units(retired=True)}
        self._rows = {row.id[:TOKEN]: row for row in book.issues.rows(campaign.id)}
        self._stored = book.store.month(campaign.id, month)
        self._typing = book.store.drafts(campaign.id, month)

    def read(self, folder: Path, go_on: GoOn | None) -> CollectionPreview:
        paths = _files(folder)
        refused: list[RefusedForm] = []
        known: list[str] = []
        by_unit: dict[str, list[ReturnedForm]] = {}
        for done, path in enumerate(paths):
            step(go_on, done, len(paths))
            name = _shown_name(path.relative_to(folder), done + 1)
            try:
                form = self._returned(name, path)
            except FormRefusedError as error:
                refused.append(RefusedForm(name, error.where, error.why, error.advice))
                continue
            stored = self._stored.get(form.unit)
            alike = [one for one in by_unit.get(form.unit, []) if one.report.same_words(form.report)]
            if alike or (stored and not stored.returned_reason and stored.same_words(form.report)):
                known.append(name)
            else:
                by_unit.setdefault(form.unit, []).append(form)
        step(go_on, len(paths), len(paths))
        return self._preview(folder, by_unit, refused, known)

    def _preview(
        self,
        folder: Path,
        by_unit: dict[str, list[ReturnedForm]],
        refused: list[RefusedForm],
        known: list[str],
    ) -> CollectionPreview:
        matched, conflicts = [], []
        for unit in self._units.values():
            forms = by_unit.get(unit.id, [])
            if len(forms) == 1:
                matched += forms
            elif forms:
                differences = report_difference(forms[0].report, forms[1].report)
                conflicts.append(FormConflict(unit.id, unit.name, tuple(forms), differences))
        waited = [one.id for one in self._book.ledger.units() if one.id not in by_unit and one.id not in self._stored]
        return CollectionPreview(
            *(self._campaign.id, self._month, str(folder), tuple(matched), tuple(conflicts), tuple(refused)),
            *(tuple(known), tuple(waited)),
        )

    def _returned(self, name: str, path: Path) -> ReturnedForm:
        filled = read_form(path.name, _bytes(path))
        unit = self._unit_of(filled)
        report, notes = self._report(filled, unit)
        _refuse_contradiction(filled, report)
        notes += self._warnings(filled, report)
        before = self._stored.get(unit.id)
        return ReturnedForm(
            *(name, unit.id, unit.name, report, self._book.flags(report), tuple(notes)),
            replaces=before.version if before else 0,
            asked=bool(before and before.returned_reason),
            differences=report_difference(before, report) if before else (),
        )

    def _unit_of(self, filled: FilledForm) -> LedgerUnit:
        """Raises FormRefusedError where it is another campaign's, month's or unit's."""
        key = filled.key
        if key.campaign != self._campaign.id:
            others = {one.id: one.title for one in self._book.ledger.campaigns(retired=True)}
            whose = f"是“{others[key.campaign]}”的表" if key.campaign in others else "是别的专项或别的电脑发出的表"
            advice = "请选对专项再读取，或放到对应的文件夹"
            raise FormRefusedError("", f"{whose}，不是“{self._campaign.title}”的", advice)
        if key.month != self._month:
            which = f" {month_words(key.month)}" if len(key.month) == 7 and key.month[5:].isdigit() else "别的月份"
            advice = "请选对月份再读取，或请责任单位换表"
            raise FormRefusedError("", f"是{which}的表，不是 {month_words(self._month)}的", advice)
        unit = self._units.get(key.unit)
        if unit is None or unit.retired:
            whose = f"“{unit.name}”已停用" if unit else "表上的单位不在台账的单位名单里"
            raise FormRefusedError("", whose, "请在“科室与单位”里核对后，重新发表")
        return unit

    def _report(self, filled: FilledForm, unit: LedgerUnit) -> tuple[MonthlyReport, list[FormNote]]:
        notes, items = list(filled.notes), []
        for token in filled.key.issues:
            row, text = self._rows.get(token), filled.texts.get(token, ReportText())
            if row is not None:
                items.append(ReportedIssue(row.id, text, row.number, row.title))
            elif not text.blank:
                where = filled.places.get(token, "")
                notes.append(FormNote(where, "这个问题已不在台账里，没有读取这一行", "请核对台账"))
        notes += self._opened_since(filled, unit)
        report = MonthlyReport(
            *(self._campaign.id, unit.id, self._month, tuple(items), filled.overall),
            zero_reason=filled.no_news_reason if filled.no_news else "",
            filled_by=filled.filled_by,
            reviewed_by=filled.reviewed_by,
            filled_on=filled.filled_on,
        )
        return report, notes

    def _opened_since(self, filled: FilledForm, unit: LedgerUnit) -> list[FormNote]:
        asked = set(filled.key.issues)
        new = [row for token, row in self._rows.items() if _new(row, unit) and token not in asked]
        if not new:
            return []
        numbers = "、".join(str(row.number) for row in new[:5]) + ("等" if len(new) > 5 else "")
        advice = "下月的表里会有；本月要报的，请收后点“更正”补上"
        return [FormNote("", f"发表以后登记的问题 {numbers} 不在这份表里", advice)]

    def _warnings(self, filled: FilledForm, report: MonthlyReport) -> list[FormNote]:
        """Raises FormRefusedError for a security grading."""
        notes = []
        for where, text in _placed(filled):
            found = review(text)
            if found.refusal:
                raise FormRefusedError(where, "有密级标志，没有读取", "请删去涉密内容并按保密规定处理，再交")
            notes += [FormNote(where, f"有一处{words}", "请核对是否必要，不必要的删去") for words in warnings_of(text)]
        for name, written in (("填报人", report.filled_by), ("审核人", report.reviewed_by)):
            if not written:
                notes.append(FormNote("", f"没有写{name}", "请核对盖章的纸质件，或请责任单位补上"))
        if report.unit in self._typing:
            notes.append(FormNote("", "本机也有一份没有报送的草稿", "收表以后草稿仍在，但不能再报送；需要时请对照更正"))
        return notes


def _refuse_contradiction(filled: FilledForm, report: MonthlyReport) -> None:
    """Raises FormRefusedError where it is empty, has gaps, or says two things at once."""
    written = not replace(report, zero_reason="").blank
    if filled.no_news and written:
        advice = "有新情况的，改选“有新情况”；没有的，删去另外两张表里的文字，再交"
        raise FormRefusedError(f"“{ZERO}”", "选了这一项，“填报”或“单位情况”里又填了文字", advice)
    if filled.no_news and not filled.no_news_reason.strip():
        raise FormRefusedError(f"“{ZERO}”", "选了这一项，没有写原因", "请写明原因，再交")
    if not filled.no_news and not written:
        if filled.no_news_reason.strip():
            raise FormRefusedError(f"“{ZERO}”", "写了原因，但没有选", "请在列表里选上，再交")
        raise FormRefusedError("", "还没有填", f"请填好再交；本月没有新情况的，选“{ZERO}”并写明原因")
    names = {"/filled_by": report.filled_by, "/reviewed_by": report.reviewed_by}
    faults = [flag for flag in wanting(report) if names.get(flag.place, "-")]  # a name may be on the stamped sheet only
    if faults:
        where, why, advice = _told(faults[0], filled, report)
        more = f"（另有 {len(faults) - 1} 处）" if len(faults) > 1 else ""
        raise FormRefusedError(where, why + more, f"{advice or '请补填'}，再交")


def _told(flag: Flag, filled: FilledForm, report: MonthlyReport) -> tuple[str, str, str]:
    """Where in the form, why, and what to do: the sentence of a page names its field, here the place does."""
    issue, _, field = flag.place.partition("/")
    number = next((item.number for item in report.items if item.issue == issue), 0)
    sheet = filled.places.get(issue[:TOKEN], f"问题 {number}") if issue else "“单位情况”" if field in FIELDS else ""
    name = f"“{_NAMES[field]}”"
    why, _, advice = flag.words.rstrip("。").removeprefix(name).removeprefix("的").partition("。")
    return sheet + name, why, advice


def _placed(filled: FilledForm) -> list[tuple[str, str]]:
    rows = [(filled.places[token], "\n".join(text.texts())) for token, text in filled.texts.items()]
    people = ((FILLED_BY, filled.filled_by), (REVIEWED_BY, filled.reviewed_by))
    rest = (("单位情况", "\n".join(filled.overall.texts())), (ZERO, filled.no_news_reason), *people)
    return rows + [(f"“{name}”", text) for name, text in rest]


def _new(row: IssueRow, unit: LedgerUnit) -> bool:
    return row.unit == unit.id and row.state.reports


def _files(folder: Path) -> Sequence[Path]:
    """Those of the folder and of the folders in it, by name; what is hidden or open elsewhere is left alone."""
    try:
        found = [path for depth in ("*", "*/*") for path in folder.glob(depth) if path.is_file()]
        paths = [path for path in found if not _left_alone(path.relative_to(folder))]
        if not folder.is_dir():
            raise OSError(folder)
    except OSError as error:
        raise UserError(f"读不了文件夹 {folder}。请检查它还在不在、有没有读取权限。") from error
    if len(paths) > MOST_FILES:
        raise UserError(f"文件夹里有 {len(paths)} 个文件，最多 {MOST_FILES} 个。请只放一个月收回的表，再读取。")
    return sorted(paths)


def _shown_name(path: Path, number: int) -> str:
    """Fit to be shown and kept, whatever bytes the name has; no two are alike."""
    shown = str(path).translate(UNSEEN)
    return shown if shown == str(path) else f"{shown}（第 {number} 个文件）"


def _left_alone(path: Path) -> bool:
    return any(part.startswith(_LEFT_ALONE) for part in path.parts)


def _bytes(path: Path) -> bytes:
    """Raises FormRefusedError where it cannot be read."""
    try:
        if path.is_symlink() or not os.access(path, os.R_OK):
            raise PermissionError(path)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        advice = "如果正在 WPS 或 Excel 中打开，请先关掉；否则检查有没有读取权限"
        raise FormRefusedError("", "读不了这个文件", advice) from error
