"""整改销号审批表: to be signed on paper, one box a step; or with what was registered of those signatures."""

from app.domain.ledger.approval import PAPER_NOTE, Approval
from app.domain.ledger.issue import Issue
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.time_limit import issue_limit
from app.domain.minutes_words import LINE, day_words
from app.exports.document_origin import DocumentOrigin
from app.exports.form import SIGNED, Boxes, Facts, Form, Note
from app.exports.form_paper import FormPaper
from app.exports.ledger_lines import owners

TITLE = "整改销号审批表"


class ClosingSheetDocument(FormPaper):
    """``filled``: with the steps that are registered; else every box is empty."""

    def __init__(self, extract: LedgerExtract, filled: bool, origin: DocumentOrigin) -> None:
        """``extract`` holds the one issue."""
        super().__init__(origin)
        self._extract, self._filled = extract, filled

    def form(self) -> Form:
        ((number, issue),) = self._extract.issues
        boxes = []
        for place, name in enumerate(self._extract.campaign.steps):
            signed = issue.approvals[place] if self._filled and place < len(issue.approvals) else None
            boxes.append((name, _lines(signed, name, self._extract)))
        blocks = (Note(PAPER_NOTE, centred=True), Facts(tuple(self._facts(number, issue))), Boxes(tuple(boxes)))
        return Form(TITLE, self._extract.day, blocks, wide=False, signs=())

    def _facts(self, number: int, issue: Issue) -> list[tuple[str, ...]]:
        text, extract = issue.text, self._extract
        done = [
            f"{one.number}. {one.what.strip()}：{one.state}"
            f"{f'（{one.done_on:%Y-%m-%d}）' if one.done_on else ''}，佐证 {extract.file_words(one.evidence)}"
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


def _lines(signed: Approval | None, step: str, extract: LedgerExtract) -> tuple[str, ...]:
    made = [f"意见：{signed.opinion.strip() if signed else ''}"]
    if signed is None:
        made.append("")
    if extract.campaign.asks_minutes(step):
        made.append(f"会议记录或纪要编号：{signed.minutes_number if signed else LINE * 12}")
    day = day_words(signed.on.isoformat()) if signed else SIGNED
    name, post = (signed.name, signed.post) if signed else (LINE * 5, LINE * 5)
    made.append(f"姓名：{name}　职务：{post}　日期：{day}")
    if signed is not None:
        made.append(f"签字见纸质原件；{extract.scan_words(signed.scan)}。")
    return tuple(made)
