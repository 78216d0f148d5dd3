"""The one normalisation of search: index, query and the reference of tests all use it.

NFKC, case folded, white space and punctuation dropped, Chinese numerals as digits (三十八条 = 38条). Every kept
character remembers where it came from, so that a hit can be shown in the original.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.chinese_numbers import NUMERAL, to_number

_CJK = range(0x4E00, 0xA000)
_DROPPED = ("P", "Z", "C", "S")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """``starts[i]`` and ``ends[i]`` bound, in the original, the characters that gave ``text[i]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, length: int) -> tuple[int, int]:
        return self.starts[start], self.ends[start + length - 1]


def normalise(original: str) -> str:
    """The normalised characters alone, at speed."""
    folded = unicodedata.normalize("NFKC", original).casefold()
    kept = "".join(character for character in folded if unicodedata.category(character)[0] not in _DROPPED)
    return NUMERAL.sub(lambda found: _digits(found[0]), kept)


def normalise_with_map(original: str) -> NormalisedText:
    characters: list[str] = []
    origins: list[tuple[int, int]] = []
    for start, end in _clusters(original):
        for character in unicodedata.normalize("NFKC", original[start:end]).casefold():
            if unicodedata.category(character)[0] not in _DROPPED:
                characters.append(character)
                origins.append((start, end))
    text = "".join(characters)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(piece: str, first: int, last: int) -> None:
        """``piece`` stands for the folded characters first … last-1."""
        one_to_one = len(piece) == last - first
        for offset, character in enumerate(piece):
            out.append(character)
            starts.append(origins[first + offset if one_to_one else first][0])
            ends.append(origins[first + offset if one_to_one else last - 1][1])

    position = 0
    for found in NUMERAL.finditer(text):
        keep(text[position : found.start()], position, found.start())
        keep(_digits(found[0]), found.start(), found.end())
        position = found.end()
    keep(text[position:], position, len(text))
    return NormalisedText("".join(out), tuple(starts), tuple(ends))


def _clusters(original: str) -> Iterator[tuple[int, int]]:
    """Stretches that NFKC can treat one by one: a letter together with the accents that follow it."""
    start = 0
    while start < len(original):
        end = start + 1
        while end < len(original) and (
            unicodedata.combining(original[end]) or not _apart(original[start:end], original[end])
        ):
            end += 1
        yield start, end
        start = end


def _apart(left: str, right: str) -> bool:
    """Whether two neighbours stay what they are when put together (Hangul letters do not)."""
    if ord(right) in _CJK:  # nearly all of our text
        return True
    joined = unicodedata.normalize("NFKC", left + right)
    return joined == unicodedata.normalize("NFKC", left) + unicodedata.normalize("NFKC", right)


def _digits(numeral: str) -> str:
    number = to_number(numeral)
    if number is not None:
        return str(number)
    return "".join(str(value) if (value := to_number(one)) is not None else one for one in numeral)
