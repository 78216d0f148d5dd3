"""Whether a rule is still in force, as it is said wherever the rule is shown."""

from app.domain.partial_day import day_words
from app.domain.regulation import Regulation, RegulationSummary

REPEALED, REVISING = "已废止", "待修订"


def standing(rule: Regulation | RegulationSummary) -> str:
    """已废止, 待修订, or "": in force as it stands."""
    return REPEALED if rule.repealed else REVISING if rule.revising else ""


def standing_words(rule: Regulation | RegulationSummary) -> str:
    """已废止（2026年3月2日）: with the day since when, or ""."""
    word = standing(rule)
    return f"{word}（{day_words(rule.repealed or rule.revising)}）" if word else ""
