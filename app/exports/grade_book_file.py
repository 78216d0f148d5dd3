"""A table as an xlsx file in the house style: typed cells, texts that are never formulas, ready to print."""

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from app.domain.grade_book import COLUMNS, FOOT, GradeBook, Value
from app.exports import report_sheet_parts as parts
from app.exports.clean_text import clean_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST = 2_000
_LEFT = ("科室", "备注")
_FOOT_AT = (1, 5, 9, 12)
"""Columns where the parts of the last line begin."""


def grade_book_file(book: GradeBook, day: str) -> bytes:
    """``day``: ISO date, kept as the date of the file."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "成绩册"
    parts.begin(made, book.title, date.fromisoformat(day))
    width = len(book.columns)
    for number, (text, size, face) in enumerate(
        [(book.title, 18, parts.TITLE_FACE), *((line, 11, parts.FACE) for line in book.lines)], 1
    ):
        _write_line(sheet, number, text, size, face, centred=number == 1)
    head = len(book.lines) + 2
    _write_table(sheet, head, book)
    last = head + len(book.rows)
    _write_foot(sheet, last + 1)
    _set_up(sheet, head, last, get_column_letter(width))
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _write_line(sheet: "Worksheet", row: int, text: str, size: int, face: str, centred: bool) -> None:
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(row, 1)
    _put(cell, text)
    cell.font = Font(name=face, size=size)
    cell.alignment = Alignment(horizontal="center" if centred else "left", vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
    room = sum(characters for _, characters in COLUMNS)
    sheet.row_dimensions[row].height = 32 if centred else 4 + 18 * _line_count(text, room)


def _write_table(sheet: "Worksheet", head: int, book: GradeBook) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for place, (title, characters) in enumerate(book.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = characters
        rows = [title, *(row[place - 1] for row in book.rows)]
        for number, value in enumerate(rows):
            cell = sheet.cell(head + number, place)
            _put(cell, value)
            cell.font = Font(name=parts.FACE if number else parts.HEAD_FACE, size=10.5)
            side = "left" if number and title in _LEFT else "center"
            cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    parts.rule(sheet, range(head, head + len(book.rows) + 1), range(1, len(book.columns) + 1))
    for number, row in enumerate([tuple(title for title, _ in book.columns), *book.rows]):
        most = max(_line_count(value, characters) for value, (_, characters) in zip(row, book.columns, strict=True))
        sheet.row_dimensions[head + number].height = max(20.0, 5 + parts.LINE * most)


def _put(cell: "Cell | object", value: Value) -> None:
    """Numbers and times as such; a text is marked as one, whatever it begins with."""
    from openpyxl.cell.cell import Cell

    assert isinstance(cell, Cell)
    if isinstance(value, str):
        cell.value = text = clean_text(value)[:_LONGEST]
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = text.lstrip()[:1] in ("=", "+", "-", "@")  # typed anew it would become a formula
    elif value is not None:
        cell.value = value
        if isinstance(value, datetime):
            cell.number_format = "mm-dd hh:mm"  # the year stands above the table


def _write_foot(sheet: "Worksheet", row: int) -> None:
    """Each part with room to write and to stamp."""
    from openpyxl.styles import Alignment, Font

    for place, (text, start) in enumerate(zip(FOOT, _FOOT_AT, strict=True)):
        cell = sheet.cell(row, start)
        _put(cell, text)
        cell.font = Font(name=parts.FACE, size=11)
        cell.alignment = Alignment(horizontal="left", vertical="center")
        end = (*_FOOT_AT[1:], len(COLUMNS) + 1)[place] - 1
        sheet.merge_cells(start_row=row, start_column=start, end_row=row, end_column=end)
    sheet.row_dimensions[row].height = 42


def _line_count(value: Value, characters: int) -> int:
    """Lines that a text takes; no table program makes rows taller by itself when it opens a file."""
    if not isinstance(value, str):
        return 1
    wide = sum(2 if ord(one) > 0x2000 else 1 for one in value)
    return max(1, -(-wide // max(1, characters - 1)))


def _set_up(sheet: "Worksheet", head: int, last: int, column: str) -> None:
    """A4 landscape, one page wide, the header on every page.

    What further results somebody has stands beside the page: with it nobody could read the print.
    """
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = f"C{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{column}{last}"
    parts.set_up(sheet, head, f"A1:{get_column_letter(len(COLUMNS))}{last + 1}")
    sheet.page_margins.bottom = 18 / 25.4
