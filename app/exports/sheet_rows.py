"""Rows of an xlsx sheet as XML: a ledger of thousands takes openpyxl longer than a person waits.

openpyxl makes the file with its styles and its page set-up; the rows are put in afterwards.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import IO, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from app.exports.clean_text import clean_text
from app.exports.ledger_lines import Line

_EPOCH = date(1899, 12, 30).toordinal()
_LONGEST = 32_000
_LIKE_A_FORMULA = ("=", "+", "-", "@")
_CHUNK = 1 << 16


class CellStyles(NamedTuple):
    """Numbers of styles in the file. ``quoted`` ones are for texts that begin like a formula."""

    left: int
    centre: int
    quoted_left: int
    quoted_centre: int
    number: int
    day: int


class RowWriter:
    """``letters`` and ``centred`` by column."""

    def __init__(self, letters: Sequence[str], centred: Sequence[bool], styles: CellStyles) -> None:
        self._columns = tuple(zip(letters, centred, strict=True))
        self._styles = styles

    def row(self, number: int, line: Line, height: float) -> bytes:
        """``height`` in points. A text is marked as one, whatever it begins with."""
        styles, cells = self._styles, [f'<row r="{number}" ht="{height:g}" customHeight="1">']
        for (letter, centred), value in zip(self._columns, line, strict=True):
            place = f'<c r="{letter}{number}"'
            if isinstance(value, str) and value:
                quoted = value.startswith(_LIKE_A_FORMULA)
                look = (styles.left, styles.centre, styles.quoted_left, styles.quoted_centre)[centred + 2 * quoted]
                text = escape(clean_text(value)[:_LONGEST])
                cells.append(f'{place} s="{look}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
            elif isinstance(value, date):
                cells.append(f'{place} s="{styles.day}"><v>{value.toordinal() - _EPOCH}</v></c>')
            elif isinstance(value, int):
                cells.append(f'{place} s="{styles.number}"><v>{value}</v></c>')
            else:
                cells.append(f'{place} s="{styles.centre if centred else styles.left}"/>')
        cells.append("</row>")
        return "".join(cells).encode()


def with_rows(data: bytes, bodies: Mapping[str, tuple[int, IO[bytes]]]) -> bytes:
    """``bodies``: the part of a sheet → the row from which on its rows are replaced, and the new ones."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename not in bodies:
                new.writestr(part, content)
                continue
            first, body = bodies[part.filename]
            content = re.sub(rb"<dimension [^>]*/>", b"", content)
            head = content.index(b'<row r="%d"' % first)
            tail = content.index(b"</sheetData>")
            with new.open(part.filename, "w") as sheet:
                sheet.write(content[:head])
                body.seek(0)
                while chunk := body.read(_CHUNK):
                    sheet.write(chunk)
                sheet.write(content[tail:])
    return out.getvalue()
