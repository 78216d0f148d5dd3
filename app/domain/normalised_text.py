"""The one normalisation of search: index, query and the reference of tests all use it.

NFKC, case folded, white space and punctuation dropped, Chinese numerals as digits (三十八条 = 38条). Every kept
character remembers where it came from, so that a hit can be shown in the original.
"""

import unicodedata
from dataclasses import dataclass

from app.domain.chinese_numbers import NUMERAL, to_number

_DROPPED = ("P", "Z", "C", "S")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """``starts[i]`` and ``ends[i]`` bound, in the original, the character that gave ``text[i]``."""

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
    origins: list[int] = []
    for place, source in enumerate(original):
        for character in unicodedata.normalize("NFKC", source).casefold():
            if unicodedata.category(character)[0] not in _DROPPED:
                characters.append(character)
                origins.append(place)
    text = "".join(characters)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(piece: str, first: int, last: int) -> None:
        """``piece`` stands for the folded characters first … last-1."""
        one_to_one = len(piece) == last - first
        for offset, character in enumerate(piece):
            out.append(character)
            starts.append(origins[first + offset] if one_to_one else origins[first])
            ends.append((origins[first + offset] if one_to_one else origins[last - 1]) + 1)

    position = 0
    for found in NUMERAL.finditer(text):
        keep(text[position : found.start()], position, found.start())
        keep(_digits(found[0]), found.start(), found.end())
        position = found.end()
    keep(text[position:], position, len(text))
    return NormalisedText("".join(out), tuple(starts), tuple(ends))


def _digits(numeral: str) -> str:
    number = to_number(numeral)
    if number is not None:
        return str(number)
    return "".join(str(value) if (value := to_number(one)) is not None else one for one in numeral)
