"""The outline of the shell as an SVG text, measure for measure where the real widgets will stand."""

from app.ui.kit.tokens import Theme
from app.ui.shell.measures import (
    BAR_HEIGHT,
    BAR_LEFT,
    BAR_RIGHT,
    FIELD_NARROW,
    FIELD_WIDE,
    RAIL_BOTTOM,
    RAIL_GAP,
    RAIL_NARROW,
    RAIL_TOP,
    RAIL_WIDE,
    is_low,
    is_narrow,
)
from app.ui.shell.places import PLACES

MARGIN, GAP, SIDE = 28, 16, 372
TITLE = (24, 220, 26)  # top, width, height
LEFT_BLOCKS, RIGHT_BLOCKS = (230, 300), (190, 230)
BUTTON, BUTTON_LOW = (76, 42, 6), (66, 36, 4)  # height, side and top of the seal


def first_picture(theme: Theme, width: int, height: int) -> str:
    """Everything in design pixels; one transform scales it."""
    scale = theme.scale
    wide, high = width / scale, height / scale
    narrow = is_narrow(wide)
    rail = RAIL_NARROW if narrow else RAIL_WIDE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
        f'<g transform="scale({scale})" font-family="sans-serif" text-anchor="middle">',
        *_blocks(theme, rail + MARGIN, BAR_HEIGHT, wide - rail - 2 * MARGIN),
        _box(theme.surface, rail, 0, wide - rail, BAR_HEIGHT - 1),
        _box(theme.border, rail, BAR_HEIGHT - 1, wide - rail, 1),
        *_bar(theme, rail, wide, FIELD_NARROW if narrow else FIELD_WIDE),
        _box(theme.surface2, 0, 0, rail - 1, high),
        _box(theme.border, rail - 1, 0, 1, high),
        *_rail(theme, rail, high),
        "</g></svg>",
    ]
    return "".join(parts)


def _rail(theme: Theme, rail: float, high: float) -> list[str]:
    button, side, inset = BUTTON_LOW if is_low(high) else BUTTON
    tops: list[float] = [RAIL_TOP + place * (button + RAIL_GAP) for place in range(len(PLACES) - 1)]
    tops.append(high - RAIL_BOTTOM - button)
    middle = rail / 2
    parts = []
    for number, (place, top) in enumerate(zip(PLACES, tops, strict=True)):
        here = number == 0
        fill = theme.red_fill if here else theme.surface3
        parts.append(_box(fill, middle - side / 2, top + inset, side, side, 9))
        parts.append(_words(place.word, theme.red if here else theme.text2, middle, top + inset + side + 17, 14, here))
    return parts


def _bar(theme: Theme, rail: float, wide: float, field: float) -> list[str]:
    tab = PLACES[0].tabs[0][1]
    centre = rail + BAR_LEFT + 12 + 8 * len(tab)
    icons = wide - BAR_RIGHT - 3 * 38 - 2 * 4
    left = icons - 14 - field
    return [
        _words(tab, theme.red, centre, 34, 16, True),
        _box(theme.red_fill, centre - 8 * len(tab), BAR_HEIGHT - 4, 16 * len(tab), 3, 1.5),
        _box(theme.border_strong, left, 9, field, 38, 8),
        _box(theme.surface, left + 1, 10, field - 2, 36, 7),
    ]


def _blocks(theme: Theme, left: float, top: float, width: float) -> list[str]:
    """As `Skeleton` has them for a page."""
    title_top, title_width, title_height = TITLE
    right = SIDE if width > 1040 else 0
    main = width - right - (GAP if right else 0)
    parts = [_box(theme.surface3, left, top + title_top, title_width, title_height, 8)]
    for at, size, heights in ((left, main, LEFT_BLOCKS), (left + main + GAP, right, RIGHT_BLOCKS if right else ())):
        y = top + 66
        for height in heights:
            parts.append(_box(theme.surface, at, y, size, height, 8))
            y += height + GAP
    return parts


def _box(fill: str, x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}"/>'


def _words(text: str, fill: str, x: float, y: float, size: int, bold: bool) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}"{weight}>{text}</text>'
