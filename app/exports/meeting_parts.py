"""What the documents of a meeting share: title, foot, numbered paragraphs, lines to write on."""

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from app.domain.chinese_numbers import to_chinese
from app.domain.meeting import Meeting
from app.domain.minutes_words import LINE
from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.text_run import add_text
from app.exports.title_lines import title_lines

INTERNAL = "内部资料，注意保管"
_INSET = 2 * style.BODY_SIZE


def write_title(document: HouseDocument, text: str) -> None:
    document.title("\n".join(title_lines(text)))


def meeting_title(meeting: Meeting) -> str:
    """On one line."""
    return " ".join(clean_text(meeting.title).split()) or meeting.kind.value


def write_foot(document: HouseDocument, origin: DocumentOrigin, composite: bool, mark: str = "") -> None:
    """``composite``: a teaching case is named; ``mark`` stands first on every page: `INTERNAL` where people are."""
    document.foot(*origin.foot(composite, mark))


def ordinal_heading(document: HouseDocument, place: int, text: str) -> None:
    """一、…"""
    document.heading(f"{to_chinese(place)}、{text}").paragraph_format.first_line_indent = Pt(_INSET)


def write_paragraphs(document: HouseDocument, text: str, lead: str = "") -> None:
    """Every line of ``text`` as a paragraph, moved in by two characters; ``lead`` in 黑体 before the first."""
    lines = [line.strip() for line in clean_text(text).split("\n") if line.strip()]
    for place, line in enumerate(lines or ([LINE * 12] if lead else [])):
        paragraph = document.line(hanging=-_INSET)
        if lead and not place:
            add_text(paragraph, lead, face=style.HEAD_FACE)
        add_text(paragraph, line)


def write_items(document: HouseDocument, items: Sequence[str], lines: int = 2) -> int:
    """1. … 2. …; ``lines`` to write on where there is none. Returns the place of the last one, for `keep_from`."""
    known = [item for item in items if clean_text(item).strip()]
    last = document.mark()
    for place, item in enumerate(known, 1):
        last = document.mark()
        write_paragraphs(document, item, f"{place}. " if len(known) > 1 else "")
    if not known:
        for _ in range(lines):
            document.ruled_line()
    return last


def write_signature(document: HouseDocument, unit: str, day: str, mark: int) -> None:
    """落款: who and when, at the right, on one page with what was written since ``mark``."""
    document.line()
    for text in (unit, day):
        paragraph = document.line(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Pt(_INSET)
    document.keep_from(mark)
