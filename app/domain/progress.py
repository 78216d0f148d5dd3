"""How far a person is with a case."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.section import Section

# What a reader goes through, in order; 停一停 hides all that follows until it is answered or passed by.
READING = (
    Section.FACTS,
    Section.GATE,
    Section.OUTCOME,
    Section.CLAUSES,
    Section.OPINIONS,
    Section.CAUSES,
    Section.GAPS,
    Section.BRAKE,
    Section.LESSONS,
    Section.MEASURES,
    Section.POSTS,
    Section.DISCUSSION,
)
CHECK = "学后检测"
PASS_SHARE = 0.8


class ReadingState(StrEnum):
    NEW = "未学"
    READING = "学习中"
    LEARNED = "已学"


@dataclass(frozen=True, slots=True)
class CaseProgress:
    """``section`` and ``position`` (0…1, counted in sections) say where reading stopped; ``read`` lists what was seen.

    ``gate_answer`` is an option key, "-" where the reader chose to read on directly, "" before.
    """

    case_id: str
    state: ReadingState = ReadingState.NEW
    section: str = ""
    position: float = 0.0
    read: tuple[str, ...] = ()
    gate_answer: str = ""
    gate_confidence: str = ""
    gate_right: bool = False
    check_right: int = 0
    check_total: int = 0
    opened_at: str = ""
    learned_at: str = ""

    @property
    def gate_open(self) -> bool:
        return bool(self.gate_answer)

    @property
    def share(self) -> float:
        """0…1: sections read and the check done."""
        if self.state is ReadingState.LEARNED:
            return 1.0
        seen = sum(section in self.read for section in READING) + (self.check_total > 0)
        return seen / (len(READING) + 1)

    @property
    def check_passed(self) -> bool:
        return self.check_total > 0 and self.check_right / self.check_total >= PASS_SHARE
