"""A teaching case, read from its file and never changed: facts first, the outcome withheld until one has decided."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.case_kind import CaseKind as CaseKind
from app.domain.case_summary import CaseSummary as CaseSummary
from app.domain.prose import Inline, Prose
from app.domain.section import Section as Section


class Basis(StrEnum):
    """What a clause line is: only the first two support a finding."""

    AT_CONDUCT = "行为时"
    AT_OUTCOME = "处理时"
    COMPARISON = "现行对照"


@dataclass(frozen=True, slots=True)
class Person:
    ref: str
    post: str
    status: tuple[str, ...]
    party_post: str = ""
    responsibility: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """``date`` is ISO, a day ("2025-04-14") or a month ("2026-02")."""

    number: int
    date: str
    text: Inline
    line: int


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Gate:
    """Stop and decide: everything after it stays hidden until answered or passed by."""

    role: str
    moment: int
    stem: str
    options: tuple[Option, ...]
    answer: str
    comment: Inline
    line: int


@dataclass(frozen=True, slots=True)
class Sanction:
    """Who was sanctioned, by which organ, with what (slug of the vocabulary and the words shown)."""

    who: str
    organ: str
    slug: str
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Clause:
    facts: tuple[int, ...]
    references: tuple[str, ...]
    basis: Basis
    reason: Inline
    line: int


@dataclass(frozen=True, slots=True)
class Cause:
    group: str
    slug: str
    facts: tuple[int, ...]
    text: Inline
    line: int


@dataclass(frozen=True, slots=True)
class Gap:
    number: int
    step: str
    control: str
    missing: str
    finder: str
    line: int


@dataclass(frozen=True, slots=True)
class Measure:
    kind: str
    gaps: tuple[int, ...]
    what: str
    owner: str
    deadline: str
    proof: str
    look_back: str
    line: int


@dataclass(frozen=True, slots=True)
class PostRisk:
    post: str
    text: str


@dataclass(frozen=True, slots=True)
class Lesson:
    text: str
    fact: int


@dataclass(frozen=True, slots=True)
class SelfCheck:
    dimension: str
    number: int
    gap: int
    statement: str
    line: int


@dataclass(frozen=True, slots=True)
class SpeakerNote:
    """Hints for one projected page: (停|问|误, text) in order."""

    page: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    label: str
    text: Inline


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    slug: str
    number: int
    kind: CaseKind
    title: str
    subtitle: str
    cover: str
    composite: bool
    domain: str
    root_causes: tuple[str, ...]
    problems: tuple[str, ...]
    discipline: str
    form: str
    posts: tuple[str, ...]
    period: str
    outcome_date: str
    people: tuple[Person, ...]
    difficulty: int
    minutes: int
    quiz: str
    version: int
    checked: str
    facts: tuple[Fact, ...] = ()
    gate: Gate | None = None
    sanctions: tuple[Sanction, ...] = ()
    outcome_note: Inline = ()
    clauses: tuple[Clause, ...] = ()
    opinions: tuple[Inline, ...] = ()
    assessment: Prose = ()
    causes: tuple[Cause, ...] = ()
    gaps: tuple[Gap, ...] = ()
    brake: Prose = ()
    measures: tuple[Measure, ...] = ()
    post_risks: tuple[PostRisk, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    discussion: tuple[str, ...] = ()
    self_checks: tuple[SelfCheck, ...] = ()
    notes: tuple[SpeakerNote, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    review: tuple[str, ...] = ()
    """What a discipline inspector has yet to settle; for docs/content-review.md, never shown to a reader."""
    own: bool = False
    """Written by the unit itself; ``lacking`` names what is not written yet: while there is any, it is a draft."""
    lacking: tuple[str, ...] = ()
