"""Which of a 填空's expected words were written, and in which blank. Pure."""

import re
import unicodedata
from collections.abc import Sequence

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # 1,000元 is 1000元


def matched(texts: Sequence[str], expected: Sequence[str], any_order: bool) -> tuple[int | None, ...]:
    """For each blank the place in ``expected`` that its text stands for; None where it is wrong or empty.

    In any order as many as possible are matched, each place once; the same words twice count once.
    """
    filled = [*texts, *[""] * len(expected)][: len(expected)]
    if not any_order:
        pairs = enumerate(zip(filled, expected, strict=True))
        return tuple(place if fits(text, accepted) else None for place, (text, accepted) in pairs)
    plain = [plain_form(text) for text in filled]
    taken: dict[int, int] = {}  # place in expected → blank
    for blank, form in enumerate(plain):
        if form not in plain[:blank]:
            _place(blank, filled, expected, taken, set())
    held = {blank: place for place, blank in taken.items()}
    return tuple(held.get(blank) for blank in range(len(filled)))


def fits(text: str, accepted: str) -> bool:
    """Whether a filled blank is one of the accepted forms ("7天|七天"): width, spaces, case and the commas of thousands
    do not matter, nor does the order of parts joined by 、. Nothing never fits."""
    plain = plain_form(text)
    return bool(plain) and any(plain == plain_form(form) for form in accepted.split("|"))


def plain_form(text: str) -> tuple[str, ...]:
    """Two texts of the same plain form are the same answer; of nothing it is empty."""
    folded = "".join(unicodedata.normalize("NFKC", text).casefold().split()).strip("。.;；")
    whole = _THOUSANDS.sub("", folded)
    return tuple(sorted(part for part in whole.replace(",", "、").split("、") if part))


def _place(blank: int, filled: Sequence[str], expected: Sequence[str], taken: dict[int, int], tried: set[int]) -> bool:
    """Find the blank a place, moving others where they have another one (augmenting paths: Kuhn 1955)."""
    for place, accepted in enumerate(expected):
        if place in tried or not fits(filled[blank], accepted):
            continue
        tried.add(place)
        if place not in taken or _place(taken[place], filled, expected, taken, tried):
            taken[place] = blank
            return True
    return False
