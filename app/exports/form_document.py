"""A form as a Word document."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from app.domain.ledger.steps import GoOn, step
from app.exports import form_parts as parts
from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.form import FIVE, Block, Boxes, Entry, Facts, Form, FormTable, Heading, Note, Told, shown
from app.exports.form_table import write_cell, write_facts, write_form_table
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import write_paragraphs, write_signature, write_title

_HEAD_MORE_BEFORE, _BETWEEN = 2.0, 8.0
"""Points before a heading of a page that has to hold all; between two tables."""
_INSET, _HANGING = 24.0, 9.0
_LABEL, _BOX = 34.0, 62.0
"""Millimetres of a box's name; points of room for an opinion and a signature."""


def form_document(form: Form, origin: DocumentOrigin, go_on: GoOn | None = None) -> bytes:
    """``go_on`` is asked with blocks done, of how many; raises StoppedError where the person cancelled."""
    document = _begun(form)
    before: Block | None = None
    for done, block in enumerate(form.blocks):
        step(go_on, done, len(form.blocks))
        if isinstance(block, FormTable) and isinstance(before, FormTable):
            document.line(name=style.NOTE).paragraph_format.line_spacing = Pt(_BETWEEN)
        _write(document, block)
        before = block
    if form.signs:
        parts.write_sign_line(document, style.WIDE_TEXT_WIDTH if form.wide else style.TEXT_WIDTH, form.signs)
    parts.write_form_foot(document, origin, form.composite)
    made = document.to_bytes()
    step(go_on, len(form.blocks), len(form.blocks))
    return made


def _begun(form: Form) -> HouseDocument:
    if form.wide:
        return parts.wide_document(form.title, form.day, form.annex)
    document = HouseDocument(form.title, form.day.isoformat())
    write_title(document, form.title)
    return document


def _write(document: HouseDocument, block: Block) -> None:
    match block:
        case Heading():
            _write_heading(document, block)
        case Note(text, centred):
            paragraph = parts.write_note(document, text)
            if centred:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Entry():
            _write_entry(document, block)
        case Told():
            _write_told(document, block)
        case Facts():
            write_facts(document, block.rows)
        case Boxes():
            _write_boxes(document, block)
        case FormTable():
            rows = [tuple(shown(value) for value in row) for row in block.rows]
            write_form_table(document, block.columns, rows, block.left, block.size, block.height, block.group)


def _write_heading(document: HouseDocument, block: Heading) -> None:
    form = document.heading(block.text).paragraph_format
    if block.pitch:
        form.space_before, form.line_spacing = Pt(_HEAD_MORE_BEFORE), Pt(block.pitch)


def _write_entry(document: HouseDocument, block: Entry) -> None:
    form = document.line(block.text, style.SMALL).paragraph_format
    form.left_indent, form.line_spacing, form.alignment = Pt(_INSET), Pt(block.pitch), WD_ALIGN_PARAGRAPH.LEFT
    if block.text.startswith("· "):
        form.left_indent, form.first_line_indent = Pt(_INSET + _HANGING), Pt(-_HANGING)


def _write_told(document: HouseDocument, block: Told) -> None:
    document.line()
    mark = document.mark()
    write_paragraphs(document, block.text)
    if block.signed:
        who, day = block.signed
        write_signature(document, who, day, mark)
    else:
        document.line()


def _write_boxes(document: HouseDocument, block: Boxes) -> None:
    table = document.table((_LABEL, style.TEXT_WIDTH - _LABEL), len(block.rows))
    for row, (name, lines) in enumerate(block.rows):
        write_cell(table, row, 0, name, face=style.HEAD_FACE)
        for at, line in enumerate(lines):
            if not at:
                write_cell(table, row, 1, line, centred=False)
                continue
            paragraph = table.add_line(row, 1, line, style.NOTE)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
            paragraph.paragraph_format.line_spacing = Pt(FIVE[1])
        table.set_height(row, _BOX)
    document.line(name=style.NOTE).paragraph_format.line_spacing = Pt(2)
