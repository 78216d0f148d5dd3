"""The pages of a deck as PNG files, for the Word documents, which know no painter."""

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QPainter

from app.domain.deck import Deck
from app.domain.sheet import Sheet
from app.exports.page_picture import PagePicture
from app.ui.presenter.sheet_painter import SheetPainter

_SIZE = QSize(880, 660)
"""About 300 dots per inch where it is printed."""


def page_pictures(deck: Deck, sheets: SheetPainter, revealed: bool) -> dict[str, PagePicture]:
    """Page id → its picture. Without ``revealed`` nothing that is held back is drawn at all."""
    total = len(deck.pages)
    made: dict[str, PagePicture] = {}
    for number, page in enumerate(deck.pages, 1):
        after = _png(sheets, page.revealed, number, total) if revealed and page.revealed is not None else b""
        made[page.id] = PagePicture(_png(sheets, page.sheet, number, total), after)
    return made


def _png(sheets: SheetPainter, sheet: Sheet, number: int, total: int) -> bytes:
    """With a thin frame: on paper the ground of a page would have no end."""
    image = sheets.image(sheet, _SIZE, number, total)
    painter = QPainter(image)
    painter.setPen(QColor("#808080"))
    painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
    painter.end()
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")  # type: ignore[call-overload]
    return bytes(held.data().data())
