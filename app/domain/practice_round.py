"""A round of practice between two sittings: what it asked, how far it went, what of it is in the learning record."""

from dataclasses import dataclass

from app.domain.marking import Verdict
from app.domain.question import Question


@dataclass(frozen=True, slots=True)
class KeptItem:
    """One question of it, as `app.ui.parts.round_item.RoundItem` shows it."""

    question: Question
    shown: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    confidence: str = ""
    revealed: bool = False
    ticks: tuple[bool, ...] = ()
    verdict: Verdict | None = None
    note: str = ""
    left_book: bool = False


@dataclass(frozen=True, slots=True)
class KeptRound:
    """``id`` names the round wherever it is gone on with; ``place`` is from 0. ``booked`` answers, ``booked_right`` of
    them right, are in the learning record."""

    id: str
    title: str
    items: tuple[KeptItem, ...]
    place: int = 0
    booked: int = 0
    booked_right: int = 0

    @property
    def answered(self) -> int:
        return sum(item.verdict is not None for item in self.items)

    @property
    def right(self) -> int:
        return sum(item.verdict is Verdict.RIGHT for item in self.items)

    @property
    def begun(self) -> bool:
        """Whether anything would be lost with it."""
        return any(item.verdict is not None or item.answer for item in self.items)

    @property
    def done(self) -> bool:
        return self.answered == len(self.items)


@dataclass(frozen=True, slots=True)
class Booking:
    """What one sitting of a round has in the learning record: one entry (an event; 0 while there is none), which grows
    with the answers. ``before`` and ``before_right`` were booked by an earlier sitting."""

    entry: int = 0
    total: int = 0
    right: int = 0
    before: int = 0
    before_right: int = 0

    @classmethod
    def after(cls, total: int, right: int) -> "Booking":
        """Of a sitting that goes on with so many booked already."""
        return cls(0, total, right, total, right)


def credit(answers: int) -> int:
    """Minutes for so many answers: one for two of them, and one at least."""
    return max(1, answers // 2) if answers else 0
