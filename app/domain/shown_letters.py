"""The letters a person sees: A, B, C … from top to bottom, whatever key the file gives an option."""

import re
from collections.abc import Sequence

from app.domain.question import FALSE, TRUE, Question, QuestionKind

POSITIONS = "ABCDEFGH"
_LETTER = re.compile(r"(?<![A-Za-z0-9])[A-H](?![A-Za-z0-9])")


def keys_shown(question: Question, shown: Sequence[str]) -> tuple[str, ...]:
    """The keys from top to bottom; an order that no longer fits the options is not used."""
    keys = (TRUE, FALSE) if question.kind is QuestionKind.TRUE_FALSE else question.letters
    return tuple(shown) if sorted(shown) == sorted(keys) else keys


def option_words(question: Question, key: str) -> str:
    """What an option says."""
    return next((option.text for option in question.options if option.key == key), key)


def lettered(question: Question, shown: Sequence[str], key: str) -> str:
    """An option with the letter it was shown under: 「B 向单位申请回避」."""
    keys = keys_shown(question, shown)
    letter = POSITIONS[keys.index(key)] if key in keys else key
    return f"{letter}　{option_words(question, key)}"


def in_shown_letters(question: Question, shown: Sequence[str], text: str, order_lettered: bool = False) -> str:
    """An explanation that names options by the file's keys, with the letters that were shown instead.

    On screen a 排序 shows no letters, so there the option's own words stand in their place; on paper it does
    (``order_lettered``).
    """
    keys = keys_shown(question, shown)
    if question.kind not in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.ORDER):
        return text

    def replace(found: re.Match[str]) -> str:
        key = found[0]
        if key not in keys:
            return key
        if question.kind is QuestionKind.ORDER and not order_lettered:
            return f"“{option_words(question, key)}”"
        return POSITIONS[keys.index(key)]

    return _LETTER.sub(replace, text)
