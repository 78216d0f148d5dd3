"""整改方案: the frame of the campaign and 三张清单 (issues, measures, responsibilities), one after the other."""

from collections.abc import Sequence

from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.steps import GoOn, step
from app.domain.ledger.time_limit import measure_limit
from app.domain.minutes_words import day_words
from app.exports import form_parts as parts
from app.exports.document_origin import DocumentOrigin
from app.exports.form import Row, shown
from app.exports.form_table import Columns, write_form_table
from app.exports.house_document import HouseDocument
from app.exports.issue_list_document import NAME, issue_table
from app.exports.ledger_lines import owners

_MEASURES = (
    *(("序号", 12.0), ("反馈问题", 46.0), ("措施", 12.0), ("整改措施", 84.0), ("类别", 20.0)),
    *(("完成时限", 34.0), ("佐证要求", 44.0)),
)
_DUTIES = (
    *(("序号", 12.0), ("反馈问题", 72.0), ("责任领导", 28.0), ("牵头单位", 36.0), ("牵头单位负责人", 36.0)),
    *(("配合单位", 38.0), ("责任人", 30.0)),
)

_LISTS = 3


class RectificationPlanDocument:
    def __init__(self, extract: LedgerExtract, origin: DocumentOrigin, go_on: GoOn | None = None) -> None:
        """``go_on`` is asked with lists done, of how many."""
        self._extract, self._origin, self._go_on = extract, origin, go_on

    def to_bytes(self) -> bytes:
        extract = self._extract
        document = parts.wide_document(f"{extract.campaign.title}整改方案", extract.day)
        for line in self._frame():
            parts.write_note(document, line)
        found = issue_table(extract)
        columns, rows, left = (found.columns, found.rows, found.left) if found else ((), (), ())
        self._write(document, f"一、{NAME}", columns, rows, left, False)
        step(self._go_on, 1, _LISTS)
        self._write(document, "二、措施清单", _MEASURES, self._measures(), (1, 3, 6))
        step(self._go_on, 2, _LISTS)
        self._write(document, "三、责任清单", _DUTIES, self._duties(), (1,))
        parts.write_sign_line(document)
        parts.write_form_foot(document, self._origin, extract.names_case())
        made = document.to_bytes()
        step(self._go_on, _LISTS, _LISTS)
        return made

    def _frame(self) -> list[str]:
        campaign, count = self._extract.campaign, len(self._extract.issues)
        measures = sum(len(issue.valid_measures) for _, issue in self._extract.issues)
        since, until = day_words(campaign.since.isoformat()), day_words(campaign.until.isoformat())
        return [
            f"起止：{since}至{until}　　问题 {count} 个　　措施 {measures} 条　　措施要求：{campaign.count_by}",
            f"销号步骤：{' → '.join(campaign.steps)}　　月报：每月 {campaign.due_day} 日前",
        ]

    def _write(
        self,
        document: HouseDocument,
        title: str,
        columns: Columns,
        rows: Sequence[Row],
        left: tuple[int, ...],
        anew: bool = True,
    ) -> None:
        """Each list can be handed out by itself: it begins on a page of its own."""
        document.heading(title).paragraph_format.page_break_before = anew
        if self._extract.gaps:
            parts.write_note(document, self._extract.gaps)
        if rows:
            write_form_table(document, columns, [[shown(value) for value in row] for row in rows], left)
        else:
            parts.write_note(document, "还没有。")

    def _measures(self) -> list[Row]:
        rows: list[Row] = []
        for number, issue in self._extract.issues:
            for measure in issue.valid_measures:
                day = str(measure_limit(issue, measure, self._extract.day))
                start = (number, issue.text.title, measure.number, measure.what, measure.kind.value)
                rows.append((*start, day, measure.proof))
        return rows

    def _duties(self) -> list[Row]:
        extract = self._extract
        return [
            (
                *(number, issue.text.title, issue.text.leader, extract.unit(issue.text.lead_unit)),
                extract.heads.get(issue.text.lead_unit, ""),
                *(extract.units(issue.text.helpers), "、".join(owners(issue.valid_measures))),
            )
            for number, issue in extract.issues
        ]
