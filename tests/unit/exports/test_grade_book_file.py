"""The 成绩册 as it comes out of a printer."""

import io

import openpyxl
import pytest

from app.domain.exam_session import ExamSession
from app.domain.grade_book import COLUMNS, FOOT, grade_book
from app.domain.roster_person import RosterPerson
from app.domain.sat_result import SatResult
from app.domain.standing import standings
from app.exports.grade_book_file import grade_book_file
from tests.unit.seated import unit_exam

LONG = RosterPerson("阿依古丽·买买提", "基层政权建设和社区治理科（区划地名办公室）", "1001")
SHORT = RosterPerson("周明", "办公室", "1002")


@pytest.fixture
def sheet():
    """Two people; the first sat the exam twice."""
    exam = unit_exam(roster=(LONG, SHORT))
    begun = exam.window.opens
    results = [
        SatResult(LONG.key, ExamSession.MAIN, 80, 100, 60, sitting=name, code="ABCD", started_at=begun) for name in "ab"
    ]
    book = grade_book(exam, standings(exam, results, exam.window.closing))
    return openpyxl.load_workbook(io.BytesIO(grade_book_file(book, "2026-11-25"))).active


def test_it_is_a4_landscape_one_page_wide_with_the_header_on_every_page(sheet):
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$5:$5" and sheet.cell(5, 1).value == "序号"


def test_a_second_result_stands_beside_the_page_and_the_remark_on_it_tells(sheet):
    assert sheet.max_column == len(COLUMNS) + 3
    assert sheet.print_area.endswith(f"$N${sheet.max_row}")
    assert "共有 2 份成绩" in sheet.cell(6, len(COLUMNS)).value


def test_a_row_is_as_tall_as_its_longest_cell_needs(sheet):
    assert sheet.row_dimensions[6].height >= 35 > sheet.row_dimensions[7].height
    assert all(cell.alignment.wrap_text for cell in sheet[6][: len(COLUMNS)])


def test_a_time_never_needs_more_than_its_column(sheet):
    place = [title for title, _ in COLUMNS].index("开考时间")
    cell = sheet.cell(6, place + 1)
    assert cell.number_format == "mm-dd hh:mm" and cell.value.year == 2026
    assert COLUMNS[place][1] >= len("11-25 09:00") + 1


def test_whoever_signs_finds_each_part_of_the_last_line_in_its_own_place(sheet):
    last = [cell.value for cell in sheet[sheet.max_row] if cell.value]
    assert last == list(FOOT) and sheet.row_dimensions[sheet.max_row].height >= 40
