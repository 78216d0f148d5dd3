"""All questions of one kind on a paper, as a marker sees them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperSection:
    title: str
    full: int
