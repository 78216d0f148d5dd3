"""Whether an exam was passed: open as long as answers that nobody has marked yet can still decide it."""

from enum import StrEnum


class Outcome(StrEnum):
    PASSED = "合格"
    FAILED = "未合格"
    OPEN = "待评分"


def outcome_of(score: int, open_points: int, pass_score: int) -> Outcome:
    """``open_points``: what the unmarked answers would get at best."""
    if score >= pass_score:
        return Outcome.PASSED
    return Outcome.OPEN if score + open_points >= pass_score else Outcome.FAILED


def outcome_words(outcome: Outcome, unmarked: int) -> str:
    """合格; 2 题待评分; 合格，1 题待评分: ``unmarked`` answers wait for a person."""
    waiting = f"{unmarked} 题待评分"
    if outcome is Outcome.OPEN:
        return waiting
    return f"{outcome}，{waiting}" if unmarked else outcome.value
