"""How much of a page the blocks of a sheet take, in u (see sheet_measure), by a conservative estimate."""

from collections.abc import Sequence
from itertools import pairwise

from app.domain import sheet_measure as m
from app.domain.line_breaks import line_count, width
from app.domain.sheet import (
    Bars,
    Block,
    Choice,
    Column,
    Item,
    Media,
    Moment,
    Picture,
    Quotation,
    Row,
    Sheet,
    SheetKind,
    Text,
)

LARGE = frozenset((SheetKind.COVER, SheetKind.PART))


def mark_column(mark: str) -> float:
    """The width that a list line's mark takes before the text; 0 where there is none or it stands above the text."""
    wide = width(mark)
    return next((column for most, column in m.ITEM_MARKS if wide <= most), 0.0) if mark else 0.0


def tag_column(tag: str) -> float:
    return width(tag) * m.SMALL + m.ITEM_TAG_PADDING if tag else 0.0


def text_room(block: Text | Item | Moment | Quotation | Choice) -> float:
    """How many em of the block's text go into a line."""
    match block:
        case Text():
            return m.WIDTH / m.BODY
        case Item():
            return (m.WIDTH - mark_column(block.mark) - tag_column(block.tag)) / m.BODY
        case Moment():
            return (m.WIDTH - m.RAIL) / m.BODY
        case Quotation():
            return (m.WIDTH - 2 * m.QUOTE_PADDING) / m.BODY
        case Choice():
            return (m.WIDTH - m.CHOICE_KEY - m.CHOICE_MARK) / m.CHOICE


def text_frame(block: Text | Item | Moment | Quotation) -> float:
    """The height of everything of the block but its running text."""
    match block:
        case Text():
            return _small(block.source, m.WIDTH)
        case Item():
            above = block.mark and not mark_column(block.mark)
            return line_count(block.mark, m.WIDTH / m.BODY) * m.BODY * m.LINE if above else 0.0
        case Moment():
            return m.DATE * m.LINE
        case Quotation():
            source = block.source + ("（节选）" if block.excerpt else "")
            return 2 * m.QUOTE_PADDING + _small(source, m.WIDTH - 2 * m.QUOTE_PADDING)


def block_height(block: Block) -> float:
    """Of one block by itself; a column's is that of the longest beside it, see ``blocks_height``."""
    match block:
        case Text() | Item() | Moment() | Quotation():
            return text_frame(block) + line_count(block.text, text_room(block)) * m.BODY * m.LINE
        case Choice():
            text = line_count(block.text, text_room(block)) * m.CHOICE * m.CHOICE_LINE
            return max(m.CHOICE_LEAST, text + 2 * m.CHOICE_PADDING)
        case Row():
            return _row(block)
        case Bars():
            return m.BAR * len(block.keys)
        case Picture() | Media():
            return m.PICTURE_LEAST + _small(block.caption, m.WIDTH)
        case Column():
            return column_height(block, 3)


def column_height(column: Column, columns: int) -> float:
    """Of a column where ``columns`` stand side by side."""
    inner = (m.WIDTH - m.COLUMN_GAP * (columns - 1)) / columns - 2 * m.COLUMN_PADDING
    room = (inner - m.COLUMN_MARK) / m.COLUMN
    texts = sum(line_count(item, room) * m.COLUMN * m.LINE for item in column.items)
    gaps = m.COLUMN_ITEM_GAP * max(len(column.items) - 1, 0)
    return m.COLUMN_HEAD + texts + gaps + 2 * m.COLUMN_PADDING


def blocks_height(blocks: Sequence[Block]) -> float:
    """Of blocks under one another; columns stand side by side, bars of choices are drawn inside their boxes."""
    columns = [block for block in blocks if isinstance(block, Column)]
    choices = any(isinstance(block, Choice) for block in blocks)
    stacked = [block for block in blocks if not isinstance(block, Column) and not (choices and isinstance(block, Bars))]
    height = sum(block_height(block) for block in stacked) + sum(gap(one, two) for one, two in pairwise(stacked))
    if columns:
        height += max(column_height(column, len(columns)) for column in columns) + (m.GAP if stacked else 0.0)
    return height


def gap(above: Block, below: Block) -> float:
    if isinstance(above, Row) and isinstance(below, Row):
        return 0.0
    return m.CHOICE_GAP if isinstance(above, Choice) and isinstance(below, Choice) else m.GAP


def title_lines(sheet: Sheet) -> int:
    size = m.COVER_TITLE if sheet.kind in LARGE else m.TITLE
    return line_count(sheet.title, m.WIDTH / size)


def body_room(title: str) -> float:
    """The height under a title of an ordinary page."""
    return m.BOTTOM - m.TITLE_TOP - line_count(title, m.WIDTH / m.TITLE) * m.TITLE_LINE - m.BODY_GAP


def fits(sheet: Sheet) -> bool:
    """Whether everything on the page is within its capacity."""
    if line_count(sheet.kicker, m.WIDTH / m.KICKER) > 1:
        return False
    if sheet.kind in LARGE:
        return title_lines(sheet) <= m.COVER_LINES and blocks_height(sheet.blocks) <= m.COVER_ROOM
    return title_lines(sheet) <= m.TITLE_LINES and blocks_height(sheet.blocks) <= body_room(sheet.title)


def _small(text: str, wide: float) -> float:
    return line_count(text, wide / m.SMALL) * m.SMALL * m.LINE + 0.8 if text else 0.0


def _row(row: Row) -> float:
    widths = m.table_widths(len(row.cells))
    lines = max(
        (line_count(cell, (wide - 2 * m.CELL_PADDING) / m.CELL) for cell, wide in zip(row.cells, widths, strict=True)),
        default=1,
    )
    return lines * m.CELL * m.LINE + 2 * m.CELL_PADDING
