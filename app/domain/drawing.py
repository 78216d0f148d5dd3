"""Drawing a paper from a bank: the same seed and the same bank give the same paper."""

import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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
        and (not rule.regulations or any(name.partition("@")[0] in rule.regulations for name in question.articles))
    ]


def shortages(paper: Paper, bank: Sequence[Question]) -> list[tuple[int, str]]:
    """What the bank cannot give: (place of a rule, sentence), empty where the paper can be drawn, whatever the seed."""
    allotment = _Allotment(paper, [matching(rule, bank) for rule in paper.rules])
    return allotment.shortages


def draw(paper: Paper, bank: Sequence[Question], seed: int) -> tuple[DrawnQuestion, ...]:
    """Raises UserError with the exact shortage where the bank is too thin."""
    chance = random.Random(seed)
    ordered = sorted(bank, key=lambda question: question.id)
    pools = [matching(rule, ordered) for rule in paper.rules]
    for pool in pools:
        chance.shuffle(pool)
    allotment = _Allotment(paper, pools)
    if allotment.shortages:
        short = "；".join(sentence for _, sentence in allotment.shortages)
        raise UserError(f"《{paper.title}》暂时组不成卷：{short}。请先导入更多题目，或选另一份试卷。")
    return tuple(
        DrawnQuestion(question, rule.score, shown_order(question, paper.shuffle_options, chance))
        for rule, taken in zip(paper.rules, allotment.taken(), strict=True)
        for question in taken
    )


class _Allotment:
    """Gives each rule its questions, none of them twice.

    A rule that finds its pool used up takes a question from a rule that can do with another one (augmenting paths), so
    that a paper that can be drawn is always drawn.
    """

    def __init__(self, paper: Paper, pools: list[list[Question]]) -> None:
        self.shortages: list[tuple[int, str]] = []
        self._rules, self._pools = paper.rules, pools
        self._owner: dict[str, int] = {}
        short: set[int] = set()
        for place in sorted(range(len(pools)), key=lambda place: (len(pools[place]), place)):
            if place in short:
                continue
            for _ in range(self._rules[place].count):
                reached = self._take_one(place)
                if reached:
                    self.shortages.append((place, self._sentence(reached)))
                    short |= reached
                    break
        self.shortages.sort()

    def taken(self) -> list[list[Question]]:
        return [
            [question for question in pool if self._owner.get(question.id) == place]
            for place, pool in enumerate(self._pools)
        ]

    def _take_one(self, place: int) -> set[int]:
        """One more question for the rule. Empty on success; else the rules that together ask for too much."""
        came_by: dict[int, tuple[int, str]] = {}
        reached, waiting = {place}, deque([place])
        while waiting:
            rule = waiting.popleft()
            for question in self._pools[rule]:
                owner = self._owner.get(question.id)
                if owner is None:
                    self._pass_on(question.id, rule, came_by)
                    return set()
                if owner not in reached:
                    reached.add(owner)
                    came_by[owner] = (rule, question.id)
                    waiting.append(owner)
        return reached

    def _pass_on(self, free: str, rule: int, came_by: dict[int, tuple[int, str]]) -> None:
        self._owner[free] = rule
        while rule in came_by:
            wanting, question = came_by[rule]
            self._owner[question] = wanting
            rule = wanting

    def _sentence(self, reached: set[int]) -> str:
        rules = [self._rules[place] for place in reached]
        wanted = sum(rule.count for rule in rules)
        have = len({question.id for place in reached for question in self._pools[place]})
        together = "几条规则共" if len(rules) > 1 else ""
        return f"{rules[0].kind}{together}需要 {wanted} 题，符合条件的只有 {have} 题"


def overlap(paper: Paper, bank: Sequence[Question], draws: int = 20) -> float:
    """Share of a paper (0…1) that the next draw repeats on average, over ``draws`` seeds.

    Raises UserError where it cannot be drawn.
    """
    drawn = [{one.question.id for one in draw(paper, bank, seed)} for seed in range(draws)]
    pairs = [len(one & other) for one, other in pairwise(drawn)]
    return sum(pairs) / (len(pairs) * paper.size)


def shown_order(question: Question, shuffle: bool, chance: random.Random) -> tuple[str, ...]:
    """The option keys as shown. 排序 never starts in the right order."""
    keys = list(question.letters)
    if shuffle and question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.ORDER):
        chance.shuffle(keys)
    while question.kind is QuestionKind.ORDER and len(keys) > 1 and tuple(keys) == question.answer:
        chance.shuffle(keys)
    return tuple(keys)
