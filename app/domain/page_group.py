"""Sheets that belong together ("案情", three pages) as pages of a deck: ids, names, notes, time, source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.deck import DeckPage
from app.domain.deck_source import source_hash
from app.domain.page_edit import Notes
from app.domain.reading_time import page_seconds
from app.domain.sheet import Moment, Sheet

_FACT = re.compile("【[0-9]{1,3}】")


@dataclass(frozen=True, slots=True)
class Face:
    """A page before it has a place: what is seen, what is seen once revealed, what can be voted on."""

    sheet: Sheet
    revealed: Sheet | None = None
    ballot: tuple[str, ...] = ()
    notes: Notes = ()


def pages_of_group(key: str, name: str, faces: Sequence[Face], notes: Notes = ()) -> tuple[DeckPage, ...]:
    """``key`` is the id without the number in the group; ``notes`` go to the page of the fact that they name (案情),
    else to the first."""
    shared = _shared_out([face.sheet for face in faces], notes)
    pages = []
    for number, (face, own) in enumerate(zip(faces, shared, strict=True), 1):
        place = f"{number}/{len(faces)}" if len(faces) > 1 else ""
        lines = (*own, *face.notes)
        pages.append(
            DeckPage(
                f"{key}/{number}",
                f"{name} {place}".strip(),
                _numbered(face.sheet, place),
                _numbered(face.revealed, place) if face.revealed else None,
                lines,
                page_seconds(face.sheet, face.revealed, lines, bool(face.ballot)),
                _source(face, lines),
                face.ballot,
            )
        )
    return tuple(pages)


def _source(face: Face, notes: Notes) -> str:
    """Not of the kicker: it counts sections and pages, which may change where this page does not."""
    revealed = (face.revealed.title, face.revealed.blocks) if face.revealed else ()
    return source_hash(face.sheet.title, face.sheet.blocks, revealed, notes)


def _numbered(sheet: Sheet, place: str) -> Sheet:
    return replace(sheet, kicker=f"{sheet.kicker}（{place}）" if sheet.kicker else place) if place else sheet


def _shared_out(sheets: Sequence[Sheet], notes: Notes) -> list[Notes]:
    shared: list[Notes] = [() for _ in sheets]
    for line in notes:
        named = _FACT.search(line[1])
        place = _page_of(sheets, named[0]) if named else 0
        shared[place] = (*shared[place], line)
    return shared


def _page_of(sheets: Sequence[Sheet], mark: str) -> int:
    for place, sheet in enumerate(sheets):
        if any(isinstance(block, Moment) and block.mark == mark for block in sheet.blocks):
            return place
    return 0
