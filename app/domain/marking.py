"""Marking one answer. Pure; the only place that says what is right."""

from collections.abc import Sequence
from enum import StrEnum

from app.domain.blank_matching import matched
from app.domain.paper import MultipleRule
from app.domain.partial_marks import half_of
from app.domain.question import Question, QuestionKind


class Verdict(StrEnum):
    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"
    UNANSWERED = "unanswered"
    UNMARKED = "unmarked"  # a person marks it


def judge(question: Question, answer: Sequence[str]) -> Verdict:
    """``answer``: option keys (any order but for 排序), "对"/"错", one text a blank, or a 简答's text."""
    given = [text for text in answer if text.strip()]
    if not given:
        return Verdict.UNANSWERED
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.TRUE_FALSE:
            return Verdict.RIGHT if tuple(given) == question.answer else Verdict.WRONG
        case QuestionKind.MULTIPLE:
            chosen, right = set(given), set(question.answer)
            if chosen == right:
                return Verdict.RIGHT
            return Verdict.PARTIAL if chosen < right else Verdict.WRONG
        case QuestionKind.ORDER:
            return Verdict.RIGHT if tuple(given) == question.answer else Verdict.WRONG
        case QuestionKind.BLANKS:
            hits = _hits(question, answer)
            if hits == len(question.answer):
                return Verdict.RIGHT
            return Verdict.PARTIAL if hits else Verdict.WRONG
        case _:
            return Verdict.UNMARKED


def score(question: Question, answer: Sequence[str], full: int, rule: MultipleRule) -> int:
    """Whole points from 0 to ``full``. Incomplete 多选 gets half (rounded down) under the partial rule;
    a 填空 gets its share of right blanks (rounded down)."""
    verdict = judge(question, answer)
    if verdict is Verdict.RIGHT:
        return full
    if verdict is not Verdict.PARTIAL:
        return 0
    if question.kind is QuestionKind.MULTIPLE:
        return half_of(full) if rule is MultipleRule.PARTIAL else 0
    return full * _hits(question, answer) // len(question.answer)


def marked_verdict(ticks: Sequence[bool]) -> Verdict:
    """What a person's marking of a 简答 comes to: which of its key points were written."""
    if not ticks:
        return Verdict.UNMARKED
    return Verdict.RIGHT if all(ticks) else Verdict.PARTIAL if any(ticks) else Verdict.WRONG


def marked_score(question: Question, ticks: Sequence[bool], full: int) -> int:
    """``full`` shared over the key points by their own scores, rounded down; 0 while nobody has marked it."""
    possible = sum(point.score for point in question.points)
    written = sum(point.score for point, tick in zip(question.points, ticks, strict=False) if tick)
    return full * written // possible if possible else 0


def _hits(question: Question, answer: Sequence[str]) -> int:
    """Blanks that are right."""
    return sum(place is not None for place in matched(answer, question.answer, question.any_order))
