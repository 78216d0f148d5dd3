"""What is on today's list when more is due than a day takes, and on which days the rest stands instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from app.domain.review import ReviewCard

PATIENCE = 14
"""Days after which a card goes before all that are more urgent, so that none waits without end."""
FIRST_STABILITY = 0.2
"""Days: what FSRS assumes after a first 未掌握, for cards that were never rated."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """``today`` in the order in which to ask; ``moved``: question → the later day on whose list it stands now."""

    today: tuple[ReviewCard, ...]
    moved: dict[str, date]


def plan(due: Sequence[ReviewCard], loads: Mapping[date, int], done: int, cap: int, today: date) -> DayPlan:
    """``due`` are the cards on the lists of today and before, ``loads`` how many stand on each later day's list,
    ``done`` how many of today's were rated already. Today never takes more than ``cap`` in all."""
    ordered = by_urgency(due, today)
    room = max(0, cap - done)
    moved = spread([card.question_id for card in ordered[room:]], loads, cap, today)
    return DayPlan(tuple(ordered[:room]), moved)


def by_urgency(cards: Sequence[ReviewCard], today: date) -> list[ReviewCard]:
    """The least retrievable first: under FSRS retrievability falls with the days passed divided by the stability.

    Before these come cards that have waited for PATIENCE days or more, longest first.
    """

    def key(card: ReviewCard) -> tuple[bool, float, str]:
        waited = (today - date.fromisoformat(card.due)).days
        long = waited >= PATIENCE
        return not long, -waited if long else -_forgetting(card, today), card.question_id

    return sorted(cards, key=key)


def spread(waiting: Sequence[str], loads: Mapping[date, int], cap: int, today: date) -> dict[str, date]:
    """Days for what does not fit today: the fewest days that can take it, each filled to the same level, the most
    urgent first. A day that holds ``cap`` or more already gets nothing."""
    if not waiting:
        return {}
    days: list[date] = []
    room = 0
    while room < len(waiting):
        days.append(today + timedelta(days=len(days) + 1))
        room += max(0, cap - loads.get(days[-1], 0))
    level = next(
        level for level in range(1, cap + 1)
        if sum(max(0, level - loads.get(day, 0)) for day in days) >= len(waiting)
    )  # fmt: skip
    found: dict[str, date] = {}
    left = iter(waiting)
    for day in days:
        for name in islice(left, max(0, level - loads.get(day, 0))):
            found[name] = day
    return found


def forecast(loads: Mapping[date, int], cap: int) -> dict[date, int]:
    """How many each later day will ask, if every day's list is done: what is over the cap moved on as `spread` will."""
    found = dict(loads)
    while over := [day for day, count in found.items() if count > cap]:
        first = min(over)
        names = [f"{place}" for place in range(found[first] - cap)]
        found[first] = cap
        for day in spread(names, found, cap, first).values():
            found[day] = found.get(day, 0) + 1
    return dict(sorted(found.items()))


def _forgetting(card: ReviewCard, today: date) -> float:
    """Grows as retrievability falls."""
    since = date.fromisoformat(card.last_day or card.added_day)
    return (today - since).days / (card.stability or FIRST_STABILITY)
