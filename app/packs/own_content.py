"""What the unit itself has written, read as a whole: the one door through which it comes to the program's content."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from app.domain.case import Case
from app.domain.problem import Problem
from app.domain.regulation import Regulation
from app.packs.own_exemplars import read_own_exemplars
from app.packs.own_rules import read_own_rules


@dataclass(frozen=True)
class OwnContent:
    regulations: tuple[Regulation, ...] = ()
    cases: tuple[Case, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_own_content(folder: Path, taken: Collection[str]) -> OwnContent:
    """Never raises for what the folder (``ledger`` in the data folder) holds; a broken file costs only itself.
    ``taken`` are the 简称 of the program's rules. Files of problems are named from the data folder."""
    rules, exemplars = read_own_rules(folder, taken), read_own_exemplars(folder)
    return OwnContent(rules.regulations, exemplars.cases, (*rules.problems, *exemplars.problems))
