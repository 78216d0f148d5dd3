"""讲稿 as a PDF: each page as the room sees it, with its notes beside it."""

from PySide6.QtCore import QPointF, QRectF

from app.domain.deck import Deck, DeckPage
from app.domain.script_words import seconds_words
from app.domain.sheet import Sheet
from app.exports.document_origin import DocumentOrigin
from app.ui.presenter.note_lines import STEP, NoteLines
from app.ui.presenter.pdf_paper import BODY, NOTE, SMALL, PdfPaper
from app.ui.presenter.sheet_painter import SheetPainter

_PICTURE = 192.0
"""Points of width; the height is three quarters of it."""
_TALL = _PICTURE * 3 / 4
_GAP = 14.0
_HEAD = 22.0
_CAPTION = 14.0
_TIME = 58.0
"""Points for "1 分 30 秒" beside the name."""


def script_pdf(deck: Deck, sheets: SheetPainter, origin: DocumentOrigin) -> bytes:
    """A PDF file. A page that finds no room goes to the next sheet; only notes longer than a sheet are split."""
    paper = PdfPaper(f"{deck.title} 讲稿", origin.foot(any(page.sheet.composite for page in deck.pages)))
    paper.text(QRectF(0, 0, paper.width, 30), deck.title or "讲稿", 20, bold=True, centred=True)
    facts = f"讲稿　共 {len(deck.pages)} 页，计划 {seconds_words(deck.seconds)}。含讲解提示和答案，不发给听众。"
    paper.text(QRectF(0, 32, paper.width, 18), facts, SMALL, centred=True)
    script = _Script(paper, sheets, len(deck.pages), 60)
    for number, page in enumerate(deck.pages, 1):
        script.write(page, number)
    return paper.to_bytes()


class _Script:
    def __init__(self, paper: PdfPaper, sheets: SheetPainter, total: int, y: float) -> None:
        """``y``: where the first page begins."""
        self._paper, self._sheets, self._total, self._y = paper, sheets, total, y

    def write(self, page: DeckPage, number: int) -> None:
        paper, left = self._paper, _PICTURE + _GAP
        notes = NoteLines(page.notes, paper.width - left)
        pictures = _TALL if page.revealed is None else _TALL * 2 + _CAPTION
        needed = max(pictures, _HEAD + len(notes) * STEP)
        room = paper.height - self._y
        if self._y > 0 and (needed if needed <= paper.height else pictures) > room:
            self._turn()
        self._picture(page.sheet, number, self._y)
        if page.revealed is not None:
            below = self._y + _TALL
            paper.text(QRectF(0, below, _PICTURE, _CAPTION), "揭晓以后", NOTE)
            self._picture(page.revealed, number, below + _CAPTION)
        paper.text(QRectF(left, self._y, paper.width - left - _TIME, 18), f"{number}. {page.name}", BODY, bold=True)
        paper.text(QRectF(paper.width - _TIME, self._y, _TIME, 18), seconds_words(page.seconds), NOTE)
        bottom = self._notes(notes, left, self._y + pictures)
        if not len(notes):
            for place in range(1, 6):
                paper.rule(left, paper.width, self._y + _HEAD + place * STEP)
        self._y = bottom + _GAP
        paper.rule(0, paper.width, self._y - _GAP / 2)

    def _notes(self, notes: NoteLines, left: float, bottom: float) -> float:
        """Returns where the page ends, on the sheet on which its notes end."""
        first, y = 0, self._y + _HEAD
        while len(notes) - first > (room := int((self._paper.height - y) // STEP)):
            notes.paint(self._paper.painter, QPointF(left, y), first, first + room)
            first += room
            self._turn()
            y = bottom = 0.0
        notes.paint(self._paper.painter, QPointF(left, y), first, len(notes))
        return max(bottom, y + (len(notes) - first) * STEP)

    def _picture(self, sheet: Sheet, number: int, y: float) -> None:
        rect = QRectF(0, y, _PICTURE, _TALL)
        self._sheets.paint(self._paper.painter, rect, sheet, number, self._total)
        self._paper.frame(rect)

    def _turn(self) -> None:
        self._paper.next_page()
        self._y = 0.0
