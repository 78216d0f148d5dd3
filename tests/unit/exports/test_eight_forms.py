"""Each form of 改 says the same as a Word document and as an xlsx file, and both print on the paper that is stated."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from docx.enum.section import WD_ORIENTATION

from app.domain.labels import DISCLAIMER
from app.exports.form import shown
from app.exports.issue_list_document import IssueListDocument
from app.exports.month_report_document import DRAFT, MonthReportDocument
from tests.unit.exports.eight_forms import DAY, HEADS, SHEET, eight, rich
from tests.unit.exports.ledger_forms import MADE, extract, long_one, split_rows
from tests.unit.exports.meetings import foot
from tests.unit.exports.papers import text as words

NAMES = tuple(eight())
A4_WIDE = 297 - 25 - 14
"""Millimetres between the narrowest margins that a table of ours has on a sheet that lies on its side."""


def in_word(data: bytes) -> list[str]:
    """Every line and every cell, in the order of the page; how a text is broken into lines does not matter."""
    document = Document(BytesIO(data))
    found = []
    for part in document.iter_inner_content():
        cells = [cell for row in part.rows for cell in dict.fromkeys(row.cells)] if hasattr(part, "rows") else [part]
        found += [one.text for one in cells]
    return [bare for text in found if (bare := "".join(text.split()))]


def in_table(data: bytes, sheets: int = 9) -> list[str]:
    book = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for sheet in book.worksheets[:sheets] for row in sheet.iter_rows() for cell in row]
    values = [one.value.date() if hasattr(one.value, "date") else one.value for one in cells]
    return [bare for value in values if (bare := "".join(shown(value).split()))]


@pytest.mark.parametrize("name", NAMES)
def test_both_files_say_the_same(name: str) -> None:
    word, table, _ = eight()[name]
    said, told = in_word(word()), in_table(table(), 1 if name == "整改台账" else 9)
    assert set(told) == set(said) and len(said) > 8


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("回头看表", "风险点表")])
def test_in_the_same_order(name: str) -> None:
    """回头看表 says its title on both sheets, 风险点表 the names of its columns once."""
    word, table, _ = eight()[name]
    assert in_table(table(), 1 if name == "整改台账" else 9) == in_word(word())


@pytest.mark.parametrize("name", NAMES)
def test_both_lie_as_the_form_wants(name: str) -> None:
    word, table, wide = eight()[name]
    section = Document(BytesIO(word())).sections[0]
    assert (section.orientation == WD_ORIENTATION.LANDSCAPE) is wide
    for sheet in openpyxl.load_workbook(BytesIO(table())).worksheets:
        assert sheet.page_setup.orientation == ("landscape" if wide else "portrait")
        assert sheet.page_setup.paperSize == 9 and sheet.page_setup.fitToWidth == 1
        width = sum(one.width * 7 for one in sheet.column_dimensions.values()) / 96 * 25.4
        assert width <= (A4_WIDE if wide else 210 - 28 - 24) + 8  # so little smaller that nobody sees it
        assert "&P" in sheet.oddFooter.center.text and sheet.print_area
        assert all(one.height is None or one.height <= 409 for one in sheet.row_dimensions.values())


@pytest.mark.parametrize("name", ["问题清单", "整改月报", "回头看表", "风险点表", "催报单", "整改台账"])
def test_a_table_repeats_the_names_of_its_columns(name: str) -> None:
    for sheet in openpyxl.load_workbook(BytesIO(eight()[name][1]())).worksheets:
        head = int(sheet.print_title_rows.split("$")[-1])
        assert sheet.cell(head, 1).value in ("序号", "制度")
        assert sheet.freeze_panes and int(sheet.freeze_panes[1:]) == head + 1
        assert not any(area.min_row >= head and area.min_row <= sheet.max_row - 3 for area in sheet.merged_cells.ranges)


def test_numbers_and_days_are_typed_and_texts_never_formulas() -> None:
    cells = [
        cell
        for name in NAMES
        for sheet in openpyxl.load_workbook(BytesIO(eight()[name][1]())).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(str(cell.value).startswith("=") for cell in cells) and any(cell.is_date for cell in cells)


def test_the_issue_list_stands_by_itself_under_the_heads_of_the_screen() -> None:
    paper = IssueListDocument(rich(), MADE)
    assert "问题清单" in words(paper.to_bytes()) and DISCLAIMER in foot(paper.to_bytes())
    sheet = openpyxl.load_workbook(BytesIO(paper.to_table())).active
    assert sheet.oddHeader.center.text == DISCLAIMER and "内容版本 0123abcd" in sheet.oddFooter.right.text
    for said in (in_word(paper.to_bytes()), in_table(paper.to_table())):
        places = [said.index("".join(head.split())) for head, _ in HEADS]
        assert places == sorted(places) and said[places[0] + 1] == "1" and said[places[1] + 1] == "3"


def test_a_row_that_no_page_holds_goes_on_in_the_next() -> None:
    paper = IssueListDocument(extract(long_one(4)), MADE)
    assert split_rows(paper.to_bytes()) == 0
    assert sum("（续）" in one for one in in_table(paper.to_table())) >= 1
    column = [str(row[2].value or "") for row in openpyxl.load_workbook(BytesIO(paper.to_table())).active.iter_rows()]
    assert long_one(4).text.detail in "".join(column)


def test_a_draft_says_so_and_what_was_handed_in_says_when() -> None:
    assert DRAFT in words(MonthReportDocument(SHEET, DAY).to_bytes())
    handed_in = replace(SHEET.report, submitted_on="2026-06-24", first_on="2026-06-24", version=2, checked_by="李清")
    said = words(MonthReportDocument(replace(SHEET, report=handed_in, draft=False), date(2026, 7, 1)).to_bytes())
    assert DRAFT not in said and "第 2 版，2026年6月24日报送" in said and "李清已审核" in said
    assert "填报人：周明" in said and "审核人：王某" in said


def test_a_month_of_nothing_new_gives_the_reason_and_no_table() -> None:
    zero = replace(SHEET, report=replace(SHEET.report, zero_reason="上级6月未批复"), rows=())
    said = in_table(MonthReportDocument(zero, DAY).to_table())
    assert "本月无新增。原因：上级6月未批复" in said and "整改工作情况" not in said
