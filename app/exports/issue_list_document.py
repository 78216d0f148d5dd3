"""问题清单: what was found, by itself; and as the first list of 整改方案."""

from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.issue import Issue
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.steps import GoOn
from app.domain.ledger.stub import ERASED, Stub
from app.exports.document_origin import DocumentOrigin
from app.exports.form import Block, Form, FormTable, Note, Row, grouped
from app.exports.form_paper import FormPaper

NAME = "问题清单"
_COLUMNS = (
    *(("序号", 12.0), ("反馈问题", 36.0), ("具体表现", 60.0), ("整改目标", 46.0), ("方面", 20.0)),
    *(("突出问题", 26.0), ("来源", 52.0)),
)


class IssueListDocument(FormPaper):
    """Issues in the order and under the heads of ``extract``."""

    def __init__(self, extract: LedgerExtract, origin: DocumentOrigin, go_on: GoOn | None = None) -> None:
        super().__init__(origin, go_on)
        self._extract = extract

    def form(self) -> Form:
        extract = self._extract
        blocks: list[Block] = [Note(f"{extract.count_words()}　截至 {extract.day:%Y-%m-%d}")]
        blocks.append(issue_table(extract, stubs=True) or Note("还没有。"))
        if extract.gaps:
            blocks.append(Note(extract.gaps))
        title = f"{extract.campaign.title}{NAME}"
        return Form(title, extract.day, tuple(blocks), composite=extract.names_case())


def issue_table(extract: LedgerExtract, stubs: bool = False) -> FormTable | None:
    """None where there is nothing to show. ``stubs``: with what is left of wiped issues, as on screen."""
    lines = extract.lines() if stubs else iter(extract.issues)
    rows = [(place, _row(extract, number, entry)) for place, (number, entry) in enumerate(lines)]
    if not rows:
        return None
    return FormTable(_COLUMNS, grouped(rows, extract.groups), (1, 2, 3, 6), name=NAME)


def _row(extract: LedgerExtract, number: int, issue: Issue | Stub) -> Row:
    if isinstance(issue, Stub):
        return (number, ERASED, issue.why(), "", "", "", "")
    text = issue.text
    area = PROBLEM_AREAS.get(text.area, text.area)
    return (number, text.title, text.detail, text.goal, text.dimension.value, area, extract.source(issue))
