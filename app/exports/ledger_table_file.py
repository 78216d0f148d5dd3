"""整改台账 as an xlsx file: one row an issue, as it prints; on a second sheet one row a measure, to filter by."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.steps import GoOn, step
from app.domain.ledger.stub import Stub
from app.exports import report_sheet_parts as parts
from app.exports.fitted_rows import fitted_rows, line_count
from app.exports.form import FOOT, group_starts
from app.exports.ledger_lines import COLUMNS, MEASURE_COLUMNS, Line, measure_lines, table_line
from app.exports.sheet_rows import CellStyles, RowWriter, with_rows

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

SHEETS = ("整改台账", "措施明细")
_WIDTHS = (
    (5.0, 10.0, 13.5, 10.5, 27.5, 6.5, 7.5, 7.5, 6.5, 10.0, 8.0, 7.5, 12.0, 10.0),
    (5.0, 16.0, 9.0, 5.0, 24.0, 7.5, 6.5, 10.0, 7.5, 5.5, 10.0, 19.0, 11.0, 5.5),
)
"""In characters of the table program: together they fill a sheet of A4 that lies on its side."""
_LEFT = ({1, 2, 3, 4, 12}, {1, 4, 11, 12})
_LONG = ((2, 3, 4, 12), (4, 11, 12))
_FOOT_AT = ((0, 4, 7, 10), (0, 4, 7, 11))
_SIZE, _LINE, _MOST_LINES = 9.0, 13.2, 27
"""Points; lines of a row, so that it is lower than a page and than what a table program allows (409 points)."""
_EVERY, _GROUP = 50, 20.0
"""Issues between two words of how far it is; points of a head over issues."""


def ledger_table_file(extract: LedgerExtract, go_on: GoOn | None = None, annex: str = "") -> bytes:
    """``go_on`` is asked with issues done, of how many; raises StoppedError where the person cancelled. ``annex`` is
    「附件2」 where it is one."""
    from openpyxl import Workbook

    book = Workbook()
    parts.begin(book, f"{extract.campaign.title}整改台账", extract.day)
    first = book.active
    assert first is not None
    sheets = [first, book.create_sheet()]
    with ExitStack() as held:
        bodies = [held.enter_context(TemporaryFile()) for _ in sheets]
        heads = [_write_head(sheet, place, extract, annex) for place, sheet in enumerate(sheets)]
        writers = [_writer(sheet, place, heads[place]) for place, sheet in enumerate(sheets)]
        plain = RowWriter("A", [False], _plain(first, heads[0]))
        counts, starts = [0, 0], group_starts(extract.groups)
        for done, (number, entry) in enumerate(extract.lines()):
            measures = iter(()) if isinstance(entry, Stub) else measure_lines(extract, number, entry)
            lines = ([table_line(extract, number, entry)], measures)
            if done in starts:
                counts[0] += 1
                bodies[0].write(plain.row(heads[0] + counts[0], (starts[done],), _GROUP))
            for place, found in enumerate(lines):
                for row in (fitted for line in found for fitted in _fitted(line, place)):
                    counts[place] += 1
                    bodies[place].write(writers[place].row(heads[place] + counts[place], row, _height(row, place)))
            if done % _EVERY == 0:
                step(go_on, done, extract.size)
        for place, sheet in enumerate(sheets):
            _write_end(sheet, place, heads[place], counts[place], bodies[place], extract.gaps)
        out = BytesIO()
        book.save(out)
        names = [f"xl/worksheets/sheet{place + 1}.xml" for place in range(len(sheets))]
        places = {name: (head + 1, body) for name, head, body in zip(names, heads, bodies, strict=True)}
        made = with_rows(out.getvalue(), places)
    step(go_on, extract.size, extract.size)
    return made


def _fitted(line: Line, place: int) -> Iterator[Line]:
    yield from fitted_rows(line, _ROOMS[place], _MOST_LINES, _LONG[place], 1)


def _height(row: Line, place: int) -> float:
    texts = ((value, room) for value, room in zip(row, _ROOMS[place], strict=True) if isinstance(value, str))
    return max(22.0, 5 + _LINE * max(line_count(text, room) for text, room in texts))


def _room(characters: float) -> float:
    """Full characters of 9 points on a line: the width is in digits of the usual face, 7 pixels each."""
    return max(1.5, (characters * 7 - 4) / (_SIZE * 96 / 72) - 0.5)


_ROOMS = tuple(tuple(_room(one) for one in widths) for widths in _WIDTHS)


def _write_head(sheet: "Worksheet", place: int, extract: LedgerExtract, annex: str) -> int:
    """The number of the row with the names of the columns. No cell is joined: a filter would not go with it."""
    from openpyxl.utils import get_column_letter

    sheet.title = SHEETS[place]
    for at, width in enumerate(_WIDTHS[place], 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    name = "整改台账" if place == 0 else "整改台账（措施明细）"
    facts = f"{extract.count_words()}　截至 {extract.day:%Y-%m-%d}"
    lines = [*([(annex, 11.0, parts.HEAD_FACE, 18.0)] if annex else [])]
    lines += [(f"{extract.campaign.title}{name}", 16.0, parts.TITLE_FACE, 28.0), (facts, _SIZE + 1, parts.FACE, 18.0)]
    for row, (text, size, face, height) in enumerate(lines, 1):
        parts.put(sheet, row, 1, text, size, face)
        _across(sheet, row, len(_WIDTHS[place]), centred=row == len(lines) - 1)
        sheet.row_dimensions[row].height = height
    head = len(lines) + 1
    for column, words in enumerate((COLUMNS, MEASURE_COLUMNS)[place], 1):
        parts.put(sheet, head, column, words, _SIZE, parts.HEAD_FACE)
        _centre(sheet.cell(head, column))
    sheet.row_dimensions[head].height = 30
    parts.rule(sheet, [head], range(1, len(_WIDTHS[place]) + 1))
    return head


def _across(sheet: "Worksheet", row: int, columns: int, centred: bool) -> None:
    from openpyxl.styles import Alignment

    for column in range(1, columns + 1):
        sheet.cell(row, column).alignment = Alignment("centerContinuous" if centred else "left", vertical="center")


def _centre(cell: "Cell | object") -> None:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment

    assert isinstance(cell, Cell)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _writer(sheet: "Worksheet", place: int, head: int) -> RowWriter:
    """Its styles are those of a row of patterns, which is left out of the file."""
    from openpyxl.utils import get_column_letter

    for column, (value, centred) in enumerate(_PATTERNS, 1):
        parts.put(sheet, head + 1, column, value, _SIZE)
        if centred:
            _centre(sheet.cell(head + 1, column))
    day = sheet.cell(head + 1, len(_PATTERNS))
    day.number_format = "yyyy-mm-dd"
    parts.rule(sheet, [head + 1], range(1, len(_PATTERNS) + 1))
    styles = CellStyles(*(sheet.cell(head + 1, column).style_id for column in range(1, len(_PATTERNS) + 1)))
    columns = range(len(_WIDTHS[place]))
    centred_columns = [column not in _LEFT[place] for column in columns]
    return RowWriter([get_column_letter(column + 1) for column in columns], centred_columns, styles)


_PATTERNS: Sequence[tuple[parts.Value, bool]] = (
    *(("一", False), ("一", True), ("=", False), ("=", True)),
    *((1, True), (2, True)),
)
"""As in `CellStyles`: value, and whether it stands in the middle."""


def _write_end(sheet: "Worksheet", place: int, head: int, count: int, body: IO[bytes], gaps: str) -> None:
    """What the numbers leave out, the foot under the table, and the page."""
    from openpyxl.utils import get_column_letter

    last, letter = head + count, get_column_letter(len(_WIDTHS[place]))
    plain = _plain(sheet, head)
    if gaps:
        body.write(RowWriter("A", [False], plain).row(last + 1, (gaps,), 18))
    end = last + 2 if gaps else last + 1
    foot = RowWriter([get_column_letter(at + 1) for at in _FOOT_AT[place]], [False] * 4, plain)
    body.write(foot.row(end, FOOT, 40))
    sheet.freeze_panes = f"C{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{letter}{max(last, head + 1)}"
    parts.set_up(sheet, head, f"A1:{letter}{end}")
    inch = 25.4
    sheet.page_margins.right = 14 / inch


def _plain(sheet: "Worksheet", head: int) -> CellStyles:
    """Of a line that is no row of the table: not wrapped, it runs on to the right. Its pattern is left out, too."""
    from openpyxl.styles import Alignment, Border

    pattern = sheet.cell(head + 1, len(_PATTERNS) + 1)
    parts.put(sheet, head + 1, len(_PATTERNS) + 1, "", _SIZE + 1)
    pattern.border, pattern.alignment = Border(), Alignment(vertical="center")
    style: int = pattern.style_id
    return CellStyles(style, style, style, style, style, style)
