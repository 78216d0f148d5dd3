"""Values at the edges of what programs expect, to be put where others belong."""

from copy import deepcopy
from datetime import date
from random import Random
from typing import Any

WORDS = (
    *("", " ", "\0", "\n", "\t", "\u3000", "\ufeff", "\u200b", "\u2028", "\x1b[2J", "\ud800", "\udfff\ud800", "\uffff"),
    *(
        "\u202e倒过来\u2066",
        "👨‍👩‍👧‍👦",
        "\U0010ffff",
        "e\u0301" * 20,
        "Ａ１",
        "𠮷",
        "<b>",
        "&lt;&xxe;",
        "]]>",
        "%s%n",
        "{0}",
        "${x}",
    ),
    *("=1+1", "=cmd|'/c calc'!A0", "@SUM(A1)", "+86", "-", "_x000D_", "'", '"', "';--", "\\", "../../../x", "..\\x"),
    *("/etc/passwd", "C:\\x", "CON", "file:///etc/passwd", "\\\\host\\share", "a/b", ".", "..", "~"),
    *("true", "null", "NaN", "Infinity", "-0", "1e999", "1_000", "٣", "²", "Ⅷ", "9" * 5_000, "0x10", "1,5", "１２"),
    *("2026-02-30", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-29T25:61:00", "9999-12-31T23:59"),
    *("2026-03-02T09:00:00+25:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "20260302", "2026-W10-1"),
    *(
        "2026-3",
        "二〇二六年",
        "第零条",
        "第九千九百九十九条",
        "条例@2023/124",
        "@/",
        "条例@",
        "a@b/c.d.e.f.g",
        "机密★1年",
    ),
    *(
        "110101199003072316",
        "13800138000",
        "{}",
        "[]",
        '{"a":',
        "[" * 2_000,
        "---",
        "- ",
        ": ",
        "&a",
        "*a",
        "!!x",
        "<<: *a",
    ),
)
"""Texts: controls, halves of characters, directions, paths, formulas, numbers, days and marks of several formats."""
NUMBERS = (0, -1, 1, 2, 255, 65_536, 2**31, -(2**31), 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 2**64, 10**30, 10**400)
FLOATS = (0.5, -0.0, 1e308, -1e308, 5e-324, 0.1, 1.25, 1e22)
OTHERS: tuple[Any, ...] = (
    None,
    True,
    False,
    [],
    {},
    [[]],
    [{}],
    {"": ""},
    [None],
    {"is": "Case"},
    {"a": {"a": {"a": []}}},
)


def text(chance: Random) -> str:
    """Mostly one of `WORDS`; sometimes characters of any kind, sometimes very many."""
    kind = chance.randrange(12)
    if kind == 0:
        return chance.choice(("长", "a ", "\U00020000", "ab\n", "【")) * chance.choice((300, 5_000, 70_000))
    if kind == 1:
        return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 30)))
    if kind == 2:
        return day(chance)
    return chance.choice(WORDS)


def day(chance: Random) -> str:
    return date.fromordinal(chance.randrange(1, date.max.toordinal() + 1)).isoformat()


def nested(chance: Random) -> Any:
    value: Any = None
    for _ in range(chance.choice((3, 30, 200))):
        value = [value] if chance.random() < 0.5 else {"a": value}
    return value


def value(chance: Random) -> Any:
    """Anything that JSON can say."""
    kind = chance.randrange(10)
    if kind < 4:
        return text(chance)
    if kind < 6:
        return chance.choice(NUMBERS)
    if kind < 7:
        return chance.choice(FLOATS)
    return nested(chance) if kind == 7 else deepcopy(chance.choice(OTHERS))
