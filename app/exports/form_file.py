"""A form as an xlsx file: the words of the Word document in the same order, a sheet for each kind of table in it."""

from io import BytesIO

from app.domain.ledger.steps import GoOn, step
from app.exports import report_sheet_parts as parts
from app.exports.document_origin import DocumentOrigin
from app.exports.form import Block, Form, FormTable, Heading
from app.exports.form_sheet import FormSheet


def form_file(form: Form, origin: DocumentOrigin, go_on: GoOn | None = None) -> bytes:
    """``go_on`` is asked with sheets done, of how many; raises StoppedError where the person cancelled."""
    from openpyxl import Workbook

    book = Workbook()
    parts.begin(book, form.title, form.day)
    shared = sheets_of(form.blocks)
    for place, blocks in enumerate(shared):
        step(go_on, place, len(shared))
        held = book.create_sheet() if place else book.active
        assert held is not None
        FormSheet(held, form, origin).write(blocks, last=place == len(shared) - 1)
    out = BytesIO()
    book.save(out)
    step(go_on, len(shared), len(shared))
    return out.getvalue()


def sheets_of(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """A sheet repeats one row of names on its pages: a table with other columns begins the next, with its heading."""
    made: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, FormTable):
            here = made[-1]
            if any(isinstance(one, FormTable) and one.columns != block.columns for one in here):
                made.append([])
                while isinstance(here[-1], Heading):
                    made[-1].insert(0, here.pop())
        made[-1].append(block)
    return made
