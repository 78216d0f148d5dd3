"""The short form of a case."""

from dataclasses import dataclass

from app.domain.case_kind import CaseKind


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What lists and covers need of a case. ``own``: written by the unit itself; ``draft``: not finished yet."""

    id: str
    slug: str
    number: int
    kind: CaseKind
    title: str
    subtitle: str
    cover: str
    domain: str
    root_causes: tuple[str, ...]
    problems: tuple[str, ...]
    discipline: str
    form: str
    posts: tuple[str, ...]
    difficulty: int
    minutes: int
    version: int
    checked: str
    questions: int
    own: bool = False
    draft: bool = False
