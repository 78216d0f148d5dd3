"""Somebody on the roster of a 单位统考."""

from dataclasses import dataclass

LONGEST_NAME, LONGEST_DEPARTMENT, LONGEST_NUMBER = 40, 60, 30


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """``number`` is the unit's own (工号), or ""; never that of an identity card. ``factor``: per cent of the paper's
    time, one of TIME_FACTORS.
    """

    name: str
    department: str = ""
    number: str = ""
    factor: int = 100

    @property
    def key(self) -> str:
        """What tells this person from all others of the roster."""
        return self.number or f"{self.name}|{self.department}"

    @property
    def words(self) -> str:
        """As shown where somebody looks for his own name."""
        return "　".join(filter(None, (self.name, self.department, self.number)))
