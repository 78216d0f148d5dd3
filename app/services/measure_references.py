"""参考措施: what cases say could be done about a weak spot like this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import UserError
from app.domain.labels import PROBLEM_AREAS

if TYPE_CHECKING:
    from app.domain.case import Case
    from app.domain.case import Measure as CaseMeasure
    from app.domain.ledger.issue import Issue
    from app.services.library_service import LibraryService


@dataclass(frozen=True, slots=True)
class OfferedMeasure:
    """``case`` is the title of the case that it stands in."""

    case: str
    measure: CaseMeasure


class MeasureReferences:
    """Read when they are asked for: an issue is opened far oftener."""

    def __init__(self, library: LibraryService) -> None:
        self._library = library

    def offered(self, issue: Issue) -> tuple[str, list[OfferedMeasure]]:
        """Why these, and the measures: those of the issue's own case first, then of all cases with the same problem
        area; where there are none, those against gaps of the same dimension. The words are "" where there are none."""
        own = self._case(issue.origin.case) if issue.origin.case else None
        cases = [own] if own else []
        others = [one for one in self._library.cases() if one.id != issue.origin.case]
        cases += [case for one in others if issue.text.area in one.problems and (case := self._case(one.id))]
        found = [OfferedMeasure(case.title, one) for case in cases for one in case.measures]
        if found:
            which = f"“{PROBLEM_AREAS.get(issue.text.area, '同类问题')}”"
            return (f"本案例和{which}的案例" if own else f"{which}的案例"), found
        dimension = issue.text.dimension.value
        every = [case for one in self._library.cases() if (case := self._case(one.id))]
        found = [OfferedMeasure(case.title, one) for case in every for one in _against(case, dimension)]
        return (f"各案例针对“{dimension}”的措施" if found else ""), found

    def _case(self, case_id: str) -> Case | None:
        try:
            return self._library.case(case_id)
        except UserError:
            return None


def _against(case: Case, dimension: str) -> list[CaseMeasure]:
    """Those of its measures that close a gap which a self-check statement of that dimension asks about."""
    gaps = {check.gap for check in case.self_checks if check.dimension == dimension}
    return [one for one in case.measures if gaps.intersection(one.gaps)]
