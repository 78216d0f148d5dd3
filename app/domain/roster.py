"""A roster as it came from a file."""

from dataclasses import dataclass

from app.domain.problem import Problem
from app.domain.roster_person import RosterPerson


@dataclass(frozen=True, slots=True)
class Roster:
    """``problems`` are rows that cannot be taken: while there are any, nothing of the file is. ``notes`` are told."""

    people: tuple[RosterPerson, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
