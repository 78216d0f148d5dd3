"""Cutting a paragraph that goes on overleaf, where a reader would pause."""

from app.domain.line_breaks import NEVER_FIRST, NEVER_LAST, lines

TOGETHER = 6
"""Neither part is shorter than this many characters, nor than two lines where the whole has four."""
_UNITS = frozenset("元年月日万亿人户条天个次岁名时分秒％%")
_PAUSES = (frozenset("。！？；"), frozenset("，：、"))


def cut(text: str, room: float, most: int) -> int:
    """Where to cut so that the first part takes at most ``most`` lines of ``room`` em; 0 where it cannot be cut well.

    At the end of a sentence if one ends in the second half of what fits, else at a comma, else between two words.
    """
    broken = lines(text, room)
    if len(broken) < 2:
        return 0
    least = min(2, len(broken) // 2)
    keep = min(most, len(broken) - least)
    if keep < max(least, 1):
        return 0
    furthest = min(sum(map(len, broken[:keep])), len(text) - TOGETHER)
    nearest = max(sum(map(len, broken[: least - 1])) + 1 if least else 0, TOGETHER)
    if furthest < nearest:
        return 0
    for pauses in _PAUSES:
        for place in range(furthest, max(nearest, furthest // 2) - 1, -1):
            if _may_cut(text, place) and _pause(text, place, pauses):
                return place
    best = next((place for place in range(furthest, nearest - 1, -1) if _may_cut(text, place)), 0)
    # A stretch without any place to cut (a number of 300 digits) has to be cut somewhere.
    return best or (0 if any(_may_cut(text, place) for place in range(1, len(text))) else furthest)


def _pause(text: str, place: int, pauses: frozenset[str]) -> bool:
    """Whether the part before ``place`` ends with one of the marks, closing quotation marks after it left aside."""
    return text[:place].rstrip("”’）》】\n")[-1:] in pauses


def _may_cut(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after == "\n" or after in NEVER_FIRST or before in NEVER_LAST:
        return False
    figure = before.isascii() and before.isalnum()
    return not (figure and (after in _UNITS or (after.isascii() and after.isalnum())))
