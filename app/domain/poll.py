"""现场作答: how many hands went up for each option, before and after the discussion. Never names."""

from dataclasses import dataclass, replace

ROUNDS = ("第一次", "第二次")


@dataclass(frozen=True, slots=True)
class Poll:
    """``first`` and ``second`` map option keys to hands; ``second`` is None until the room votes again."""

    keys: tuple[str, ...]
    first: tuple[int, ...]
    second: tuple[int, ...] | None = None

    @classmethod
    def empty(cls, keys: tuple[str, ...]) -> "Poll":
        return cls(keys, (0,) * len(keys))

    @property
    def round(self) -> int:
        """0 while the first vote is taken, 1 after ``again``."""
        return 0 if self.second is None else 1

    @property
    def counts(self) -> tuple[int, ...]:
        """Of the vote that is being taken."""
        return self.first if self.second is None else self.second

    def counted(self, key: str, hands: int) -> "Poll":
        """Hands for one option in the current vote, at least 0, at most 9999. Raises ValueError for an unknown key."""
        place = self.keys.index(key)
        counts = list(self.counts)
        counts[place] = min(max(hands, 0), 9999)
        return replace(self, first=tuple(counts)) if self.second is None else replace(self, second=tuple(counts))

    def again(self) -> "Poll":
        """Open the second vote; a second one that is open stays as it is."""
        return self if self.second is not None else replace(self, second=(0,) * len(self.keys))

    def cleared(self) -> "Poll":
        """The current vote back to nought; the one before it stays."""
        nought = (0,) * len(self.keys)
        return replace(self, first=nought) if self.second is None else replace(self, second=nought)

    @property
    def total(self) -> int:
        return sum(self.counts)
