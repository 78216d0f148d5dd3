"""整改月报汇总: the reports of all units for one month, as text by unit."""

from app.domain.chinese_numbers import to_chinese
from app.domain.ledger.merged_report import MergedReport, UnitReport
from app.domain.ledger.monthly_report import ReportText
from app.domain.ledger.report_check import FIELDS, ZERO
from app.domain.ledger.steps import GoOn, step
from app.domain.minutes_words import day_words
from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import INTERNAL, ordinal_heading, write_foot, write_paragraphs, write_title
from app.exports.plain_paragraph import PlainParagraph

_INSET = 2 * style.BODY_SIZE
_EVERY = 50
"""Issues between two words of how far it is."""


class MergedReportDocument:
    def __init__(self, merged: MergedReport, go_on: GoOn | None = None) -> None:
        """``go_on`` is asked with issues done, of how many."""
        self._merged, self._go_on, self._done = merged, go_on, 0
        self._document = HouseDocument(merged.heading, merged.day.isoformat())

    def to_bytes(self) -> bytes:
        """Raises StoppedError where the person cancelled."""
        document, merged = self._document, self._merged
        write_title(document, merged.heading)
        document.line()
        ordinal_heading(document, 1, "总体情况")
        write_paragraphs(document, merged.count_words())
        self._write_names("没有报送的单位：", [part for part in merged.parts if part.report is None])
        self._write_names("退回后待重报的单位：", [part for part in merged.told() if _returned(part)])
        zero = [part for part in merged.told() if part.report and part.report.zero_reason]
        self._write_names(f"报“{ZERO}”的单位：", zero)
        if merged.spot_checks:
            write_paragraphs(document, f"连续报“{ZERO}”、列入抽查名单的单位：{'、'.join(merged.spot_checks)}。")
        write_paragraphs(document, merged.progress_words())
        ordinal_heading(document, 2, "各单位情况")
        for place, part in enumerate(merged.told(), 1):
            self._write_unit(place, part)
        write_foot(document, DocumentOrigin(merged.day.isoformat()), False, INTERNAL)
        step(self._go_on, merged.size, merged.size)
        return document.to_bytes()

    def _write_names(self, lead: str, parts: list[UnitReport]) -> None:
        if parts:
            write_paragraphs(self._document, f"{lead}{'、'.join(part.unit.name for part in parts)}。")

    def _write_unit(self, place: int, part: UnitReport) -> None:
        report = part.report
        assert report is not None
        version = f"，第 {report.version} 版" if report.version > 1 else ""
        people = f"填报人：{report.filled_by or '未写'}　审核人：{report.reviewed_by or '未写'}"
        day = day_words(report.submitted_on)
        heading = f"（{to_chinese(place)}）{part.unit.name}"
        head = [
            PlainParagraph(style.SUBHEAD, ((heading, ""),), _INSET, True),
            PlainParagraph(style.SMALL, ((f"{part.state}{version}　{people}　报送日期：{day}", ""),), _INSET, True),
        ]
        if report.returned_reason:
            head += _said("退回原因：", report.returned_reason)
        if report.zero_reason:
            head += _said(f"{ZERO}。原因：", report.zero_reason)
        self._document.add_plain([*head, *_texts(report.overall)])
        self._step()
        for item in report.items:
            progress = self._merged.progress.get(item.issue, "")
            title = (f"问题 {item.number}：{_line(item.title)}", style.HEAD_FACE)
            runs = (title, (f"（{progress}）", "")) if progress else (title,)
            self._document.add_plain([PlainParagraph(style.BODY, runs, _INSET, True), *_texts(item.text)])
            self._step()

    def _step(self) -> None:
        self._done += 1
        if self._done % _EVERY == 0:
            step(self._go_on, self._done, self._merged.size)


def _texts(text: ReportText) -> list[PlainParagraph]:
    """A paragraph each, and one for every line that was begun."""
    named = zip(FIELDS.values(), text.texts(), strict=True)
    return [one for name, written in named if written.strip() for one in _said(f"{name}：", written)]


def _said(lead: str, text: str) -> list[PlainParagraph]:
    lines = [line.strip() for line in clean_text(text).split("\n") if line.strip()]
    return [
        PlainParagraph(style.BODY, ((line, ""),) if place else ((lead, style.SUBHEAD_FACE), (line, "")), _INSET)
        for place, line in enumerate(lines)
    ]


def _returned(part: UnitReport) -> bool:
    return part.report is not None and bool(part.report.returned_reason)


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())
