"""Where lines of Chinese text end, by a conservative estimate: characters 1 em wide, Latin letters and figures 0.6."""

import re
from functools import lru_cache

NEVER_FIRST = frozenset("，。、；：？！）》〉”’】』」％%…—·,.;:?!)]}～")
NEVER_LAST = frozenset("（《〈“‘【『「([{")
_PIECE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:/@%+-]*[0-9A-Za-z%]|\s+|.", re.DOTALL)


def width(text: str) -> float:
    """In em."""
    return sum(0.6 if character < "\x80" else 1.0 for character in text)


@lru_cache(maxsize=4096)
def lines(text: str, room: float) -> tuple[str, ...]:
    """``text`` broken into lines of at most ``room`` em; joined they are the text. A line break in it begins a line.

    No line begins with a closing mark nor ends with an opening one, and a number stays in one line.
    """
    broken: list[str] = []
    for part in text.removesuffix("\n").split("\n"):
        if broken:
            broken[-1] += "\n"
        broken += _paragraph(part, max(room, 4.0))
    if text.endswith("\n"):
        broken[-1] += "\n"
    return tuple(broken)


def line_count(text: str, room: float) -> int:
    return len(lines(text, room))


def balanced_room(text: str, room: float) -> float:
    """The narrowest width in em, at most ``room``, in which the text takes no more lines: laid out in it, lines are of
    about the same length and no last word stands alone."""
    wanted, narrow, wide = line_count(text, room), min(4.0, room), room
    while wide - narrow > 0.5:
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if line_count(text, middle) <= wanted else (middle, wide)
    return wide


def _paragraph(text: str, room: float) -> list[str]:
    broken, current, filled = [], "", 0.0
    for piece in _unbreakable(text, room):
        if current and filled + width(piece.rstrip()) > room:
            broken.append(current)
            current, filled = "", 0.0
        current += piece
        filled += width(piece)
    return [*broken, current]


def _unbreakable(text: str, room: float) -> list[str]:
    """Stretches that stay together: a number, a character with the marks that may not leave it."""
    pieces: list[str] = []
    opened = False
    for found in _PIECE.finditer(text):
        piece = found[0]
        joins = pieces and (opened or piece[0] in NEVER_FIRST or piece.isspace())
        if joins and width(pieces[-1] + piece) <= room:
            pieces[-1] += piece
        elif width(piece) > room:  # a number longer than a line: it has to break somewhere
            pieces += list(piece)
        else:
            pieces.append(piece)
        opened = piece[-1] in NEVER_LAST
    return pieces
