"""A table in the house style: fixed widths, rows that are never split."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from app.exports import house_style as style
from app.exports.clean_text import width as characters
from app.exports.text_run import add_text
from app.exports.xml_parts import element, twips

_MOST_LINES = 24
"""Of a cell in a row that is not split."""
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
        self._styles, self._widths = styles, tuple(widths)
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
        if characters(text) * style.SMALL_SIZE > _MOST_LINES * self._widths[column] / 25.4 * 72:
            self.let_split(row)  # no page could hold it: what is over would be cut off
        return paragraph

    def set_height(self, row: int, points: float) -> None:
        """At least so high."""
        self._rows[row].trHeight_val = Pt(points)

    def repeat_header(self, rows: int = 1) -> None:
        """The first rows stand at the head of every page, and at the foot of none."""
        for row in self._rows[:rows]:
            row.get_or_add_trPr().append(element("w:tblHeader"))
            for paragraph in row.iter(qn("w:p")):
                paragraph.get_or_add_pPr().keepNext_val = True

    def let_split(self, row: int) -> None:
        """A row that may be taller than a page."""
        facts = self._rows[row].get_or_add_trPr()
        for rule in facts.xpath("w:cantSplit"):
            facts.remove(rule)

    def align_top(self) -> None:
        """Cells that begin at their top edge, instead of standing in the middle of their rows."""
        for row in self._rows:
            for upright in row.xpath("w:tc/w:tcPr/w:vAlign"):
                upright.set(qn("w:val"), "top")

    def join(self, row: int, first: int, last: int) -> None:
        """One cell from ``first`` to ``last``; before anything is written into the row."""
        self._table.cell(row, first).merge(self._table.cell(row, last))

    def picture(self, row: int, column: int, png: bytes, width: float) -> None:
        """Under what the cell holds, ``width`` in millimetres; as tall as it comes."""
        paragraph = self.cell(row, column)
        if paragraph.runs:
            paragraph = self.add_line(row, column)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = 1.0  # an exact line would cut it off
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        paragraph.add_run().add_picture(BytesIO(png), Mm(width))

    def add_line(self, row: int, column: int, text: str = "", name: str = style.SMALL) -> Paragraph:
        """A further paragraph in a cell."""
        added: Paragraph = _Cell(self._rows[row].tc_lst[column], self._table).add_paragraph()
        added._p.style = self._styles[name]
        if text:
            add_text(added, text)
        return added


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
