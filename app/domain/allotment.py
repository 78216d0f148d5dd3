"""Which question goes to which rule of a paper."""

from collections import Counter, deque
from collections.abc import Sequence, Set

from app.domain.bank import Whole
from app.domain.paper import DrawRule


class Allotment:
    """Gives each rule its questions, none of them twice.

    A rule that finds its pool used up takes a question from a rule that can do with another one (augmenting paths), so
    that a paper that can be drawn is always drawn. ``shortages`` holds (place of a rule, sentence), in order.

    Of the ``avoided`` ids as few as can be: first everything that the rest can give is given out, then what is lacking
    is filled up. An augmenting path takes no question off the paper again, so nothing of the first is lost.
    """

    def __init__(
        self, rules: Sequence[DrawRule], pools: Sequence[Sequence[Whole]], avoided: Set[str] = frozenset()
    ) -> None:
        self._rules, self._pools = rules, pools
        self._owner: dict[str, int] = {}
        if avoided:
            self._fill([[whole for whole in pool if avoided.isdisjoint(whole.ids)] for pool in pools])
        self.shortages = self._fill(pools)

    def taken(self) -> list[list[Whole]]:
        return [
            [whole for whole in pool if self._owner.get(whole.key) == place] for place, pool in enumerate(self._pools)
        ]

    def _fill(self, pools: Sequence[Sequence[Whole]]) -> list[tuple[int, str]]:
        """Give each rule as much of what it asks for as ``pools`` hold; the shortages that are left."""
        shortages: list[tuple[int, str]] = []
        short: set[int] = set()
        has = Counter(self._owner.values())
        for place in sorted(range(len(pools)), key=lambda place: (len(pools[place]), place)):
            if place in short:
                continue
            for _ in range(self._rules[place].count - has[place]):
                reached = self._take_one(place, pools)
                if reached:
                    shortages.append((place, self._sentence(reached)))
                    short |= reached
                    break
        return sorted(shortages)

    def _take_one(self, place: int, pools: Sequence[Sequence[Whole]]) -> set[int]:
        """One more question for the rule. Empty on success; else the rules that together ask for too much."""
        came_by: dict[int, tuple[int, str]] = {}
        reached, waiting = {place}, deque([place])
        while waiting:
            rule = waiting.popleft()
            for whole in pools[rule]:
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
