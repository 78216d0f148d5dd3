"""What a page says, kept so that an update can be compared with it line by line."""

from difflib import SequenceMatcher

from app.domain.deck import DeckPage
from app.domain.sheet import Sheet
from app.domain.sheet_text import block_text

REVEALED = "——揭晓后——"
Compared = tuple[tuple[str, bool], ...]
"""Lines, each with whether the other side lacks it."""


def page_words(page: DeckPage) -> str:
    """Title and text, then those once revealed; not the line above the title, which counts sections and pages."""
    lines = _lines(page.sheet)
    if page.revealed is not None:
        lines += [REVEALED, *(line for line in _lines(page.revealed) if line not in lines)]
    return "\n".join(lines)


def compared(before: str, now: str) -> tuple[Compared, Compared]:
    old, new = before.splitlines(), now.splitlines()
    gone, come = [True] * len(old), [True] * len(new)
    for first, second, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        gone[first : first + size] = [False] * size
        come[second : second + size] = [False] * size
    return tuple(zip(old, gone, strict=True)), tuple(zip(new, come, strict=True))


def _lines(sheet: Sheet) -> list[str]:
    words = (sheet.title, *map(block_text, sheet.blocks))
    return [line for word in words for line in word.splitlines() if line]
