"""What the xlsx files for people share: faces, lines, page set-up, and texts that are never formulas."""

from collections.abc import Sequence
from copy import copy
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, cast

from app.exports.clean_text import clean_text, width

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FACE, HEAD_FACE, TITLE_FACE = "仿宋_GB2312", "黑体", "方正小标宋简体"
INTERNAL = "内部资料，注意保管"
LONGEST = 32_000
"""Characters; a cell holds 32,767."""
LINE = 15.0
"""Points of height for each line of a cell in 10.5 points."""
Value = str | int | date | None


def begin(book: "Workbook", title: str, day: date) -> None:
    book.properties.creator, book.properties.title = "镜鉴", clean_text(title)[:200]
    book.properties.created = book.properties.modified = datetime(day.year, day.month, day.day)


def put(sheet: "Worksheet", row: int, column: int, value: Value, size: float = 10.5, face: str = FACE) -> None:
    """Numbers and days as such; a text is marked as one, whatever it begins with. With lines around it."""
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(row, column)
    fill(cell, value)
    if isinstance(value, str):
        cell.number_format = "@"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    cell.font = Font(name=face, size=size)
    cell.alignment = Alignment(vertical="center", wrap_text=True)


def put_like(sheet: "Worksheet", row: int, column: int, value: Value, above: int) -> None:
    """As `put`, and it looks like that column's cell in the row ``above``, which holds the same kind of value: to work
    out the style of each of thousands of cells anew takes nearly all of the time."""
    cell: Any = sheet.cell(row, column)
    cell._style = copy(cast("Any", sheet.cell(above, column))._style)
    fill(cell, value)


def fill(cell: Any, value: Value) -> None:
    """A text as one, whatever it begins with; the look of the cell stays."""
    if isinstance(value, str):
        cell.value = clean_text(value)[:LONGEST]
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
    cell.quotePrefix = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t")


def write_heading(sheet: "Worksheet", row: int, text: str, first: int, last: int, height: float, title: bool) -> None:
    """A line across the columns ``first`` to ``last``."""
    from openpyxl.styles import Alignment

    put(sheet, row, first, text, 16 if title else 10.5, TITLE_FACE if title else FACE)
    sheet.cell(row, first).alignment = Alignment(
        horizontal="center" if title else "left", vertical="center", wrap_text=True
    )
    sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
    sheet.row_dimensions[row].height = height


def rule(sheet: "Worksheet", rows: Sequence[int], columns: Sequence[int]) -> None:
    """Thin lines around each cell."""
    from openpyxl.styles import Border, Side

    line = Side(style="thin", color="808080")
    border = Border(left=line, right=line, top=line, bottom=line)
    for row in rows:
        for column in columns:
            sheet.cell(row, column).border = border


def lines_of(text: str, characters: float) -> int:
    """Lines that a text takes in a column so many (Latin) characters wide."""
    return sum(max(1, -(-int(width(line) * 2) // max(1, int(characters) - 2))) for line in text.split("\n"))


def set_up(sheet: "Worksheet", head: int, area: str, wide: bool = True) -> None:
    """A4, on its side if ``wide``; one page wide, the row ``head`` on every page (0: none), 内部资料 in the foot."""
    from openpyxl.worksheet.properties import PageSetupProperties

    if head:
        sheet.print_title_rows = f"{head}:{head}"
    sheet.print_area = area
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    inch = 25.4
    margins = sheet.page_margins
    measures = (25, 15, 18, 20) if wide else (28, 24, 25, 22)
    margins.left, margins.right, margins.top, margins.bottom = (one / inch for one in measures)
    foot = sheet.oddFooter
    assert foot is not None
    foot.left.text, foot.center.text = INTERNAL, "第 &P 页，共 &N 页"
