"""A table with a row for each entry, in the small print of forms; made of copies of one row, for it may be long."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.exports.fitted_rows import fitted_rows, line_count
from app.exports.form import FIVE, ROW, SMALL_FIVE
from app.exports.house_document import HouseDocument
from app.exports.house_table import HouseTable
from app.exports.text_run import add_text
from app.exports.xml_parts import element

_PADDING = 2.4
_TALLEST, _TALLEST_FACTS = 320.0, 560.0
"""Points: a row that goes under the title of a page that lies on its side; one that a standing page can hold."""
Columns = Sequence[tuple[str, float]]
"""Names and widths in millimetres."""


def write_form_table(
    document: HouseDocument,
    columns: Columns,
    rows: Iterable[Sequence[str]],
    left: Collection[int] = (),
    size: tuple[float, float] = FIVE,
    height: float = ROW,
    group: str = "",
) -> None:
    """``left``: columns whose texts begin at the left; ``group``: what the rows have in common, said above the names of
    the columns on every page. No row is split: where 五号 is too large 小五 is taken, and what
    is still too long for a page goes on in the next row, with （续） behind the first cell. A row of one text is a head
    across the table, on a page with the row under it."""
    whole = [[clean_text(text).strip() for text in row] for row in rows]
    if size == FIVE and any(_over(row, columns, FIVE) for row in whole):
        size = SMALL_FIVE
    head = int(bool(group))
    table = document.table([width for _, width in columns], head + 2)
    table.repeat_header(head + 1)
    if group:
        table.join(0, 0, len(columns) - 1)
        write_cell(table, 0, 0, group, size, False, style.HEAD_FACE)
    for column, (name, _) in enumerate(columns):
        write_cell(table, head, column, name, size, True, style.HEAD_FACE)
        write_cell(table, head + 1, column, "一", size, column not in left)
    for row in range(head + 2):
        table.set_height(row, height)
    pattern: Any = table.cell(head + 1, 0)._p.getparent().getparent()
    before = pattern
    for texts in (part for row in whole for part in _parts(row, columns, size, left)):
        made = deepcopy(pattern)
        if len(texts) < len(columns):
            _make_head(made, sum(width for _, width in columns))
        for cell, text in zip(made.tc_lst, texts, strict=True):
            _fill(cell, text)
        before.addnext(made)
        before = made
    pattern.getparent().remove(pattern)


def _over(row: Sequence[str], columns: Columns, size: tuple[float, float]) -> bool:
    most = int(_TALLEST / size[1])
    if len(row) < len(columns):
        return False
    return any(line_count(text, room(width, size[0])) > most for text, (_, width) in zip(row, columns, strict=True))


def _parts(
    row: Sequence[str], columns: Columns, size: tuple[float, float], left: Collection[int]
) -> Iterator[list[str]]:
    if not left or not _over(row, columns, size):
        yield list(row)
        return
    rooms = [room(width, size[0]) for _, width in columns]
    for line in fitted_rows(tuple(row), rooms, int(_TALLEST / size[1]), sorted(left), 0):
        yield [str(text) for text in line]


def write_cell(
    table: HouseTable,
    row: int,
    column: int,
    text: str,
    size: tuple[float, float] = FIVE,
    centred: bool = True,
    face: str = "",
) -> None:
    paragraph = table.write(row, column, "", style.NOTE, centred)
    add_text(paragraph, text, face, size[0] if size != FIVE else 0)
    paragraph.paragraph_format.line_spacing = Pt(size[1])


def write_facts(document: HouseDocument, rows: Sequence[Sequence[str]], label: float = 24.0) -> None:
    """Name and text, or two of both side by side, in each row, across an upright page. ``label`` in millimetres."""
    side = (style.TEXT_WIDTH - 2 * label) / 2
    table = document.table((label, side, label, side), len(rows))
    for row, cells in enumerate(rows):
        widths = (label, style.TEXT_WIDTH - label) if len(cells) == 2 else (label, side, label, side)
        if len(cells) == 2:
            table.join(row, 1, 3)
        for column, text in enumerate(cells):
            write_cell(table, row, column, text.strip(), FIVE, not column % 2, "" if column % 2 else style.HEAD_FACE)
            if line_count(text, room(widths[column], FIVE[0])) * FIVE[1] > _TALLEST_FACTS:  # no page could hold it
                table.let_split(row)
        table.set_height(row, ROW)
    document.line(name=style.NOTE).paragraph_format.line_spacing = Pt(6)


def room(width: float, points: float) -> float:
    """Characters of full width on a line of a cell."""
    return max(1.0, (width - _PADDING) / 25.4 * 72 / points)


def _make_head(row: Any, width: float) -> None:
    """One cell across the table, its text at the left in 黑体; ``width`` in millimetres."""
    first, *others = row.tc_lst
    for cell in others:
        row.remove(cell)
    first.grid_span = len(others) + 1
    first.width = Mm(width)
    for fonts in first.iter(qn("w:rFonts")):
        fonts.set(qn("w:eastAsia"), style.HEAD_FACE)
    for paragraph in first.iter(qn("w:p")):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.get_or_add_pPr().keepNext_val = True


def _fill(cell: Any, text: str) -> None:
    """Into the run of the pattern; line breaks as such."""
    run = next(cell.iter(qn("w:r")))
    first, *others = text.split("\n")
    held = run.find(qn("w:t"))
    held.text = first
    held.set(qn("xml:space"), "preserve")
    for line in others:
        run.append(element("w:br"))
        added = element("w:t")
        added.text = line
        added.set(qn("xml:space"), "preserve")
        run.append(added)
