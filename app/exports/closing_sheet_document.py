"""整改销号审批表: to be signed on paper, one box a step; or with what was registered of those signatures."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from app.domain.ledger.approval import PAPER_NOTE, Approval
from app.domain.ledger.campaign import MEETING_STEP
from app.domain.ledger.issue import Issue
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.time_limit import issue_limit
from app.domain.minutes_words import LINE, day_words
from app.exports import form_parts as parts
from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.form_table import FIVE, write_cell, write_facts
from app.exports.house_document import HouseDocument
from app.exports.house_table import HouseTable
from app.exports.ledger_lines import owners

TITLE = "整改销号审批表"
_LABEL = 34.0
_BOX = 62.0
"""Points: room for an opinion and a signature."""


class ClosingSheetDocument:
    """``filled``: with the steps that are registered; else every box is empty."""

    def __init__(self, extract: LedgerExtract, filled: bool, origin: DocumentOrigin) -> None:
        """``extract`` holds the one issue."""
        self._extract, self._filled, self._origin = extract, filled, origin

    def to_bytes(self) -> bytes:
        ((number, issue),) = self._extract.issues
        document = HouseDocument(TITLE, self._extract.day.isoformat())
        document.title(TITLE)
        document.line(PAPER_NOTE, style.NOTE, centred=True).paragraph_format.space_after = Pt(3)
        write_facts(document, self._facts(number, issue))
        steps = self._extract.campaign.steps
        table = document.table((_LABEL, style.TEXT_WIDTH - _LABEL), len(steps))
        for place, step in enumerate(steps):
            signed = issue.approvals[place] if self._filled and place < len(issue.approvals) else None
            _write_step(table, place, step, signed)
        document.line(name=style.NOTE).paragraph_format.line_spacing = Pt(2)
        parts.write_form_foot(document, self._origin)
        return document.to_bytes()

    def _facts(self, number: int, issue: Issue) -> list[tuple[str, ...]]:
        text, extract = issue.text, self._extract
        done = [
            f"{one.number}. {one.what.strip()}：{one.state}"
            f"{f'（{one.done_on:%Y-%m-%d}）' if one.done_on else ''}，佐证 {len(one.evidence)} 份"
            for one in issue.valid_measures
        ]
        until = str(issue_limit(issue, extract.day))
        return [
            ("专项", extract.campaign.title, "序号", str(number)),
            ("反馈问题", text.title),
            ("整改目标", text.goal),
            ("牵头单位", extract.unit(text.lead_unit), "配合单位", extract.units(text.helpers)),
            ("责任领导", text.leader, "责任人", "、".join(owners(issue.valid_measures))),
            ("完成时限", until, "状态", issue.state.value),
            ("完成情况", "\n".join([issue.done_words(), *done])),
        ]


def _write_step(table: HouseTable, row: int, step: str, signed: Approval | None) -> None:
    write_cell(table, row, 0, step, face=style.HEAD_FACE)
    write_cell(table, row, 1, f"意见：{signed.opinion.strip() if signed else ''}", centred=False)
    if signed is None:
        _add(table, row, "")
    if step == MEETING_STEP:
        _add(table, row, f"会议记录或纪要编号：{signed.minutes_number if signed else LINE * 12}")
    day = day_words(signed.on.isoformat()) if signed else parts.SIGNED
    name, post = (signed.name, signed.post) if signed else (LINE * 5, LINE * 5)
    _add(table, row, f"姓名：{name}　职务：{post}　日期：{day}")
    if signed is not None:
        _add(table, row, "签字见纸质原件" + ("，扫描件已存入佐证。" if signed.scan else "；没有扫描件。"))
    table.set_height(row, _BOX)


def _add(table: HouseTable, row: int, text: str) -> None:
    paragraph = table.add_line(row, 1, text, style.NOTE)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.line_spacing = Pt(FIVE[1])
