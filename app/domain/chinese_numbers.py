"""Chinese numerals up to 9,999, both ways."""

import re

DIGITS = "零一二三四五六七八九"
_VALUE = {character: value for value, character in enumerate(DIGITS)} | {"〇": 0, "两": 2}
_UNIT = {"十": 10, "百": 100, "千": 1000}
NUMERAL = re.compile("[零〇一二三四五六七八九十百千]+")


def to_number(numeral: str) -> int | None:
    """一百二十四 → 124, 二〇二六 → 2026; None where the characters do not form one number."""
    if not numeral:
        return None
    if all(character in _VALUE for character in numeral):
        return int("".join(str(_VALUE[character]) for character in numeral))
    total, pending, last_unit = 0, 0, 10_000
    for character in numeral:
        if character in _UNIT:
            unit = _UNIT[character]
            if unit >= last_unit:
                return None
            total += (pending or 1) * unit
            pending, last_unit = 0, unit
        elif character in "零〇":
            if pending:
                return None
        elif character in _VALUE:
            if pending:
                return None
            pending = _VALUE[character]
        else:
            return None
    return total + pending


def to_chinese(number: int) -> str:
    """124 → 一百二十四.

    Raises ValueError outside 0 … 9,999.
    """
    if not 0 <= number < 10_000:
        raise ValueError(number)
    if number == 0:
        return "零"
    said, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + name
            gap = False
        elif said:
            gap = True
    return said.removeprefix("一") if said.startswith("一十") else said
