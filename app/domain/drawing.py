"""Drawing a paper from a bank: the same seed and the same bank give the same paper."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import UserError
from app.domain.paper import DrawRule, Paper
from app.domain.question import Question, QuestionKind


@dataclass(frozen=True, slots=True)
class DrawnQuestion:
    """``order`` is the order in which the options are shown, as keys."""

    question: Question
    score: int
    order: tuple[str, ...]


def matching(rule: DrawRule, bank: Sequence[Question]) -> list[Question]:
    """The questions of the bank that a rule admits; parts of a 案例分析 are never drawn alone."""
    return [
        question
        for question in bank
        if question.kind is rule.kind
        and not question.group
        and (not rule.topics or question.topic in rule.topics)
        and (not rule.difficulties or question.difficulty in rule.difficulties)
    ]


def draw(paper: Paper, bank: Sequence[Question], seed: int) -> tuple[DrawnQuestion, ...]:
    """Raises UserError with the exact shortage where the bank is too thin."""
    chance = random.Random(seed)
    ordered = sorted(bank, key=lambda question: question.id)
    taken: set[str] = set()
    drawn: list[DrawnQuestion] = []
    short: list[str] = []
    # Narrow rules choose first, so that a wide one does not use up what they need.
    pools = [(len(matching(rule, ordered)), place, rule) for place, rule in enumerate(paper.rules)]
    chosen: dict[int, list[DrawnQuestion]] = {}
    for _, place, rule in sorted(pools, key=lambda entry: entry[:2]):
        pool = [question for question in matching(rule, ordered) if question.id not in taken]
        if len(pool) < rule.count:
            short.append(f"{rule.kind}需要 {rule.count} 题，题库只有 {len(pool)} 题")
            continue
        picked = chance.sample(pool, rule.count)
        taken.update(question.id for question in picked)
        chosen[place] = [
            DrawnQuestion(question, rule.score, shown_order(question, paper.shuffle_options, chance))
            for question in picked
        ]
    if short:
        raise UserError(f"《{paper.title}》暂时组不成卷：{'；'.join(short)}。请先导入更多题目，或选另一份试卷。")
    for place in range(len(paper.rules)):
        drawn.extend(chosen[place])
    return tuple(drawn)


def shown_order(question: Question, shuffle: bool, chance: random.Random) -> tuple[str, ...]:
    """The option keys as shown. 排序 never starts in the right order."""
    keys = list(question.letters)
    if question.kind is QuestionKind.ORDER:
        while len(keys) > 1 and tuple(keys) == question.answer:
            chance.shuffle(keys)
    elif shuffle and question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
        chance.shuffle(keys)
    return tuple(keys)
