"""How the questions of finished exams did: classical item analysis. Pure.

*Facility index* (难度, also p-value): the mean share of a question's points that was got.
*Discrimination*: the corrected item–total correlation (for right-or-wrong questions the point-biserial correlation):
Pearson's r between the share got on the question and the share got on the rest of the exam, the question itself left
out (Henrysson, S., "Correction of item-total correlations in item analysis", Psychometrika 28, 1963, 211–218).
The rest is taken as a share because papers drawn from a bank differ in what else they hold. Wordings of a question are
analysed apart: a question that was rewritten is another one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple, Protocol

from app.domain.exam import ExamItem
from app.domain.marking import Verdict
from app.domain.paper import Paper
from app.domain.question import FALSE, TRUE, Question, QuestionKind
from app.domain.random_guess import random_guess

FEWEST = 30
"""Under so many attempts the figures say more about chance than about the question."""


class Answered(Protocol):
    """A paper as one person handed it in: an `Exam`, or what came back of a 单位统考."""

    @property
    def paper(self) -> Paper: ...

    @property
    def items(self) -> tuple[ExamItem, ...]: ...


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """``facility``, ``guess`` from 0 to 1; ``discrimination`` from -1 to 1, None where nobody differed from another.

    ``choices``: (option key, how often it was chosen), all options in the order of the file; empty for other kinds.
    """

    facility: float
    discrimination: float | None
    guess: float
    choices: tuple[tuple[str, int], ...]
    unanswered: int

    @property
    def negative(self) -> bool:
        """Those who did better elsewhere did worse here: the key or the wording is to be looked at."""
        return self.discrimination is not None and self.discrimination < 0

    @property
    def like_guessing(self) -> bool:
        return self.guess > 0 and self.facility <= self.guess


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """``figures`` is None where there are fewer than 30 attempts."""

    question: Question
    attempts: int
    figures: ItemFigures | None

    @property
    def doubtful(self) -> bool:
        """Whether the organiser should look at it."""
        return self.figures is not None and (self.figures.negative or self.figures.like_guessing)


class _Try(NamedTuple):
    """One question in one exam: shares from 0 to 1; ``rest`` is None where there was no other question."""

    item: ExamItem
    paper: Paper
    share: float
    rest: float | None


def analyse(exams: Iterable[Answered], fewest: int = FEWEST) -> list[ItemAnalysis]:
    """Every question of these finished exams, in order of first appearance. What a person has yet to mark is left
    out."""
    tries: dict[Question, list[_Try]] = {}
    known: dict[int, list[_Try]] = {}  # by identity: hashing a question of a hundred thousand answers takes a second
    for exam in exams:
        for one in _tries(exam):
            question = one.item.question
            if id(question) not in known:
                known[id(question)] = tries.setdefault(question, [])
            known[id(question)].append(one)
    return [
        ItemAnalysis(question, len(there), _figures(question, there) if len(there) >= fewest else None)
        for question, there in tries.items()
    ]


def correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Pearson's r; None where one side does not vary."""
    count = len(pairs)
    if count < 2:
        return None
    left, right = sum(x for x, _ in pairs) / count, sum(y for _, y in pairs) / count
    across = sum((x - left) * (y - right) for x, y in pairs)
    one, other = sum((x - left) ** 2 for x, _ in pairs), sum((y - right) ** 2 for _, y in pairs)
    if min(one, other) <= 1e-12 * count:
        return None
    return max(-1.0, min(1.0, across / sqrt(one * other)))


def _tries(exam: Answered) -> list[_Try]:
    marked = [(item, item.points(exam.paper)) for item in exam.items if item.verdict() is not Verdict.UNMARKED]
    got, possible = sum(points for _, points in marked), sum(item.score for item, _ in marked)
    found = []
    for item, points in marked:
        if item.score <= 0:
            continue
        others = possible - item.score
        rest = (got - points) / others if others else None
        found.append(_Try(item, exam.paper, points / item.score, rest))
    return found


def _figures(question: Question, tries: Sequence[_Try]) -> ItemFigures:
    count = len(tries)
    return ItemFigures(
        facility=sum(one.share for one in tries) / count,
        discrimination=correlation([(one.share, one.rest) for one in tries if one.rest is not None]),
        guess=sum(_guesses(question, tries)) / count,
        choices=_choices(question, tries),
        unanswered=sum(not one.item.answered for one in tries),
    )


def _guesses(question: Question, tries: Sequence[_Try]) -> list[float]:
    known: dict[tuple[int, int], float] = {}
    for one in tries:
        if (one.item.score, id(one.paper)) not in known:
            known[one.item.score, id(one.paper)] = random_guess(question, one.item.score, one.paper)
    return [known[one.item.score, id(one.paper)] for one in tries]


def _choices(question: Question, tries: Sequence[_Try]) -> tuple[tuple[str, int], ...]:
    if not question.kind.chooses:
        return ()
    keys = (TRUE, FALSE) if question.kind is QuestionKind.TRUE_FALSE else question.letters
    counted = Counter(key for one in tries for key in set(one.item.answer))
    return tuple((key, counted[key]) for key in keys)
