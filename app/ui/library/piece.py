"""What a section of a case is made of on the screen, on paper and for notes: one list, no widgets."""

from dataclasses import dataclass

from app.domain.case import Clause
from app.ui.kit.run import Run


@dataclass(frozen=True)
class Piece:
    """``kind``: a kind of RichText paragraph, or heading, table or clause. ``anchor`` is unique within the case.

    A clause carries its line of 违反条款 in ``clause``; its runs are the reason.
    """

    anchor: str
    kind: str = "plain"
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    clause: Clause | None = None

    @property
    def text(self) -> str:
        """The words that can be selected and searched."""
        return "".join(run.text for run in self.runs) if self.kind not in ("heading", "table") else ""


def flat(pieces: tuple[Piece, ...]) -> str:
    """A section's plain text, a line for each piece: what notes are anchored in."""
    return "\n".join(piece.text for piece in pieces)


def spans(pieces: tuple[Piece, ...], start: int, end: int) -> list[tuple[str, int, int]]:
    """``start`` … ``end`` of the plain text as (anchor, start, end) within the pieces that it touches."""
    found: list[tuple[str, int, int]] = []
    offset = 0
    for piece in pieces:
        first, last = max(0, start - offset), min(len(piece.text), end - offset)
        if first < last:
            found.append((piece.anchor, first, last))
        offset += len(piece.text) + 1
    return found


def offset_of(pieces: tuple[Piece, ...], anchor: str) -> int:
    """Where a piece begins in the plain text; -1 where there is no such piece."""
    offset = 0
    for piece in pieces:
        if piece.anchor == anchor:
            return offset
        offset += len(piece.text) + 1
    return -1
