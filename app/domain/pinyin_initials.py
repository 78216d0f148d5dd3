"""Pinyin initials of a title ("低保" → "db"), from the order of GB2312's first level, which is by pinyin.

Characters outside that level (6 % of running text) have no initial here and are left out.
"""

from bisect import bisect_right

# First GB2312 code of each initial, level 1 (0xB0A1 … 0xD7F9).
_STARTS = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g"),
    (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o"),
    (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"),
    (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_CODES = tuple(code for code, _ in _STARTS)
_END = 0xD7FA


def initials(text: str) -> str:
    letters = []
    for character in text:
        if character.isascii():
            letters.append(character.casefold() if character.isalnum() else "")
            continue
        try:
            code = int.from_bytes(character.encode("gb2312"), "big")
        except UnicodeEncodeError:
            continue
        if _CODES[0] <= code < _END:
            letters.append(_STARTS[bisect_right(_CODES, code) - 1][1])
    return "".join(letters)
