"""What the forms of 改 share: title of a wide sheet, annex, foot with stamp and names, page foot."""

from collections.abc import Sequence
from datetime import date

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.form import FOOT
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import INTERNAL, write_foot
from app.exports.title_lines import title_lines

_WIDE_TITLE = 31.0
"""Characters of the title's size on a line of a sheet that lies on its side."""


def wide_document(title: str, day: date, annex: str = "") -> HouseDocument:
    """A sheet that lies on its side, with its title; ``annex`` is 「附件2」 or ""."""
    document = HouseDocument(title, day.isoformat())
    document.turn()
    if annex:
        document.line(annex, style.SMALL).alignment = WD_ALIGN_PARAGRAPH.LEFT
    document.title("\n".join(title_lines(title, _WIDE_TITLE)))
    return document


def write_note(document: HouseDocument, text: str) -> Paragraph:
    """A small line above or under a table."""
    paragraph = document.line(text, style.NOTE)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
    return paragraph


def write_sign_line(document: HouseDocument, whole: float = style.WIDE_TEXT_WIDTH, names: Sequence[str] = FOOT) -> None:
    """Room to stamp and to sign, on a page with something that is signed."""
    document.hold_last()
    widths = [whole * share for share in ((0.34, 0.2, 0.2, 0.26) if len(names) == 4 else (0.5, 0.5))]
    gap = document.line(name=style.NOTE).paragraph_format
    gap.line_spacing, gap.keep_with_next = Pt(8), True
    table = document.table(widths, 1, ruled=False)
    for column, text in enumerate(names):
        table.write(0, column, text, style.NOTE, centred=False)
    table.set_height(0, 30)
    document.line(name=style.NOTE).paragraph_format.line_spacing = Pt(2)  # else Word adds one, as high as a line


def write_form_foot(document: HouseDocument, origin: DocumentOrigin, composite: bool = False) -> None:
    """内部资料 on every page; the disclaimer where a case is named."""
    write_foot(document, origin, composite, INTERNAL)


def day(value: date | None) -> str:
    return f"{value:%Y-%m-%d}" if value else ""
