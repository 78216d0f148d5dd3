"""Blocks over as many pages as they take: never smaller type, never a word cut off."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from app.domain import sheet_measure as m
from app.domain.sheet import Block, Choice, Item, Moment, Quotation, Row, Text
from app.domain.sheet_height import blocks_height, body_room, gap, text_frame, text_room
from app.domain.text_split import cut

Blocks = tuple[Block, ...]
_STEP = 2.0  # u: how finely pages are evened out


def paged(blocks: Sequence[Block], title: str) -> tuple[Blocks, ...]:
    """The blocks of each page under ``title``; at least one page.

    Running text comes in pages of eight lines at most, everything else in what a page holds; pages are evened out so
    that the last is no remnant. A block stays whole where it fits on a page by itself; a longer one goes on overleaf:
    its mark or date and its source stand on each page, a ``Text``'s source on its last. The first ``Row`` is the
    header and is repeated.
    """
    hard = body_room(title)
    soft = min(hard, m.TEXT_ROOM) if all(isinstance(block, Text) for block in blocks) else hard
    filled = _filled(blocks, soft, soft)
    if len(filled) == 1:
        return (filled[0],)
    room = soft / 2
    while room < soft:
        evened = _filled(blocks, room, soft)
        if len(evened) == len(filled) and max(map(blocks_height, evened)) <= hard:
            return tuple(evened)
        room += _STEP
    return tuple(filled)


def _filled(blocks: Sequence[Block], room: float, whole: float) -> list[Blocks]:
    """Pages filled up to ``room``; only blocks taller than ``whole`` are parted."""
    header = blocks[0] if blocks and isinstance(blocks[0], Row) else None
    pages: list[Blocks] = []
    current: Blocks = ()
    left = deque(blocks)
    rest: Block | None = None
    while left:
        block = left.popleft()
        if blocks_height((*current, block)) <= room:
            current = (*current, block)
            continue
        taken = blocks_height(current) + gap(current[-1], block) if current else 0.0
        parts = parted(block, room - taken) if block is rest or blocks_height((block,)) > whole else None
        if parts:
            current = (*current, parts[0])
            rest = parts[1]
            left.appendleft(rest)
        elif current and current != (header,):
            left.appendleft(block)
        else:  # what cannot be parted may fill the page to its edge
            current = (*current, block)
            if not left:
                break
        pages.append(current)
        current = (header,) if header and isinstance(left[0], Row) else ()
    return [*pages, current] if current or not pages else pages


def parted(block: Block, room: float) -> tuple[Block, Block] | None:
    """The block in two of which the first is at most ``room`` u high; None where that cannot be done well."""
    if isinstance(block, Choice):
        first: Text | Item | Moment | Quotation | Choice = block
        most = int((room - 2 * m.CHOICE_PADDING) / (m.CHOICE * m.CHOICE_LINE))
    elif isinstance(block, (Text, Item, Moment, Quotation)):
        first = replace(block, source="") if isinstance(block, Text) else block
        most = int((room - text_frame(first)) / (m.BODY * m.LINE))
    else:
        return None
    place = cut(block.text, text_room(block), most)
    if not place:
        return None
    return replace(first, text=block.text[:place].rstrip("\n")), replace(block, text=block.text[place:])
