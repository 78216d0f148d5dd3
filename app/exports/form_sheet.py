"""A sheet of a form: what the Word document says, in cells, as wide as the paper."""

from collections.abc import Sequence
from copy import copy
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from app.domain.labels import DISCLAIMER
from app.exports import report_sheet_parts as parts
from app.exports.clean_text import clean_text
from app.exports.document_origin import DocumentOrigin
from app.exports.fitted_rows import fitted_rows, line_count
from app.exports.form import (
    FIVE,
    Block,
    Boxes,
    Entry,
    Facts,
    Form,
    FormTable,
    Heading,
    Note,
    Row,
    Told,
    Value,
    shown,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_UPRIGHT = (34.0, 48.0, 26.0, 48.0)
"""Millimetres: name, text, name, text; together as wide as the text of a page that stands."""
_BODY, _SMALL, _HEAD, _TITLE = 16.0, 12.0, 12.0, 16.0
"""Points: a letter's text, 小四, a heading, the title."""
_MOST_LINES, _PADDING, _SIGN = 27, 2.4, 40.0
"""Of a row, so that it is lower than a page and than 409 points; millimetres; points."""
_BOX = 62.0
_FORBIDDEN = "[]:*?/\\"
Kind = tuple[type, bool, float, str]


class FormSheet:
    def __init__(self, sheet: "Worksheet", form: Form, origin: DocumentOrigin) -> None:
        self._sheet, self._form, self._origin = sheet, form, origin
        self._row, self._head, self._last = 0, 0, 0
        self._widths: tuple[float, ...] = _UPRIGHT
        self._styles: dict[Kind, Any] = {}

    def write(self, blocks: list[Block], last: bool) -> None:
        """``last``: the places to sign are on it."""
        tables = [one for one in blocks if isinstance(one, FormTable)]
        if tables:
            self._widths = tuple(width for _, width in tables[0].columns)
        named = next((one.name for one in tables if one.name), self._form.title)
        self._sheet.title = "".join(" " if sign in _FORBIDDEN else sign for sign in clean_text(named))[:31].strip()
        self._set_widths()
        if self._form.annex:
            self._across(self._form.annex, 11.0, parts.HEAD_FACE)
        self._across(self._form.title, _TITLE, parts.TITLE_FACE, "center", 1.5)
        for block in blocks:
            self._write(block)
        if last and self._form.signs:
            self._write_signs()
        self._set_up(any(isinstance(block, Entry) for block in blocks))

    def _write(self, block: Block) -> None:
        match block:
            case Heading(text):
                self._across(text, _HEAD, parts.HEAD_FACE, factor=1.7)
            case Note(text, centred):
                self._across(text, FIVE[0], side="center" if centred else "left", factor=1.6)
            case Entry(text):
                self._across(text, _SMALL, indent=1, factor=block.pitch / _SMALL)
            case Told():
                self._write_told(block)
            case Facts(rows):
                for row in rows:
                    self._write_facts(row)
            case Boxes(boxes):
                for name, lines in boxes:
                    self._write_box(name, "\n".join(lines))
            case FormTable():
                self._write_table(block)

    def _across(
        self, text: str, size: float, face: str = parts.FACE, side: str = "left", factor: float = 1.4, indent: int = 0
    ) -> None:
        """A line over all columns; ``factor``: its height, of the size of its letters."""
        from openpyxl.styles import Alignment

        self._row += 1
        sheet, row, last = self._sheet, self._row, len(self._widths)
        parts.put(sheet, row, 1, text, size, face)
        sheet.cell(row, 1).alignment = Alignment(side, "center", wrap_text=True, indent=indent)
        if last > 1:
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
        lines = line_count(clean_text(text), _room(sum(self._widths), size) - 2 * indent)
        sheet.row_dimensions[row].height = min(409.0, lines * size * max(factor, 1.25 if lines > 1 else 0))

    def _write_told(self, block: Told) -> None:
        for line in (one.strip() for one in clean_text(block.text).split("\n") if one.strip()):
            self._across(line, _BODY, factor=1.7, indent=0)
        for line in block.signed or ():
            self._across(line, _BODY, side="right", factor=1.9)

    def _write_facts(self, cells: tuple[str, ...]) -> None:
        self._row += 1
        spans = ((1, 1), (2, 4)) if len(cells) == 2 else ((1, 1), (2, 2), (3, 3), (4, 4))
        for place, (text, span) in enumerate(zip(cells, spans, strict=True)):
            self._joined(text.strip(), span, parts.FACE if place % 2 else parts.HEAD_FACE, not place % 2)
        self._fit([(text, span) for text, span in zip(cells, spans, strict=True)], 22.0)

    def _write_box(self, name: str, text: str) -> None:
        self._row += 1
        self._joined(name, (1, 1), parts.HEAD_FACE, True)
        self._joined(text, (2, 4), parts.FACE, False)
        self._fit([(name, (1, 1)), (text, (2, 4))], _BOX)

    def _joined(self, text: str, span: tuple[int, int], face: str, centred: bool) -> None:
        from openpyxl.styles import Alignment

        sheet, row, (first, last) = self._sheet, self._row, span
        parts.put(sheet, row, first, text, FIVE[0], face)
        sheet.cell(row, first).alignment = Alignment("center" if centred else "left", "center", wrap_text=True)
        parts.rule(sheet, [row], range(first, last + 1))
        if last > first:
            sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)

    def _fit(self, cells: list[tuple[str, tuple[int, int]]], least: float) -> None:
        lines = max(
            line_count(clean_text(text).strip(), _room(sum(self._widths[first - 1 : last]), FIVE[0]))
            for text, (first, last) in cells
        )
        self._sheet.row_dimensions[self._row].height = min(409.0, max(least, 6 + lines * FIVE[1]))

    def _write_table(self, table: FormTable) -> None:
        """The names of the columns once: later tables of the sheet have the same."""
        if not self._head:
            self._row += 1
            self._head = self._row
            for column, (name, _) in enumerate(table.columns, 1):
                self._put(column, name.replace("\n", ""), True, table.size[0], parts.HEAD_FACE)
            self._heighten([name for name, _ in table.columns], table, 26.0)
        if table.group:
            self._write_head(table.group, table)
        rooms = [_room(width, table.size[0]) for width in self._widths]
        for row in table.rows:
            if len(row) < len(table.columns):
                self._write_head(shown(row[0]), table)
                continue
            fitted = fitted_rows(row, rooms, _MOST_LINES, sorted(table.left), 0) if table.left else [row]
            for line in fitted:
                self._write_row(line, table)

    def _write_head(self, text: str, table: FormTable) -> None:
        """Over the rows under it; not joined, for filters do not go with that: it runs on to the right."""
        from openpyxl.styles import Alignment

        self._row += 1
        parts.put(self._sheet, self._row, 1, text, table.size[0], parts.HEAD_FACE)
        self._sheet.cell(self._row, 1).alignment = Alignment("left", "center")
        self._sheet.row_dimensions[self._row].height = max(table.height, 20.0)
        self._last = self._row

    def _write_row(self, line: Row, table: FormTable) -> None:
        self._row += 1
        for column, value in enumerate(line, 1):
            self._put(column, value, column - 1 not in table.left, table.size[0])
        self._heighten([shown(value) for value in line], table, table.height)
        self._last = self._row

    def _heighten(self, texts: list[str], table: FormTable, least: float) -> None:
        size, pitch = table.size
        lines = (line_count(text, _room(width, size)) for text, width in zip(texts, self._widths, strict=True))
        self._sheet.row_dimensions[self._row].height = min(409.0, max(least, 5 + max(lines) * max(pitch, 13.2)))

    def _put(self, column: int, value: Value, centred: bool, size: float, face: str = parts.FACE) -> None:
        """Its look is worked out once: that takes most of the time."""
        from openpyxl.styles import Alignment

        value = clean_text(value).strip()[: parts.LONGEST] if isinstance(value, str) else value
        kind = (type(value), centred, size, face)
        cell: Any = self._sheet.cell(self._row, column)
        if kind not in self._styles:
            parts.put(self._sheet, self._row, column, value, size, face)
            parts.rule(self._sheet, [self._row], [column])
            cell.alignment = Alignment("center" if centred else "left", "center", wrap_text=True)
            self._styles[kind] = copy(cell._style)
        cell._style = copy(self._styles[kind])
        parts.fill(cell, value)

    def _write_signs(self) -> None:
        from openpyxl.styles import Alignment

        self._row += 1
        for text, column in zip(self._form.signs, _apart(self._widths, len(self._form.signs)), strict=True):
            parts.put(self._sheet, self._row, column + 1, text)
            self._sheet.cell(self._row, column + 1).alignment = Alignment("left", "center")
        self._sheet.row_dimensions[self._row].height = _SIGN

    def _set_widths(self) -> None:
        from openpyxl.utils import get_column_letter

        for column, width in enumerate(self._widths, 1):
            self._sheet.column_dimensions[get_column_letter(column)].width = round(width / 25.4 * 96 / 7, 2)

    def _set_up(self, one_page: bool) -> None:
        from openpyxl.utils import get_column_letter

        letter, head = get_column_letter(len(self._widths)), self._head
        parts.set_up(self._sheet, head, f"A1:{letter}{self._row}", self._form.wide)
        if head:
            self._sheet.freeze_panes = f"A{head + 1}"
            if self._form.wide:
                self._sheet.auto_filter.ref = f"A{head}:{letter}{max(self._last, head + 1)}"
        if one_page:
            self._sheet.page_setup.fitToHeight = 1
        head_line, foot = self._sheet.oddHeader, self._sheet.oddFooter
        assert head_line is not None and foot is not None
        if self._form.composite:  # a line each: not every program takes several
            head_line.center.text = DISCLAIMER
            version, *_ = self._origin.foot(True)
            foot.right.text = "" if version == DISCLAIMER else version.replace("&", "&&")


def _apart(widths: Sequence[float], count: int) -> Sequence[int]:
    """The first column and others, so that there is as much room as can be behind each."""
    starts = [*(sum(widths[:at]) for at in range(len(widths))), sum(widths)]

    def least(chosen: Sequence[int]) -> float:
        places = [*chosen, len(widths)]
        return min(starts[after] - starts[at] for at, after in pairwise(places))

    return max(((0, *others) for others in combinations(range(1, len(widths)), count - 1)), key=least)


def _room(width: float, points: float) -> float:
    """Characters of full width on a line of so many millimetres."""
    return max(1.0, (width - _PADDING) / 25.4 * 72 / points - 0.5)
