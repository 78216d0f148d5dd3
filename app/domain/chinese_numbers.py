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
    if len(numeral) > 8:
        return None
    if all(character in _VALUE for character in numeral):
        return int("".join(str(_VALUE[character]) for character in numeral))
    total, pending, last_unit, skipped = 0, 0, 10_000, False
    for character in numeral:
        if character in _UNIT:
            unit = _UNIT[character]
            if unit >= last_unit:
                return None
            total += (pending or 1) * unit
            pending, last_unit, skipped = 0, unit, False
        elif character in "零〇":
            if pending or skipped:
                return None
            skipped = True
        elif character in _VALUE:
            if pending:
                return None
            pending = _VALUE[character]
        else:
            return None
    # 一百五 is said for 150 and 一百零五 for 105: only the latter is how a law writes a number.
    return None if pending and last_unit > 10 and not skipped else total + pending


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
