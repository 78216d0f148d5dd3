"""What finds room on a single page: how many lines a text takes, and how many entries of several lists are shown."""

import re
from collections.abc import Sequence

from app.exports.clean_text import clean_text

_OPENING, _CLOSING = "“‘（《〈「『【〔", "”’）》〉」』】〕，。、；：！？…·"
_PIECE = re.compile(rf"[{_OPENING}]*(?:[!-~]+|.)[{_CLOSING}]*", re.DOTALL)
"""A line may end after any character but within a Latin word, before a closing mark and after an opening one."""
_WIDE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ@%&mw")
_LOST = 1.0
"""Of each line that is broken: programs do not all do it alike."""
GOES_ON = "…"


def wrapped_lines(text: str, room: float) -> int:
    """At most so many lines of ``room`` characters of full width. Latin letters count half, wide ones whole."""
    if "\n" not in text and _width(text) <= room:
        return 1
    lines, used = 1, 0.0
    for piece in _PIECE.findall(text):
        wide = _width(piece)
        if piece == "\n" or (used and used + wide > room - _LOST):
            lines, used = lines + 1, 0.0
        if piece != "\n":
            more, used = divmod(used + wide, room - _LOST) if used + wide > room - _LOST else (0, used + wide)
            lines += int(more)
    return lines


def shortened(name: str, facts: str, room: float, lines: int) -> str:
    """``name`` and ``facts`` on so many lines; where that is too little, the name gives way."""
    line, told = " ".join(clean_text(name).split()), " ".join(clean_text(facts).split())
    if wrapped_lines(line + told, room) <= lines:
        return line + told
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if wrapped_lines(line[:middle] + GOES_ON + told, room) <= lines else (low, middle - 1)
        )
    return f"{line[:low]}{GOES_ON}{told}"


def shown_of(lists: Sequence[Sequence[int]], room: int) -> list[int]:
    """How many entries of each list are shown on ``room`` lines. ``lists`` are the lines that each entry takes; where
    not all of a list are shown, one line more says so. An entry of each in turn, as long as there is room."""
    shown = [0] * len(lists)
    free = room - sum(bool(lines) for lines in lists)
    waiting = [place for place, lines in enumerate(lists) if lines]
    while waiting:
        for place in list(waiting):
            lines, count = lists[place], shown[place]
            last = count + 1 == len(lines)
            cost = lines[count] - last  # with the last one the line about the others is not needed
            if cost > free:
                waiting.remove(place)
                continue
            free, shown[place] = free - cost, count + 1
            if last:
                waiting.remove(place)
    return shown


def _width(text: str) -> float:
    return sum(0.5 if character.isascii() and character not in _WIDE else 1.0 for character in text)
