"""Rows of a table that each fit on a page: what is too long for one goes on in the next, marked （续）.

A row of a table program is 409 points high at most and one of a page is not split: what is over would be cut off.
"""

from collections.abc import Iterator, Sequence

from app.exports.clean_text import clean_text, width
from app.exports.ledger_lines import Line, Value

GOES_ON = "（续）"
_OF_A_PAGE = 0.6
"""Of the lines that a row may have, those in each piece: two stand on a page."""


def fitted_rows(line: Line, rooms: Sequence[float], most: int, long: Sequence[int], title: int) -> Iterator[Line]:
    """``rooms``: characters of full width on a line of each column; ``most`` lines in a row. Only the columns ``long``
    go on; the others are said again, with （续） behind the column ``title``, so that each row can be filtered."""
    parts = {place: pieces(str(line[place] or ""), rooms[place], most) for place in long}
    for at in range(max(len(found) for found in parts.values())):
        row: list[Value] = list(line)
        for place, found in parts.items():
            row[place] = found[at] if at < len(found) else ""
        if at and title not in parts:
            row[title] = f"{line[title]}{GOES_ON}"
        yield tuple(row)


def pieces(text: str, room: float, most: int) -> list[str]:
    """``text`` in pieces of at most so many lines; the whole where that is enough, "" where it is empty."""
    text = clean_text(text)
    if line_count(text, room) <= most:
        return [text]
    made, held, count = list[str](), "", 0
    for part, ends in _lines(text, room):
        if count == int(most * _OF_A_PAGE):
            made.append(held.rstrip("\n"))
            held, count = "", 0
        held += part + ("\n" if ends else "")
        count += 1
    return [*made, held.rstrip("\n")]


def line_count(text: str, room: float) -> int:
    """At most so many: half a character at the end of a line may be lost."""
    if len(text) <= room and "\n" not in text:
        return 1
    count = 0
    for paragraph in text.split("\n"):
        wide = len(paragraph) - len(paragraph.encode("ascii", "ignore")) / 2
        count += 1 if wide <= room else -int(-wide // (room - 0.5))
    return count


def _lines(text: str, room: float) -> Iterator[tuple[str, bool]]:
    """The lines that it takes, and whether each ends a paragraph."""
    for paragraph in text.split("\n"):
        if width(paragraph) <= room:
            yield paragraph, True
            continue
        start, used = 0, 0.0
        for at, character in enumerate(paragraph):
            step = 0.5 if character.isascii() else 1.0
            if used + step > room and at > start:
                yield paragraph[start:at], False
                start, used = at, 0.0
            used += step
        yield paragraph[start:], True
