"""随机抽点: whose turn it is, from who is present; each at most once until all had a turn. Off unless switched on."""

import random
from dataclasses import dataclass, replace

from app.domain.attendance import Attendee, Presence


@dataclass(frozen=True, slots=True)
class RandomPick:
    """``had`` are the numbers of those who had a turn in this round; ``now`` the one picked last, 0 for nobody."""

    on: bool = False
    had: tuple[int, ...] = ()
    now: int = 0

    def switched(self, on: bool) -> "RandomPick":
        return replace(self, on=on, now=0)

    def waiting(self, people: tuple[Attendee, ...]) -> tuple[Attendee, ...]:
        """Who can still be picked in this round."""
        return tuple(one for one in eligible(people) if one.number not in self.had)

    def drawn(self, people: tuple[Attendee, ...], chance: random.Random) -> "RandomPick":
        """Somebody else. A new round begins when all had a turn; nobody is picked twice running where there is a
        choice. Raises ValueError where nobody can be picked."""
        able = eligible(people)
        if not self.on or not able:
            raise ValueError("nobody to pick")
        waiting, had = self.waiting(people), self.had
        if not waiting:
            had = ()
            waiting = tuple(one for one in able if one.number != self.now) or able
        chosen = chance.choice(waiting).number
        return replace(self, had=(*had, chosen), now=chosen)


def eligible(people: tuple[Attendee, ...]) -> tuple[Attendee, ...]:
    """Who is there and was not left out; 列席 only watch."""
    there = (Presence.PRESENT, Presence.LATE)
    return tuple(one for one in people if one.pickable and not one.observer and one.presence in there)
