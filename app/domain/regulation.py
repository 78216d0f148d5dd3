"""A law or party rule in one version, with the articles that the library quotes."""

from dataclasses import dataclass

from app.domain.labels import OWN_RULES
from app.domain.prose import Prose


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One 款: its text and its 项 in order."""

    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """``number`` is "124" or "253之一", ``label`` as the law writes it, ``name`` our own short name for it.

    ``former`` says where it stood in an older version (原第一百一十四条（2018版）), or is empty.
    """

    number: str
    label: str
    name: str
    paragraphs: tuple[Paragraph, ...]
    note: Prose
    line: int
    former: str = ""

    @property
    def text(self) -> str:
        return "\n".join("\n".join((part.text, *part.items)) for part in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Regulation:
    """Dates are ISO ("2024-01-01", or only a year); ``repealed``, ``amended`` and ``checked`` are empty where there is
    none, and so is ``revising``: since when a rule of the unit's own waits for its revision. ``missing`` says which
    part of the official text we do not have, ``core`` lists the articles that everybody should know."""

    slug: str
    title: str
    short: str
    version: str
    family: str
    kind: str
    issuer: str
    number: str
    adopted: str
    issued: str
    effective: str
    repealed: str
    source: str
    checked: str
    articles: tuple[Article, ...] = ()
    amended: str = ""
    missing: str = ""
    core: tuple[str, ...] = ()
    revising: str = ""

    @property
    def id(self) -> str:
        """``简称@版本``: what authors write before the slash."""
        return f"{self.short}@{self.version}"

    @property
    def own(self) -> bool:
        """A rule of the unit's own: neither law nor party rule, and nothing to be checked against a public text."""
        return self.kind == OWN_RULES

    def in_force_on(self, date: str) -> bool:
        """Whether the rule was in force on an ISO date; of a month ("2026-02"), on some day of it."""
        first, last = (date, date) if len(date) > 7 else (f"{date}-01", f"{date}-31")
        return self.effective <= last and (not self.repealed or first < self.repealed)


@dataclass(frozen=True, slots=True)
class RegulationSummary:
    """What the tree needs: ``articles`` holds (number, label, our short name) in the law's order."""

    slug: str
    title: str
    short: str
    version: str
    family: str
    kind: str
    issuer: str
    number: str
    effective: str
    repealed: str
    checked: str
    articles: tuple[tuple[str, str, str], ...]
    missing: str = ""
    revising: str = ""

    @property
    def id(self) -> str:
        return f"{self.short}@{self.version}"

    @property
    def own(self) -> bool:
        return self.kind == OWN_RULES
