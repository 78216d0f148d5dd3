"""成果归集: what came of it, in four batches. Of clues and of cases only where they are on file."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST_RULE = 60_000
PRACTICE = "好做法"
"""Where a practice stands, beside the batches."""


class Batch(StrEnum):
    CLUES = "排查一批问题线索"
    CASES = "查办一批典型案件"
    SOLVED = "解决一批突出问题"
    RULES = "出台一批制度规范"


@dataclass(frozen=True, slots=True)
class FileReference:
    """An entry of the first two batches: number, source and date, nothing of the content. ``notice``, ``published_by``
    and ``published_on`` name a case that was made public: its title, the public source, and the day; ``case`` is the id
    of the case of 学 that stands for it, or ""."""

    id: str
    campaign: str
    batch: Batch
    number: str
    source: str
    on: date
    notice: str = ""
    published_by: str = ""
    published_on: date | None = None
    case: str = ""
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class IssuedRule:
    """A rule of the unit. ``file`` is its text as a file of the regulations' format, once it is published to 法规库."""

    id: str
    campaign: str
    name: str
    number: str
    on: date
    text: str
    unit: str = ""
    issues: tuple[str, ...] = ()
    file: str = ""
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class GoodPractice:
    """A practice worth telling. ``file`` is the draft of an exemplar in the format of cases, once it was made."""

    id: str
    campaign: str
    title: str
    unit: str
    story: str
    issue: str = ""
    file: str = ""
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class VoidOutcome:
    """An entry that was wrong, to be read: ``batch`` is where it stood, ``utc`` ISO."""

    id: str
    batch: str
    name: str
    reason: str
    by: str
    utc: str

    @classmethod
    def of(cls, entry: FileReference | IssuedRule | GoodPractice, utc: str, by: str) -> "VoidOutcome":
        if isinstance(entry, FileReference):
            return cls(entry.id, entry.batch.value, entry.number, entry.void_reason, by, utc)
        if isinstance(entry, IssuedRule):
            return cls(entry.id, Batch.RULES.value, entry.name, entry.void_reason, by, utc)
        return cls(entry.id, PRACTICE, entry.title, entry.void_reason, by, utc)


@dataclass(frozen=True, slots=True)
class OutcomeSummary:
    """The figures of the one page. ``voided`` issues are in none of the others; ``closed`` are in ``issues``."""

    clues: int
    cases: int
    public_cases: int
    issues: int
    closed: int
    lasting: int
    overdue: int
    measures: int
    measures_done: int
    rules: int
    rules_kept: int
    rules_revised: int
    rules_repealed: int
    practices: int
    units: int
    self_checks: int
    post_risks: int
    relapsed: int
