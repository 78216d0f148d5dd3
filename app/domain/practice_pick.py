"""Which questions a round of practice asks, of all that its source offers."""

import random
from collections.abc import Mapping, Sequence

from app.domain.practice import QuestionState

FROM_BOOK = 3
"""About one question in so many is from the wrong-answer book: that has a source and a rhythm (复习) of its own."""


def picked(
    groups: Sequence[Sequence[str]], states: Mapping[str, QuestionState], number: int, chance: random.Random
) -> list[str]:
    """At most ``number`` ids, a group together and whole; of the first there are all, however many.

    After its share of wrong ones come those never answered, then whatever was answered longest ago, so that every
    question has its turn. Nothing else decides than chance.
    """
    mixed = list(groups)
    chance.shuffle(mixed)
    met = sorted((names for names in mixed if _known(names, states)), key=lambda names: _last(names, states))
    wrong = [names for names in met if any(name in states and states[name].in_wrong_book for name in names)]
    share = _fitting(wrong, max(1, round(number / FROM_BOOK)))
    new = [names for names in mixed if not _known(names, states)]
    chosen = _fitting([*share, *new, *(names for names in met if names not in share)], number)
    chance.shuffle(chosen)
    return [name for names in chosen for name in names]


def _fitting(groups: Sequence[Sequence[str]], number: int) -> list[Sequence[str]]:
    """From the front, passing over a group that is too large for the room that is left."""
    found: list[Sequence[str]] = []
    for names in groups:
        if not found or sum(map(len, found)) + len(names) <= number:
            found.append(names)
    return found


def _known(names: Sequence[str], states: Mapping[str, QuestionState]) -> bool:
    return any(name in states and (states[name].tries or states[name].in_wrong_book) for name in names)


def _last(names: Sequence[str], states: Mapping[str, QuestionState]) -> int:
    return max((states[name].last_seq for name in names if name in states), default=0)
