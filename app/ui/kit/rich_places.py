"""Places in a long text, as (anchor, start, end) in the clean text, and where they are in the document."""

from PySide6.QtGui import QTextCursor

from app.ui.kit.cjk import clean, clean_offset, raw_offset
from app.ui.kit.rich_writer import RichWriter


class RichPlaces:
    """Translates between clean offsets and cursors of the document that ``writer`` writes."""

    def __init__(self, writer: RichWriter) -> None:
        self._writer = writer

    def text(self, anchor: str) -> str:
        """The clean text of an anchored block, empty if there is none."""
        block = self._writer.block(anchor)
        return clean(block.text()) if block is not None else ""

    def cursor(self, anchor: str, start: int, end: int) -> QTextCursor | None:
        """A cursor that selects a place; None if there is no such place (any more)."""
        block = self._writer.block(anchor)
        if block is None or end <= start:
            return None
        raw = block.text()
        made = QTextCursor(block)
        made.setPosition(block.position() + raw_offset(raw, start))
        last = min(len(raw), raw_offset(raw, end - 1) + 1)
        made.setPosition(block.position() + last, QTextCursor.MoveMode.KeepAnchor)
        return made if made.hasSelection() else None

    def at(self, cursor: QTextCursor) -> tuple[str, int]:
        """Anchor and offset of where a cursor stands."""
        block = cursor.block()
        return self._writer.anchor(block), clean_offset(block.text(), cursor.positionInBlock())

    def spans(self, cursor: QTextCursor) -> list[tuple[str, int, int, str]]:
        """What a cursor selects, with the text, block by block; blocks without anchor are left out."""
        found: list[tuple[str, int, int, str]] = []
        block = cursor.document().findBlock(cursor.selectionStart())
        while cursor.hasSelection() and block.isValid() and block.position() < cursor.selectionEnd():
            anchor, raw = self._writer.anchor(block), block.text()
            first = clean_offset(raw, max(0, cursor.selectionStart() - block.position()))
            last = clean_offset(raw, min(len(raw), cursor.selectionEnd() - block.position()))
            if anchor and last > first:
                found.append((anchor, first, last, clean(raw)[first:last]))
            block = block.next()
        return found

    def matches(self, text: str) -> list[tuple[str, int, int]]:
        """All places of ``text`` in anchored blocks, in order."""
        found: list[tuple[str, int, int]] = []
        for anchor in self._writer.anchors() if text else ():
            whole = self.text(anchor)
            start = whole.find(text)
            while start >= 0:
                found.append((anchor, start, start + len(text)))
                start = whole.find(text, start + len(text))
        return found
