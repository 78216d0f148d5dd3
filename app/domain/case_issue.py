"""A weak spot of the unit that was found by a case, as the case's page tells of it."""

from typing import NamedTuple


class CaseIssue(NamedTuple):
    """``number`` counts within its campaign; ``state`` are the words of its state."""

    id: str
    number: int
    title: str
    state: str
    campaign: str
