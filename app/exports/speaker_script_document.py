"""讲稿: each page as the room sees it, with what only the speaker sees beside it."""

from collections.abc import Mapping

from docx.shared import Pt

from app.domain.deck import Deck, DeckPage
from app.domain.minutes_words import LINE
from app.domain.script_words import note_label, seconds_words
from app.exports import house_style as style
from app.exports.clean_text import clean_text, width
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.house_table import HouseTable
from app.exports.meeting_parts import write_foot
from app.exports.page_picture import PagePicture
from app.exports.text_run import add_text

_LEFT = 74.0
_PICTURE = _LEFT - 6
_LONG = 400
"""Characters of notes; with more a page's notes may run on to the next sheet."""
_LINES = 4


class SpeakerScriptDocument:
    def __init__(self, deck: Deck, pictures: Mapping[str, PagePicture], origin: DocumentOrigin) -> None:
        """``pictures``: page id → its picture; a page without one stands there with its name and notes."""
        self._deck, self._pictures, self._origin = deck, pictures, origin
        self._title = clean_text(deck.title).strip()
        self._document = HouseDocument(f"{self._title} 讲稿", origin.day)

    def to_bytes(self) -> bytes:
        document, deck = self._document, self._deck
        document.title(self._title or "讲稿")
        facts = f"讲稿　共 {len(deck.pages)} 页，计划 {seconds_words(deck.seconds)}。含讲解提示和答案，不发给听众。"
        document.line(facts, style.SMALL, centred=True)
        document.line(name=style.NOTE)
        if deck.pages:
            table = document.table((_LEFT, style.TEXT_WIDTH - _LEFT), len(deck.pages))
            table.align_top()
            for row, page in enumerate(deck.pages):
                self._write_page(table, row, page)
        write_foot(document, self._origin, any(page.sheet.composite for page in deck.pages))
        return document.to_bytes()

    def _write_page(self, table: HouseTable, row: int, page: DeckPage) -> None:
        if picture := self._pictures.get(page.id):
            table.picture(row, 0, picture.sheet, _PICTURE)
            if picture.revealed:
                table.add_line(row, 0, "揭晓以后", style.NOTE)
                table.picture(row, 0, picture.revealed, _PICTURE)
        head = table.write(row, 1, f"{row + 1}. {page.name}", centred=False, face=style.HEAD_FACE)
        add_text(head, f"（{seconds_words(page.seconds)}）")
        head.paragraph_format.space_before = Pt(3)
        last = head
        for kind, text in page.notes:
            last = paragraph = table.add_line(row, 1)
            if label := note_label(kind):
                add_text(paragraph, f"{label}：", face=style.HEAD_FACE)
            add_text(paragraph, text)
        if not page.notes:
            for _ in range(_LINES):
                last = table.add_line(row, 1, LINE * 15)
        last.paragraph_format.space_after = Pt(5)
        if sum(width(text) for _, text in page.notes) > _LONG:
            table.let_split(row)
