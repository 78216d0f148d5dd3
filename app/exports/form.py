"""What a form of 改 says, from top to bottom: written as a Word document and as an xlsx file, in the same words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.minutes_words import LINE

Value = str | int | date | None
Row = tuple[Value, ...]
"""As long as its table has columns; a row of one text is a head over the rows under it."""
SIGNED = f"{LINE * 4}年{LINE * 2}月{LINE * 2}日"
"""A day to write in."""
FOOT = ("填报单位（盖章）：", "填报人：", "审核人：", "填报日期：")
FIVE, SMALL_FIVE, SMALL_FOUR = (10.5, 15.0), (9.0, 12.5), (12.0, 21.0)
"""五号, 小五 and 小四: size and line in points."""
ROW = 22.0
"""Points: how high a row is at least."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``pitch``: points that it takes, 0 for the usual."""

    text: str
    pitch: float = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A small line above or under a table."""

    text: str
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list that fills a page, so many points high."""

    text: str
    pitch: float


@dataclass(frozen=True, slots=True)
class Told:
    """Text in the size of a letter; with ``signed`` (who, and on which day) it ends with that at the right."""

    text: str
    signed: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Name and text, or two of both side by side, in each row."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Boxes:
    """A box to write and to sign in for each: its name, and the lines in it."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class FormTable:
    """``columns``: names and widths in millimetres; ``left``: those whose texts begin at the left; ``group``: what all
    rows have in common, "" as a rule; ``height``: points of a row at least."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[Row, ...]
    left: tuple[int, ...] = ()
    group: str = ""
    size: tuple[float, float] = FIVE
    height: float = ROW
    name: str = ""
    """Of its sheet, where a file has several."""


Block = Heading | Note | Entry | Told | Facts | Boxes | FormTable


@dataclass(frozen=True, slots=True)
class Form:
    """``wide``: on a sheet that lies on its side; ``signs``: places to stamp and sign, in the last line; ``annex`` is
    「附件2」 where it is one; ``composite``: a teaching case is named."""

    title: str
    day: date
    blocks: tuple[Block, ...]
    wide: bool = True
    signs: tuple[str, ...] = FOOT
    annex: str = ""
    composite: bool = False


def shown(value: Value) -> str:
    """As it stands on paper."""
    return "" if value is None else f"{value:%Y-%m-%d}" if isinstance(value, date) else str(value)


def group_starts(heads: Iterable[tuple[str, int]]) -> dict[int, str]:
    """``heads``: (words, how many issues follow). The place of the first issue under each → its words."""
    starts, at = dict[int, str](), 0
    for words, count in heads:
        if count:
            starts[at] = words
        at += count
    return starts


def grouped(rows: Iterable[tuple[int, Row]], heads: Iterable[tuple[str, int]]) -> tuple[Row, ...]:
    """``rows``: (place of the issue, its row), an issue may have several or none. Each head stands as a row before
    those of its issues."""
    starts = group_starts(heads)
    made: list[Row] = []
    for place, row in rows:
        if place in starts:
            made.append((starts.pop(place),))
        made.append(row)
    return tuple(made)
