"""整改月报 of one unit for one month, as it is on screen: what was handed in, or the draft, which says so."""

from datetime import date

from app.domain.ledger.merged_report import progress_day
from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.report_check import FIELDS, ZERO
from app.domain.ledger.report_sheet import ReportSheet
from app.domain.minutes_words import day_words
from app.exports.document_origin import DocumentOrigin
from app.exports.form import Block, Form, FormTable, Note, Row
from app.exports.form_paper import FormPaper

NAME, DRAFT = "整改月报", "草稿，尚未报送"
WHOLE = "单位情况"
_WIDTHS = (12.0, 40.0, 26.0, 42.0, 50.0, 40.0, 42.0)
_LEFT = (1, 3, 4, 5, 6)


class MonthReportDocument(FormPaper):
    def __init__(self, sheet: ReportSheet, day: date) -> None:
        """``day`` is the one on which it is written out."""
        super().__init__(DocumentOrigin(day.isoformat()))
        self._sheet, self._day = sheet, day

    def form(self) -> Form:
        sheet, report = self._sheet, self._sheet.report
        evening = progress_day(sheet.month, self._day)
        blocks: list[Block] = [Note(f"单位：{sheet.unit.name}　　{self._state()}　　进展截至 {evening:%Y-%m-%d}")]
        if report.returned_reason:
            blocks.append(Note(f"退回原因：{report.returned_reason.strip()}"))
        if report.zero_reason:
            blocks.append(Note(f"{ZERO}。原因：{report.zero_reason.strip()}"))
        else:
            blocks.append(FormTable(self._columns(), tuple(self._rows()), _LEFT, name=NAME))
        filled, reviewed = report.filled_by.strip(), report.reviewed_by.strip()
        day = report.filled_on or report.submitted_on
        when = day_words(day) if day else ""
        signs = ("填报单位（盖章）：", f"填报人：{filled}", f"审核人：{reviewed}", f"填报日期：{when}")
        month = f"{sheet.month[:4]}年{int(sheet.month[5:])}月"
        return Form(f"{sheet.campaign.title}{month}{NAME}", self._day, tuple(blocks), signs=signs)

    def _state(self) -> str:
        report, due = self._sheet.report, f"应报日期：{self._sheet.due:%Y-%m-%d}"
        if not report.submitted_on:
            return f"{due}　　{DRAFT}"
        checked = f"　　{report.checked_by}已审核" if report.checked_by else ""
        return f"{due}　　第 {report.version} 版，{day_words(report.submitted_on)}报送{checked}"

    def _columns(self) -> tuple[tuple[str, float], ...]:
        last = self._sheet.last
        told = f"上次计划（{int(last.month[5:])}月）" if last else "上次计划"
        return tuple(zip(("序号", "反馈问题", "进展", told, *FIELDS.values()), _WIDTHS, strict=True))

    def _rows(self) -> list[Row]:
        sheet = self._sheet
        rows = [
            _row(one.number, one.title, "\n".join(fact for fact in (one.state, one.done) if fact), pair)
            for one in sheet.rows
            for pair in [(one.last, sheet.report.text_of(one.issue))]
        ]
        return [*rows, _row(None, WHOLE, "", (sheet.last_overall, sheet.report.overall))]


def _row(number: int | None, title: str, progress: str, told: tuple[ReportText, ReportText]) -> Row:
    last, now = told
    return (number, title, progress, last.plan.strip(), *(text.strip() for text in now.texts()))
