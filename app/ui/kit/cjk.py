"""Chinese line setting that Qt leaves out: legal breaks round quotes and dashes, squeezed punctuation, Han/Latin gaps.

Qt glues curly quotes and dashes to their neighbours, sets full-width punctuation side by side at full width, and
leaves no gap between Han and Latin. A zero-width space gives back the break; negative and positive letter spacing on
single characters do the rest, so that the text itself stays clean.
"""

import string
from functools import lru_cache

from PySide6.QtGui import QFontMetricsF

from app.ui.kit.fonts import face

BREAK = "\u200b"
_OPENING = "（《“‘【〈「『〔"
_CLOSING = "）》”’】〉」』〕，。、；：？！"
_GLUED = frozenset("“”‘’—")
_LATIN = frozenset(string.ascii_letters + string.digits + "%")
_SPECIAL = _LATIN.union(_OPENING, _CLOSING)
_MEASURED_AT = 100
_GAP = 0.15
_KEPT = 0.10
_MOST = 0.5


def breakable(text: str) -> str:
    """``text`` with a zero-width space where a line may break but Qt would not."""
    if _GLUED.isdisjoint(text):
        return text
    parts = [text[:1]]
    for place in range(1, len(text)):
        if _may_break(text[place - 1], text[place], text[place + 1 : place + 2]):
            parts.append(BREAK)
        parts.append(text[place])
    return "".join(parts)


def clean(text: str) -> str:
    """``text`` without the marks that ``breakable`` added."""
    return text.replace(BREAK, "")


def raw_offset(raw: str, offset: int) -> int:
    """The place in ``raw`` of the character at ``offset`` in the clean text (its end when beyond)."""
    seen = 0
    for place, character in enumerate(raw):
        if character == BREAK:
            continue
        if seen == offset:
            return place
        seen += 1
    return len(raw)


def clean_offset(raw: str, place: int) -> int:
    """The offset in the clean text of the character at ``place`` in ``raw``."""
    return place - raw.count(BREAK, 0, place)


def spacing(raw: str, families: tuple[str, ...]) -> list[tuple[int, float]]:
    """Places in ``raw`` whose character wants a letter spacing, with the spacing in em (below zero: squeeze)."""
    found: list[tuple[int, float]] = []
    if _SPECIAL.isdisjoint(raw):
        return found
    previous, place = "", -1
    for here, character in enumerate(raw):
        if character == BREAK:
            continue
        if previous:
            space = _between(previous, character, families)
            if space:
                found.append((place, space))
        previous, place = character, here
    return found


def _between(first: str, second: str, families: tuple[str, ...]) -> float:
    if first in _CLOSING and (second in _CLOSING or second in _OPENING):
        return _squeeze(first, second, families)
    if first in _OPENING and second in _OPENING:
        return _squeeze(first, second, families)
    if (_is_han(first) and second in _LATIN) or (first in _LATIN and _is_han(second)):
        return _GAP
    return 0.0


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _may_break(before: str, here: str, after: str) -> bool:
    """Whether a line may end between ``before`` and ``here``, where Qt does not know it."""
    if here in "“‘":
        return _is_han(before) or before in "，。、；：？！》）"
    if before in "”’" and (_is_han(here) or here in "（《"):
        return True
    return here == after == "—" and (_is_han(before) or before == "”")


def _squeeze(first: str, second: str, families: tuple[str, ...]) -> float:
    white = bearings(first, families)[1] + bearings(second, families)[0]
    return -max(0.0, min(_MOST, white - _KEPT))


@lru_cache(maxsize=512)
def bearings(character: str, families: tuple[str, ...]) -> tuple[float, float]:
    """White on the left and right of a character's ink, in em, measured in the face that is really used."""
    metrics = QFontMetricsF(face(families, _MEASURED_AT))
    ink = metrics.tightBoundingRect(character)
    advance = metrics.horizontalAdvance(character)
    return ink.left() / _MEASURED_AT, (advance - ink.right()) / _MEASURED_AT
