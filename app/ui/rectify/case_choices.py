"""The cases of 学 to choose one from."""

from collections.abc import Sequence

from app.domain.case_kind import CaseKind
from app.domain.case_summary import CaseSummary
from app.domain.labels import domain_label
from app.services.library_service import LibraryService

GONE = "现在不在案例库里的案例"


def cases_of(library: LibraryService | None) -> list[CaseSummary]:
    """None where the library is not there yet: it is made anew after an update, and the ledger does not wait for it."""
    return library.cases() if library is not None and library.ready else []


def case_choices(cases: Sequence[CaseSummary], none: str, chosen: str = "") -> list[tuple[str, str]]:
    """(id, words), first that none is meant; ``chosen`` is offered also where it is no longer there."""
    listed = [
        (one.id, f"{domain_label(one.domain)} · {one.title}" if one.domain else one.title)
        for one in cases
        if one.kind is CaseKind.CASE
    ]
    gone = [(chosen, GONE)] if chosen and chosen not in [key for key, _ in listed] else []
    return [("", none), *gone, *listed]
