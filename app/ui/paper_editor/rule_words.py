"""What a draw rule asks for, in the words of its buttons."""

from collections.abc import Sequence

from app.domain.labels import DOMAINS, RULE_NAMES

LEVELS = {1: "易", 2: "中", 3: "难"}


def topic_words(topics: Sequence[str]) -> str:
    return _several([DOMAINS.get(topic, topic) for topic in topics], "专题", "个专题")


def level_words(levels: Sequence[int]) -> str:
    return "、".join(LEVELS.get(level, str(level)) for level in sorted(levels)) if levels else "不限难度"


def regulation_words(shorts: Sequence[str]) -> str:
    return _several([regulation_name(short) for short in shorts], "法规", "部法规")


def regulation_name(short: str) -> str:
    return RULE_NAMES.get(short, short)


def _several(names: Sequence[str], what: str, unit: str) -> str:
    if not names:
        return f"不限{what}"
    return names[0] if len(names) == 1 else f"{names[0]}等 {len(names)} {unit}"
