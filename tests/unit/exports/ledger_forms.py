"""A ledger of pretended issues, and what can be read back out of its forms."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
from docx import Document
from docx.oxml.ns import qn

from app.domain.ledger.issue import Issue, IssueSource, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.measure import MeasureKind, MeasureState
from app.exports.document_origin import DocumentOrigin
from tests.unit.ledgers import campaign, finished, issue, measure, text

DAY = date(2026, 7, 6)
MADE = DocumentOrigin("2026-07-06", "0123abcd")
NAMES = {"u1": "社会救助股", "u2": "殡葬管理所"}
CASE = Origin(
    IssueSource.SELF_CHECK, "对照案例《低保绿色通道》", date(2026, 2, 3), "builtin/case/di-bao", 3, "有人代签"
)
LONG = "入户核查表第二签名由经办人代签，抽查没有发现，" * 18
"""More than 400 characters."""
NEVER = ("%", "％", "红头", "排名", "文号")


def extract(*issues: Issue, total: int | None = None, **changes: object) -> LedgerExtract:
    numbered = tuple(enumerate(issues, 1))
    made = LedgerExtract(
        *(campaign(), numbered, len(issues) if total is None else total, NAMES, {"u1": "王某"}),
        *({"builtin/case/di-bao": "低保绿色通道"}, DAY),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def two_of_four() -> Issue:
    """At work: two measures done, one late by six days, one for good."""
    return issue(
        finished(1),
        finished(2, owner="李某"),
        measure(3),
        measure(4, kind=MeasureKind.LASTING, deadline=None, look_back=date(2027, 1, 5), state=MeasureState.WORKING),
        state=IssueState.WORKING,
        text=text(helpers=("u2",)),
    )


def long_one(length: int = 1) -> Issue:
    words = text(detail=LONG * length, goal=LONG)
    return issue(*(measure(number, what=f"{number}{LONG}") for number in range(1, 5)), text=words)


def sheet(data: bytes, place: int = 0):
    return openpyxl.load_workbook(BytesIO(data)).worksheets[place]


def table(data: bytes, head: str = "序号", place: int = 0) -> list[list[object]]:
    """From the row under the names of the columns to the foot."""
    rows = [[cell.value for cell in row] for row in sheet(data, place).iter_rows()]
    first = next(at for at, row in enumerate(rows) if row[0] == head) + 1
    last = next(at for at, row in enumerate(rows) if str(row[0]).startswith("填报单位"))
    return rows[first:last]


def split_rows(document: bytes) -> int:
    """Rows that a page break may go through."""
    rows = Document(BytesIO(document)).element.body.iter(qn("w:tr"))
    return sum(not row.xpath("w:trPr/w:cantSplit") for row in rows)


def headers(document: bytes) -> list[bool]:
    """Whether the first row of each ruled table is on every page."""
    tables = Document(BytesIO(document)).element.body.iter(qn("w:tbl"))
    return [bool(one.tr_lst[0].xpath("w:trPr/w:tblHeader")) for one in tables if len(one.tr_lst) > 1]
