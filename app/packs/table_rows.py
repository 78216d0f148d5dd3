"""The rows of a table that somebody sends: xlsx by openpyxl, csv in UTF-8 or GBK, with caps on everything."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import UserError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS, MOST_CELL = 6_000, 60, 20, 1_000
_MOST_UNPACKED, _MOST_STRINGS, _MOST_PARTS = 60 * 1024 * 1024, 4 * 1024 * 1024, 500
SAVE_AS = "请在 WPS 或 Excel 中另存为 xlsx 后再导入。"
BROKEN = f"打不开：文件不完整，或不是真正的 xlsx。{SAVE_AS}"
TOO_MANY = f"表格超过 {MOST_ROWS} 行。请只留下需要的行，再导入。"

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^<>]{0,200}?\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_MOST_MERGED = 6_000

Row = tuple[int, tuple[str, ...]]
"""Number of the line in the file, from 1, and the texts of its cells."""


Merged = tuple[int, int, int, int]
"""Cells joined to one: first line and column, last line and column, all from 1."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``merged``: what is joined over several lines; only its first cell has the text."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Merged, ...] = ()


def read_sheets(name: str, data: bytes) -> list[Sheet]:
    """``name``: the file's, for its ending. Raises UserError where it is no table that we read."""
    if len(data) > MOST_BYTES:
        raise UserError(f"“{name}”超过 10 MB。请只留下需要的表，再导入。")
    ending = name.rpartition(".")[2].lower()
    if ending == "csv":
        return [Sheet("", tuple(_csv_rows(name, data)))]
    if ending not in ("xlsx", "xlsm"):
        raise UserError(f"“{name}”不是 xlsx 或 csv。{SAVE_AS}")
    if not data.startswith(b"PK\x03\x04"):
        raise UserError(f"“{name}”{BROKEN}")
    try:
        weigh(data)
        return _xlsx_sheets(data)
    except UserError as error:
        raise UserError(f"“{name}”{error}") from error
    except Exception as error:  # openpyxl raises whatever the file makes it raise
        raise UserError(f"“{name}”{BROKEN}") from error


def _csv_rows(name: str, data: bytes) -> Iterator[Row]:
    text = _decoded(name, data)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
            if number > MOST_ROWS:
                raise UserError(f"“{name}”{TOO_MANY}")
            yield number, tuple(_text(cell) for cell in cells[:MOST_COLUMNS])
    except csv.Error as error:
        raise UserError(f"“{name}”有引号没有成对，或有过长的格子。{SAVE_AS}") from error


def _decoded(name: str, data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(f"“{name}”既不是 UTF-8 也不是 GBK 编码。{SAVE_AS}")


def weigh(data: bytes) -> None:
    """Unpack everything once, counting: what the headers of the parts say of their size proves nothing."""
    import zipfile

    left = _MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or len({part.filename for part in parts}) != len(parts):
            raise UserError(BROKEN)
        for part in parts:
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or part.flag_bits & 1:
                raise UserError(f"有密码保护，或用了不常见的压缩方式。请去掉密码，{SAVE_AS[1:]}")
            most = min(left, _MOST_STRINGS) if part.filename.lower().endswith("sharedstrings.xml") else left
            left -= _unpacked_size(archive, part, most)


def _unpacked_size(archive: "ZipFile", part: "ZipInfo", most: int) -> int:
    """Bytes. Raises UserError as soon as there are more than ``most``."""
    size = 0
    with archive.open(part) as unpacked:
        while block := unpacked.read(65_536):
            size += len(block)
            if size > most:
                raise UserError("里的内容太多，不会是要导入的表。请只留下需要的行，再导入。")
    return size


def _xlsx_sheets(data: bytes) -> list[Sheet]:
    import warnings

    import openpyxl
    from openpyxl import DEFUSEDXML

    if not DEFUSEDXML:
        raise RuntimeError("openpyxl would expand entities")
    with warnings.catch_warnings():  # styles and extensions that it does not know are nothing to us
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return list(_sheets_of(book))


def _sheets_of(book: "Workbook") -> Iterator[Sheet]:
    try:
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if len(shown) > MOST_SHEETS:
            raise UserError(
                f"里有 {len(shown)} 张工作表，超过 {MOST_SHEETS} 张。请分成几个文件，或合到一张表里，再导入。"
            )
        for sheet in shown:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
            found = [(number, tuple(_text(cell) for cell in cells)) for number, cells in enumerate(rows, 1)]
            if len(found) > MOST_ROWS and any(found[-1][1]):
                raise UserError(TOO_MANY)
            yield Sheet(sheet.title, tuple(found), tuple(merged_down(book, sheet)))
    finally:
        book.close()


def merged_down(book: "Workbook", sheet: "ReadOnlyWorksheet") -> Iterator[Merged]:
    """What is joined over several lines: openpyxl tells only where it holds a whole sheet in memory; its parts were
    weighed before."""
    from itertools import islice

    from openpyxl.utils import column_index_from_string

    content = book._archive.read(sheet._worksheet_path)  # type: ignore[attr-defined]
    begin = max(content.find(b"mergeCells"), 0)
    for left, top, right, bottom in islice((one.groups() for one in _MERGED.finditer(content, begin)), _MOST_MERGED):
        lines = int(top), min(int(bottom), MOST_ROWS)
        if lines[1] > lines[0]:
            columns = (column_index_from_string(one.decode()) for one in (left, right))
            yield (lines[0], next(columns), lines[1], next(columns))


def _text(value: object) -> str:
    """A cell as people read it: 1001.0 is 1001, line breaks are spaces."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value)[:MOST_CELL].split())
