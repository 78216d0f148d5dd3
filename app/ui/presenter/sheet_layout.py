"""Lays out a page: head, then the content as large as fits, in page units. Pure of themes and of pixels."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QRectF

from app.domain.sheet import Bars, Block, Choice, Column, Item, Media, Moment, Picture, Quotation, Row, Sheet, Text
from app.domain.sheet import SheetKind as Kind
from app.ui.presenter.sheet_bars import BarChart
from app.ui.presenter.sheet_choices import Choices
from app.ui.presenter.sheet_columns import Columns
from app.ui.presenter.sheet_cover import cover_marks, is_title_alone, part_marks
from app.ui.presenter.sheet_head import head_marks
from app.ui.presenter.sheet_items import Items
from app.ui.presenter.sheet_marks import Mark
from app.ui.presenter.sheet_paragraph import Paragraph
from app.ui.presenter.sheet_picture import PictureCard
from app.ui.presenter.sheet_quotation import QuotationBox
from app.ui.presenter.sheet_setting import Piece, Setting
from app.ui.presenter.sheet_style import CONTENT_BOTTOM, MARGIN
from app.ui.presenter.sheet_table import Table
from app.ui.presenter.sheet_time_line import TimeLine

_GAP = 26.0
_WIDEST_GAP, _WIDEST_SPARSE_GAP = 48.0, 72.0
_EDGE = 12.0
_DROP = 0.3  # of what is left over, on pages of few words
_SPARSE = frozenset(
    (Kind.BRAKE, Kind.LESSONS, Kind.DISCUSSION, Kind.AGENDA, Kind.OUTCOME, Kind.CLOSING, Kind.SELF_CHECK)
)
"""Pages of few words, set larger where there is room; pages that go on over several stay alike."""
_TITLE_ALONE = frozenset((Kind.PART, Kind.CLOSING, Kind.DISCUSSION))
"""Laid out as a title in the middle where there is little more than a title."""
_LARGER = (1.3, 1.24, 1.18)
_WIDE = (1.12, 1.08, 1.04)
_NEARLY_EMPTY = 0.45
"""Of the room: what stays below it with larger type is set larger on every kind of page."""
_SMALLER = tuple(step / 100 for step in range(97, 55, -3))
"""Only where a page was filled beyond what the division into pages allows."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """``marks`` in the order of painting; ``media`` where a film plays; ``scale`` by which the content was enlarged;
    ``ground`` the token of the page's colour."""

    marks: tuple[Mark, ...]
    width: float
    ground: str = "bg"
    scale: float = 1.0
    media: QRectF | None = None
    depends_on_files: bool = False


def lay_page(sheet: Sheet, width: float, find: Callable[[str], Path | None]) -> PageLayout:
    """``width`` in page units (1333 is 4:3, 1778 is 16:9)."""
    if sheet.kind is Kind.COVER:
        return PageLayout(tuple(cover_marks(sheet, width)), width, "cover")
    if sheet.kind is Kind.PART or (sheet.kind in _TITLE_ALONE and is_title_alone(sheet, width)):
        return PageLayout(tuple(part_marks(sheet, width)), width)
    head, top = head_marks(sheet, width)
    room = CONTENT_BOTTOM - top
    inner = width - 2 * MARGIN
    files = any(isinstance(block, Picture | Media) for block in sheet.blocks)
    for scale, share in _scales(sheet, width):
        for tight in (False, True) if _has_choices(sheet) else (False,):
            pieces = list(_pieces(sheet.blocks, Setting(inner, scale, find, tight)))
            fits = _height(pieces, scale) <= room * share
            if fits:
                break
        if fits:
            break
    placed, media = _placed(pieces, scale, top, room, sheet.kind in _SPARSE)
    return PageLayout((*head, *placed), width, "bg", scale, media, files)


def _has_choices(sheet: Sheet) -> bool:
    return any(isinstance(block, Choice) for block in sheet.blocks)


def _scales(sheet: Sheet, width: float) -> Iterator[tuple[float, float]]:
    """Enlargements to try in turn, each with the share of the room that the content may fill with it."""
    whole = 1.0
    if not _has_choices(sheet):  # options stay alike when the hands are shown
        share = whole if sheet.kind in _SPARSE else _NEARLY_EMPTY
        yield from ((scale, share) for scale in _LARGER)
        if width > 1500 or sheet.kind in _SPARSE or sheet.kind is Kind.GAPS:
            yield from ((scale, whole) for scale in _WIDE)
    yield from ((scale, whole) for scale in (1.0, *_SMALLER))


def _pieces(blocks: Sequence[Block], setting: Setting) -> Iterator[Piece]:
    """Blocks of one kind that belong together become one piece; votes go into the boxes of their options."""
    keys = {block.key for block in blocks if isinstance(block, Choice)}
    bars = next((one for one in blocks if isinstance(one, Bars) and keys and keys <= set(one.keys)), None)
    for kind, group in groupby((block for block in blocks if block is not bars), type):
        yield from _group(kind, list(group), bars, setting)


def _group(kind: type, group: list[Block], bars: Bars | None, setting: Setting) -> Iterator[Piece]:
    if kind is Choice:
        yield Choices([one for one in group if isinstance(one, Choice)], bars, setting)
    elif kind is Item:
        yield Items([one for one in group if isinstance(one, Item)], setting)
    elif kind is Moment:
        yield TimeLine([one for one in group if isinstance(one, Moment)], setting)
    elif kind is Column:
        yield Columns([one for one in group if isinstance(one, Column)], setting)
    elif kind is Row:
        yield Table([one for one in group if isinstance(one, Row)], setting)
    else:
        for one in group:
            yield _single(one, setting)


def _single(block: Block, setting: Setting) -> Piece:
    if isinstance(block, Quotation):
        return QuotationBox(block, setting)
    if isinstance(block, Bars):
        return BarChart(block, setting)
    if isinstance(block, Picture | Media):
        return PictureCard(block, setting)
    assert isinstance(block, Text), block
    return Paragraph(block, setting)


def _height(pieces: Sequence[Piece], scale: float) -> float:
    return sum(piece.least for piece in pieces) + _GAP * scale * max(0, len(pieces) - 1)


def _placed(
    pieces: Sequence[Piece], scale: float, top: float, room: float, sparse: bool
) -> tuple[list[Mark], QRectF | None]:
    """What is left over goes to the pieces that can use it, then to the gaps, then stays below (or around)."""
    spare = max(0.0, room - _height(pieces, scale) - _EDGE)
    wants = [piece.most - piece.least for piece in pieces]
    given = min(1.0, spare / sum(wants)) if sum(wants) > 0 else 0.0
    left = spare - given * sum(wants)
    widest = (_WIDEST_SPARSE_GAP if sparse else _WIDEST_GAP) - _GAP
    wider = min(widest, left / max(1, len(pieces) - 1))
    gap = _GAP * scale + wider
    if sparse:
        top += _DROP * (left - wider * (len(pieces) - 1))
    made: list[Mark] = []
    media = None
    for piece, want in zip(pieces, wants, strict=True):
        height = piece.least + given * want
        made += piece.place(MARGIN, top, height)
        if isinstance(piece, PictureCard):
            media = piece.frame(MARGIN, top, height)
        top += height + gap
    return made, media
