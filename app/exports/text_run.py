"""Text into a paragraph."""

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from app.exports.clean_text import clean_text
from app.exports.xml_parts import element


def add_text(
    paragraph: Paragraph,
    text: str,
    face: str = "",
    size: float = 0,
    bold: bool = False,
    underline: bool = False,
) -> Run:
    """A run of cleaned text; ``face`` and ``size`` (points) where they differ from the paragraph's style."""
    return _dress(paragraph.add_run(clean_text(text)), face, size, bold, underline)


def add_bracket(paragraph: Paragraph, room: float) -> None:
    """（ ） with ``room`` points between: letter-spacing and not blanks, which a line end would tear apart."""
    opening = add_text(paragraph, "（")
    opening._r.get_or_add_rPr().append(element("w:spacing", val=str(round(room * 20))))
    add_text(paragraph, "）")


def add_tab(paragraph: Paragraph) -> None:
    paragraph.add_run("\t")


def _dress(run: Run, face: str, size: float, bold: bool, underline: bool) -> Run:
    # Quotation marks and dashes are of both scripts: the hint makes them Chinese.
    fonts = run._r.get_or_add_rPr()._add_rFonts()
    fonts.set(qn("w:hint"), "eastAsia")
    if face:
        fonts.set(qn("w:eastAsia"), face)
    if size:
        run.font.size = Pt(size)
    if bold:
        run.font.bold = True
    if underline:
        run.font.underline = True
    return run
