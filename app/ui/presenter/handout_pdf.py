"""讲义 as a PDF: three pages on a sheet with lines to write on, or six; never a note."""

from PySide6.QtCore import QRectF

from app.domain.deck import Deck
from app.domain.handout_pages import handout_pages
from app.exports.document_origin import DocumentOrigin
from app.ui.presenter.pdf_paper import BODY, NOTE, PdfPaper
from app.ui.presenter.sheet_painter import SheetPainter

PER_SHEET = (3, 6)
_ROWS = 3
_PICTURE = 204.0
"""Points of width; the height is three quarters of it."""
_TALL = _PICTURE * 3 / 4
_HEAD = 26.0
_LINES = 7


def handout_pdf(deck: Deck, sheets: SheetPainter, per_sheet: int, answers: bool, origin: DocumentOrigin) -> bytes:
    """A PDF file; ``answers``: questions as they are after 揭晓. Raises ValueError for another ``per_sheet``."""
    if per_sheet not in PER_SHEET:
        raise ValueError(per_sheet)
    paper = PdfPaper(f"{deck.title} 讲义", origin.foot(any(page.sheet.composite for page in deck.pages)))
    pages = handout_pages(deck, answers)
    total = -(-len(pages) // per_sheet)
    for number in range(total):
        if number:
            paper.next_page()
        title = f"{deck.title} 讲义{'（含答案）' if answers else ''}"
        paper.text(QRectF(0, 0, paper.width * 0.72, 18), title, BODY, bold=True)
        paper.text(QRectF(paper.width * 0.76, 0, paper.width * 0.24, 18), f"第 {number + 1} 张，共 {total} 张", NOTE)
        for place, (at, page) in enumerate(pages[number * per_sheet : (number + 1) * per_sheet]):
            rect = _place(paper, place, per_sheet)
            sheets.paint(paper.painter, rect, page.sheet, at, len(deck.pages))
            paper.frame(rect)
            caption = QRectF(rect.left(), rect.bottom() + 4, _PICTURE, 14)
            paper.text(caption, f"{at}. {page.name}", NOTE, centred=True)
            if per_sheet == _ROWS:
                for line in range(1, _LINES + 1):
                    paper.rule(_PICTURE + 20, paper.width, rect.top() + line * _TALL / _LINES)
    return paper.to_bytes()


def _place(paper: PdfPaper, place: int, per_sheet: int) -> QRectF:
    """Where the picture of a sheet's page number ``place`` (from 0) stands."""
    row, column = divmod(place, per_sheet // _ROWS)
    height = (paper.height - _HEAD) / _ROWS
    return QRectF(column * (paper.width - _PICTURE), _HEAD + row * height, _PICTURE, _TALL)
