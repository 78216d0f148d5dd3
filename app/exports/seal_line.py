"""密封线: at the left edge of the page, the place for the name and the line along which it is folded away.

A table that floats at the head of the page, its text turned: understood by Word, WPS and LibreOffice alike.
"""

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH

from app.exports import house_style as style
from app.exports.house_document import HouseDocument
from app.exports.house_table import dress_table
from app.exports.text_run import add_text
from app.exports.xml_parts import element, twips

_TOP, _HEIGHT, _LEFT, _WIDTHS = 30.0, 237.0, 7.0, (10.0, 8.0)
_BLANKS = 120
_DOTS = "…" * 16
_SEAL = _DOTS + _DOTS.join("密封线") + _DOTS


def add_seal_line(document: HouseDocument, fields: Sequence[str], every_page: bool = False) -> None:
    """``fields``: what a person fills in, from the foot of the page to its head. ``every_page``: where sheets are
    written on that could come apart; else on the first one."""
    table = document.head_table(_WIDTHS, every_page)
    dress_table(table, _WIDTHS, ruled=False, padding=0)
    place = {"vertAnchor": "page", "horzAnchor": "page", "tblpX": twips(_LEFT), "tblpY": twips(_TOP)}
    table._tbl.tblPr.insert(0, element("w:tblpPr", leftFromText="0", rightFromText="0", **place))
    row = table._tbl.tr_lst[0]
    row.get_or_add_trPr().append(element("w:trHeight", val=twips(_HEIGHT), hRule="exact"))
    for cell in row.tc_lst:
        (upright,) = cell.get_or_add_tcPr().xpath("w:vAlign")
        upright.addprevious(element("w:textDirection", val="btLr"))
    names, line = (cell.paragraphs[0] for cell in table.rows[0].cells)
    for paragraph in (names, line):
        paragraph.style = style.NOTE
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for field in fields:
        add_text(names, f"{field}：", size=style.SMALL_SIZE)
        add_text(names, "\u00a0" * (_BLANKS // len(fields)), underline=True)
        add_text(names, "\u00a0\u00a0")
    add_text(line, _SEAL)
