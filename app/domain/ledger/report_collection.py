"""What a folder of returned forms holds, shown before anything is taken."""

from dataclasses import dataclass

from app.domain.ledger.monthly_report import MonthlyReport
from app.domain.ledger.report_check import Flag


@dataclass(frozen=True, slots=True)
class RefusedForm:
    """``file`` is its name in the folder, ``where`` the place in it ("" for the whole file), ``advice`` what to do."""

    file: str
    where: str
    why: str
    advice: str

    @property
    def words(self) -> str:
        return f"{self.where + '：' if self.where else ''}{self.why}。{self.advice}。"


@dataclass(frozen=True, slots=True)
class FormNote:
    """What was read all the same, or left out, and what to do about it."""

    where: str
    why: str
    advice: str


@dataclass(frozen=True, slots=True)
class TextDifference:
    """``place`` as that of a `Flag`; ``words`` name it; then both texts."""

    place: str
    words: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class ReturnedForm:
    """A form that can be taken. ``flags`` are texts to look at twice, ``notes`` what the file made us do.

    ``replaces`` is the version in the ledger that it would correct, 0 where there is none; then ``differences`` say
    what it changes, and ``asked`` whether that version had been sent back."""

    file: str
    unit: str
    unit_name: str
    report: MonthlyReport
    flags: tuple[Flag, ...] = ()
    notes: tuple[FormNote, ...] = ()
    replaces: int = 0
    asked: bool = False
    differences: tuple[TextDifference, ...] = ()

    @property
    def by_default(self) -> bool:
        """Taken unless the person says otherwise: the first of its unit, or one that was asked for again."""
        return not self.replaces or self.asked


@dataclass(frozen=True, slots=True)
class FormConflict:
    """Several different forms of one unit: a person chooses one. ``differences`` are between the first two."""

    unit: str
    unit_name: str
    forms: tuple[ReturnedForm, ...]
    differences: tuple[TextDifference, ...]


@dataclass(frozen=True, slots=True)
class CollectionPreview:
    """``matched`` in the order of the units; ``known`` are files that say what the ledger holds already (nothing to
    do); ``waited_for`` ids of the units of which neither the folder nor the ledger has a report."""

    campaign: str
    month: str
    folder: str
    matched: tuple[ReturnedForm, ...] = ()
    conflicts: tuple[FormConflict, ...] = ()
    refused: tuple[RefusedForm, ...] = ()
    known: tuple[str, ...] = ()
    waited_for: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[ReturnedForm, ...]:
        """All that may be chosen."""
        return (*self.matched, *(form for conflict in self.conflicts for form in conflict.forms))
