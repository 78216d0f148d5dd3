"""讲义: the pages for the listeners, three on a sheet with lines to write on, or six; never a note."""

from collections.abc import Mapping, Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from app.domain.deck import Deck
from app.domain.handout_pages import handout_pages
from app.domain.minutes_words import LINE
from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.house_table import HouseTable
from app.exports.meeting_parts import write_foot
from app.exports.page_picture import PagePicture

PER_SHEET = (3, 6)
_ROWS = 3
_ROW = 200.0
"""Points of height: three rows and the line above them fill a sheet."""
_PICTURE = 72.0
_LINES = 8

Numbered = tuple[int, str, PagePicture | None]
"""The number and the name of a page, and its picture where there is one."""


class HandoutDocument:
    """``answers``: questions as they are after 揭晓; otherwise nothing that tells one is in the file."""

    def __init__(
        self,
        deck: Deck,
        pictures: Mapping[str, PagePicture],
        per_sheet: int,
        answers: bool,
        origin: DocumentOrigin,
    ) -> None:
        """``pictures``: page id → its picture. Raises ValueError for a ``per_sheet`` that is not 3 or 6."""
        if per_sheet not in PER_SHEET:
            raise ValueError(per_sheet)
        self._deck, self._pictures, self._origin = deck, pictures, origin
        self._per_sheet, self._answers = per_sheet, answers
        self._title = clean_text(deck.title).strip().replace("\n", " ") or "讲义"
        self._document = HouseDocument(f"{self._title} 讲义", origin.day)

    def to_bytes(self) -> bytes:
        pages: list[Numbered] = [
            (number, page.name, self._pictures.get(page.id))
            for number, page in handout_pages(self._deck, self._answers)
        ]
        starts = range(0, len(pages), self._per_sheet)
        for start in starts:
            head = self._document.line(self._head(start // self._per_sheet + 1, len(starts)), style.SMALL)
            head.paragraph_format.page_break_before = start > 0
            head.paragraph_format.space_after = Pt(4)
            chunk = pages[start : start + self._per_sheet]
            if self._per_sheet == _ROWS:
                self._write_with_lines(chunk)
            else:
                self._write_grid(chunk)
        write_foot(self._document, self._origin, any(page.sheet.composite for page in self._deck.pages))
        return self._document.to_bytes()

    def _head(self, sheet: int, sheets: int) -> str:
        title = self._title if len(self._title) <= 24 else f"{self._title[:23]}…"
        answers = "（含答案）" if self._answers else ""
        return f"{title} 讲义{answers}　第 {sheet} 张，共 {sheets} 张"

    def _write_with_lines(self, pages: Sequence[Numbered]) -> None:
        left = _PICTURE + 8
        table = self._document.table((left, style.TEXT_WIDTH - left), len(pages), ruled=False)
        for row, page in enumerate(pages):
            table.set_height(row, _ROW)
            self._write_picture(table, row, 0, page)
            for place in range(_LINES):
                text = LINE * 17
                if place:
                    table.add_line(row, 1, text)
                else:
                    table.write(row, 1, text, centred=False)

    def _write_grid(self, pages: Sequence[Numbered]) -> None:
        table = self._document.table([style.TEXT_WIDTH / 2] * 2, -(-len(pages) // 2), ruled=False)
        for place, page in enumerate(pages):
            row, column = divmod(place, 2)
            table.set_height(row, _ROW)
            self._write_picture(table, row, column, page)

    def _write_picture(self, table: HouseTable, row: int, column: int, page: Numbered) -> None:
        number, name, picture = page
        name = name if len(name) <= 24 else f"{name[:23]}…"
        if picture is None:
            table.write(row, column, f"{number}. {name}", style.NOTE)
            return
        shown = picture.revealed if self._answers and picture.revealed else picture.sheet
        table.picture(row, column, shown, _PICTURE)
        caption = table.add_line(row, column, f"{number}. {name}", style.NOTE)
        caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
