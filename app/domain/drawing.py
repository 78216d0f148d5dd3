"""Drawing a paper from a bank: the same seed, the same bank and the same ids to avoid give the same paper."""

import random
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from app.domain.allotment import Allotment
from app.domain.bank import Bank, Whole
from app.domain.errors import UserError
from app.domain.paper import Paper
from app.domain.question import Question, QuestionKind

SEEDS = 1_000_000
"""Seeds go from 1 to below this."""


@dataclass(frozen=True, slots=True)
class DrawnQuestion:
    """``order`` is the order in which the options are shown, as keys."""

    question: Question
    score: int
    order: tuple[str, ...]


def shortages(paper: Paper, bank: Bank) -> list[tuple[int, str]]:
    """What the bank cannot give: (place of a rule, sentence), empty where the paper can be drawn, whatever the seed."""
    return Allotment(paper.rules, [bank.pool(rule) for rule in paper.rules]).shortages


def draw_ids(paper: Paper, bank: Bank, seed: int, avoided: Set[str] = frozenset()) -> tuple[tuple[str, int], ...]:
    """(question id, points) in the order of the paper; the points of a 案例分析 are split over its parts.

    Of the ``avoided`` ids it holds as few as the rules allow, whatever the seed; they belong to what makes the paper.
    Raises UserError with the exact shortage where the bank is too thin.
    """
    if paper.fixed:
        return tuple((one.question_id, one.score) for one in paper.fixed)
    chance = random.Random(seed)
    # No rule needs more to choose from than all rules together take, besides what is avoided: it only saves time.
    most = sum(one.count for one in paper.rules) + len(avoided)
    pools = [_sample(bank.pool(rule), most, chance) for rule in paper.rules]
    allotment = Allotment(paper.rules, pools, avoided)
    if allotment.shortages:
        short = "；".join(sentence for _, sentence in allotment.shortages)
        raise UserError(f"《{paper.title}》暂时组不成卷：{short}。请先导入更多题目，或选另一份试卷。")
    return tuple(
        (name, points)
        for rule, taken in zip(paper.rules, allotment.taken(), strict=True)
        for whole in taken
        for name, points in zip(whole.ids, split(rule.score, len(whole.ids)), strict=True)
    )


def lay_out(
    paper: Paper, drawn: Sequence[tuple[str, int]], questions: Mapping[str, Question], seed: int
) -> tuple[DrawnQuestion, ...]:
    """The drawn questions with their options in the order shown.

    Raises UserError where a question is not there (any more).
    """
    chance = random.Random(seed)
    missing = [name for name, _ in drawn if name not in questions]
    if missing:
        gone = f"《{paper.title}》里有 {len(missing)} 道题已不在题库中（如 {missing[0]}）"
        raise UserError(f"{gone}。请修改试卷，或选另一份。")
    return tuple(
        DrawnQuestion(questions[name], points, shown_order(questions[name], paper.shuffle_options, chance))
        for name, points in drawn
    )


def draw(paper: Paper, questions: Sequence[Question], seed: int) -> tuple[DrawnQuestion, ...]:
    """From questions at hand. Raises UserError as `draw_ids` and `lay_out` do."""
    known = {question.id: question for question in reversed(questions)}
    return lay_out(paper, draw_ids(paper, Bank.of(questions), seed), known, seed)


def overlap(paper: Paper, bank: Bank, draws: int = 20) -> float:
    """Share of a paper (0…1) that the next draw repeats on average, over ``draws`` seeds.

    Raises UserError where it cannot be drawn.
    """
    drawn = [{name for name, _ in draw_ids(paper, bank, seed)} for seed in range(draws)]
    pairs = [len(one & other) / len(one) for one, other in pairwise(drawn)]
    return sum(pairs) / len(pairs)


def split(score: int, parts: int) -> list[int]:
    """Points of a whole over its parts: as even as whole points allow, more for the earlier ones."""
    each, rest = divmod(score, parts)
    return [each + (place < rest) for place in range(parts)]


def shown_order(question: Question, shuffle: bool, chance: random.Random) -> tuple[str, ...]:
    """The option keys as shown. 排序 never starts in the right order."""
    keys = list(question.letters)
    if shuffle and question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.ORDER):
        chance.shuffle(keys)
    while question.kind is QuestionKind.ORDER and len(keys) > 1 and tuple(keys) == question.answer:
        chance.shuffle(keys)
    return tuple(keys)


def _sample(pool: Sequence[Whole], most: int, chance: random.Random) -> list[Whole]:
    """In random order."""
    return chance.sample(pool, min(len(pool), most))
