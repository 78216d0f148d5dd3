"""A question, or a 案例分析 with its parts, in one line."""

from collections.abc import Sequence

from app.domain.labels import DOMAINS
from app.domain.question import Question
from app.ui.paper_editor.rule_words import LEVELS


def stem_words(parts: Sequence[Question]) -> str:
    """What is asked: of a 案例分析 the situation."""
    if not parts:
        return "这道题已不在题库中"
    return parts[0].scenario if parts[0].group else parts[0].stem


def kind_words(parts: Sequence[Question]) -> str:
    if not parts:
        return "缺题"
    return f"案例分析（{len(parts)} 小题）" if parts[0].group else parts[0].kind.value


def about_words(parts: Sequence[Question]) -> str:
    """Topic and difficulty."""
    if not parts:
        return ""
    first = parts[0]
    hardest = max(part.difficulty for part in parts)
    return f"{DOMAINS.get(first.topic, first.topic)} · {LEVELS.get(hardest, hardest)}"
