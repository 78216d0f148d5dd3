"""Which question goes to which rule of a paper."""

from collections import deque
from collections.abc import Sequence

from app.domain.bank import Whole
from app.domain.paper import DrawRule


class Allotment:
    """Gives each rule its questions, none of them twice.

    A rule that finds its pool used up takes a question from a rule that can do with another one (augmenting paths), so
    that a paper that can be drawn is always drawn. ``shortages`` holds (place of a rule, sentence), in order.
    """

    def __init__(self, rules: Sequence[DrawRule], pools: Sequence[Sequence[Whole]]) -> None:
        self.shortages: list[tuple[int, str]] = []
        self._rules, self._pools = rules, pools
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

    def taken(self) -> list[list[Whole]]:
        return [
            [whole for whole in pool if self._owner.get(whole.key) == place]
            for place, pool in enumerate(self._pools)
        ]

    def _take_one(self, place: int) -> set[int]:
        """One more question for the rule. Empty on success; else the rules that together ask for too much."""
        came_by: dict[int, tuple[int, str]] = {}
        reached, waiting = {place}, deque([place])
        while waiting:
            rule = waiting.popleft()
            for whole in self._pools[rule]:
                owner = self._owner.get(whole.key)
                if owner is None:
                    self._pass_on(whole.key, rule, came_by)
                    return set()
                if owner not in reached:
                    reached.add(owner)
                    came_by[owner] = (rule, whole.key)
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
        have = len({whole.key for place in reached for whole in self._pools[place]})
        together = "几条规则共" if len(rules) > 1 else ""
        return f"{rules[0].kind}{together}需要 {wanted} 题，符合条件的只有 {have} 题"
