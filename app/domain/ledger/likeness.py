"""How alike two texts are, and whether a text says anything that can be checked."""

import re
from difflib import SequenceMatcher

from app.domain.ledger.empty_words import EMPTY_WORDS, OPINIONS, SLOGANS
from app.domain.normalised_text import normalise

ALIKE = 0.8
"""From this share on two measures are one."""

COPIED = 0.8
"""Above this share a month's text is last month's."""

_EMPTY = re.compile("|".join(sorted(map(re.escape, EMPTY_WORDS), key=len, reverse=True)))
_OPINION = re.compile("|".join(sorted(map(re.escape, (*EMPTY_WORDS, *OPINIONS)), key=len, reverse=True)))
_SLOGAN = re.compile("|".join(sorted(map(re.escape, SLOGANS), key=len, reverse=True)))
_FRAME = re.compile(
    r"[一二三四五六七八九十]是|第[一二三四五六七八九十](?=[，、,：:])|[（(][一二三四五六七八九十\d]+[）)]"
    r"|(?:(?:20\d\d\s*年)?\s*\d{1,2}\s*月|20\d\d\s*年|第?[一二三四1-4]季度|[今本去]年|[上下]半年|年[初中底])"
    r"(?:份|度|以来|初|底|末|[上中下]旬)*(?!\s*\d)"
)
"""The heads of a list, and a year or a month alone: they frame a text and say little."""
_LEAST_BESIDE = 2
"""Characters beside a month or another number in the frame, so that there is something to check."""
_CHECKABLE = re.compile(
    r"[0-9０-９零〇一二三四五六七八九十百千万两]+\s*[个件户人次份条项笔元天日月周年期名家处场张本万%％]"
    r"|\d\s*[\u4e00-\u9fff〕号]|\d\s*[-./:：]\s*\d"
)
"""A figure with what it counts, a date or a number of a document: a bare "1" after set phrases is none."""


def likeness(one: str, other: str) -> float:
    """0…1: the share of characters in common and in order; punctuation, width and case do not count."""
    first, second = normalise(one), normalise(other)
    if not first or not second:
        return 1.0 if first == second else 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def copied(text: str, before: str) -> bool:
    """Whether ``likeness`` is above `COPIED`; most texts are told apart by their characters alone, which is fast."""
    first, second = normalise(before), normalise(text)
    if not first or not second:
        return first == second
    match = SequenceMatcher(None, first, second, autojunk=False)
    return match.real_quick_ratio() > COPIED and match.quick_ratio() > COPIED and match.ratio() > COPIED


def alike(one: str, other: str) -> bool:
    """`likeness` of ALIKE or more. Most pairs are told apart by their lengths and characters alone, which is cheap."""
    first, second = normalise(one), normalise(other)
    if not first or not second or first == second:
        return first == second
    pair = SequenceMatcher(None, first, second, autojunk=False)
    return pair.real_quick_ratio() >= ALIKE and pair.quick_ratio() >= ALIKE and pair.ratio() >= ALIKE


def says_nothing(text: str) -> bool:
    """Adjectives and set phrases only: no figure, and hardly a character left once those are taken out.

    The list of words is a help for whoever reads the report, never a verdict: it can be overruled with a reason.
    """
    return _bare(text, _EMPTY)


def tells_no_fact(text: str) -> bool:
    """Of a look back: `says_nothing`, and nothing but what people think of it ("群众满意，没有反弹")."""
    return _bare(text, _OPINION)


def _bare(text: str, empty: re.Pattern[str]) -> bool:
    plain = _SLOGAN.sub("", text)
    bare = _FRAME.sub("", plain)
    if _CHECKABLE.search(empty.sub("，", bare)):
        return False
    kept = normalise(text)
    left = normalise(empty.sub("", bare))
    framed = bool(_CHECKABLE.search(plain))  # a month may matter, as long as there is anything beside it
    return bool(kept) and len(left) < (_LEAST_BESIDE if framed else max(4, len(kept) * 0.2))
