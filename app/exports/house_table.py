"""A table in the house style: fixed widths, rows that are never split."""

from collections.abc import Mapping, Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from app.exports import house_style as style
from app.exports.text_run import add_text
from app.exports.xml_parts import element, twips

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


class HouseTable:
    """``widths`` in millimetres, ``indent`` in points; with ``ruled`` every cell has thin black lines around it."""

    def __init__(
        self,
        document: Document,
        styles: Mapping[str, str],
        widths: Sequence[float],
        rows: int,
        ruled: bool,
        indent: float = 0,
    ) -> None:
        """``styles``: name of a paragraph style → its id."""
        self._styles = styles
        self._table = document.add_table(rows, len(widths))
        self._rows = list(self._table._tbl.tr_lst)
        dress_table(self._table, widths, ruled, indent)
        for row in self._rows:
            row.get_or_add_trPr().append(element("w:cantSplit"))

    def cell(self, row: int, column: int) -> Paragraph:
        """The paragraph of a cell."""
        cell: CT_Tc = self._rows[row].tc_lst[column]
        first: Paragraph = _Cell(cell, self._table).paragraphs[0]
        return first

    def write(
        self,
        row: int,
        column: int,
        text: str,
        name: str = style.SMALL,
        centred: bool = True,
        face: str = "",
    ) -> Paragraph:
        """Put ``text`` into a cell, in the paragraph style ``name``."""
        paragraph = self.cell(row, column)
        paragraph._p.style = self._styles[name]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        if text:
            add_text(paragraph, text, face=face)
        return paragraph

    def set_height(self, row: int, points: float) -> None:
        """At least so high."""
        self._rows[row].trHeight_val = Pt(points)


def dress_table(table: Table, widths: Sequence[float], ruled: bool, indent: float = 0, padding: float = 1.2) -> None:
    """Fixed widths and ``padding`` left and right (mm), borders or none, cells centred from top to bottom."""
    facts = table._tbl.tblPr
    for old in facts.xpath("w:tblW | w:tblLayout | w:tblLook"):
        facts.remove(old)
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=twips(padding), type="dxa"))
    borders = element("w:tblBorders")
    for edge in _EDGES:
        borders.append(element(f"w:{edge}", val="single" if ruled else "nil", sz="4", space="0", color="auto"))
    facts.append(element("w:tblW", w=twips(sum(widths)), type="dxa"))
    if indent:
        facts.append(element("w:tblInd", w=str(round(indent * 20)), type="dxa"))
    facts.append(borders)
    facts.append(element("w:tblLayout", type="fixed"))
    facts.append(margins)
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), twips(width))
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            own = cell.get_or_add_tcPr()
            for old in own.xpath("w:tcW"):
                own.remove(old)
            own.insert(0, element("w:tcW", w=twips(width), type="dxa"))
            own.append(element("w:vAlign", val="center"))
