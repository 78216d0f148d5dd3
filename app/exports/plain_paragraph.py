"""Paragraphs by the thousand: written as text and parsed in one go, for python-docx looks through the whole document
each time that it adds one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from app.exports.clean_text import clean_text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class PlainParagraph:
    """In the paragraph style ``name``; ``runs`` are (text, face), "" for the face of the style. ``indent`` moves the
    first line in, in points; ``keep`` holds it on one page with what follows."""

    name: str
    runs: tuple[tuple[str, str], ...]
    indent: float = 0
    keep: bool = False


def paragraph_elements(paragraphs: Iterable[PlainParagraph], styles: Mapping[str, str]) -> list[BaseOxmlElement]:
    """``styles``: name of a paragraph style → its id."""
    xml = "".join(_paragraph(one, styles) for one in paragraphs)
    return list(parse_xml(f'<w:body xmlns:w="{_W}">{xml}</w:body>'))


def _paragraph(one: PlainParagraph, styles: Mapping[str, str]) -> str:
    facts = f"<w:pStyle w:val={quoteattr(styles[one.name])}/>"
    if one.keep:
        facts += "<w:keepNext/>"
    if one.indent:
        facts += f'<w:ind w:firstLine="{round(one.indent * 20)}"/>'
    return f"<w:p><w:pPr>{facts}</w:pPr>{''.join(_run(text, face) for text, face in one.runs)}</w:p>"


def _run(text: str, face: str) -> str:
    # Quotation marks and dashes are of both scripts: the hint makes them Chinese.
    named = f" w:eastAsia={quoteattr(face)}" if face else ""
    said = escape(" ".join(clean_text(text).split("\n")))
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"{named}/></w:rPr><w:t xml:space="preserve">{said}</w:t></w:r>'
