"""Which cases are wanted: the choices of the filters, what passes, how many each choice would show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.domain import labels
from app.domain.case import CaseSummary
from app.domain.progress import CaseProgress, ReadingState

SHORT_MINUTES = 12
KINDS = {
    "kind": "类型",
    "domain": "领域",
    "discipline": "违反纪律",
    "root": "根源",
    "state": "学习状态",
    "post": "岗位",
}
OWN = "own"
CASE_KINDS = labels.CASE_KINDS | {OWN: labels.OWN_EXEMPLAR}
SORTS = {
    "suggested": "按推荐",
    "number": "按编号",
    "minutes": "用时从短到长",
    "difficulty": "由易到难",
    "recent": "最近学习",
}


@dataclass(frozen=True)
class CaseFilter:
    """Within a kind any choice will do; all kinds must agree. ``quick`` holds "short", "marked"."""

    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    quick: frozenset[str] = frozenset()

    @classmethod
    def preset(cls, given: object) -> "CaseFilter":
        """From the argument of the page: {kind: value or values}."""
        if not isinstance(given, dict):
            return cls()
        chosen = {
            kind: frozenset([values] if isinstance(values, str) else values)
            for kind, values in given.items()
            if kind in KINDS
        }
        quick = given.get("quick", ())
        return cls(chosen, frozenset([quick] if isinstance(quick, str) else quick))

    @property
    def empty(self) -> bool:
        return not self.quick and not any(self.chosen.values())

    @property
    def count(self) -> int:
        """How many choices are active."""
        return len(self.quick) + sum(len(values) for values in self.chosen.values())

    def toggled(self, kind: str, value: str) -> "CaseFilter":
        now = self.chosen.get(kind, frozenset())
        return replace(self, chosen={**self.chosen, kind: now ^ {value}})

    def toggled_quick(self, name: str) -> "CaseFilter":
        return replace(self, quick=self.quick ^ {name})

    def without(self, kind: str) -> "CaseFilter":
        return replace(self, chosen={name: values for name, values in self.chosen.items() if name != kind})


@dataclass(frozen=True)
class Shelf:
    """All cases with what the person has done with them."""

    cases: tuple[CaseSummary, ...]
    progress: Mapping[str, CaseProgress]
    bookmarked: frozenset[str] = frozenset()

    def state(self, case: CaseSummary) -> ReadingState:
        return self.of(case).state

    def of(self, case: CaseSummary) -> CaseProgress:
        return self.progress.get(case.id) or CaseProgress(case.id)

    def values(self, kind: str, case: CaseSummary) -> tuple[str, ...]:
        """What a case has of a kind of filter."""
        match kind:
            case "kind":
                return (OWN if case.own else case.kind.value,)
            case "domain":
                return (case.domain,) if case.domain else ()
            case "discipline":
                return (case.discipline,) if case.discipline else ()
            case "root":
                return case.root_causes
            case "post":
                return case.posts
            case _:
                return (self.state(case).value,)

    def passing(self, wanted: CaseFilter) -> list[CaseSummary]:
        return [case for case in self.cases if self._missed(wanted, case) == 0]

    def nearest(self, wanted: CaseFilter, count: int = 3) -> list[CaseSummary]:
        """Those that miss the fewest conditions."""
        return sorted(self.cases, key=lambda case: (self._missed(wanted, case), case.number))[:count]

    def counts(self, wanted: CaseFilter, kind: str) -> dict[str, int]:
        """How many cases each choice of a kind would show beside the other kinds' choices."""
        found: dict[str, int] = dict.fromkeys(self.choices(kind), 0)
        for case in self.passing(wanted.without(kind)):
            for value in self.values(kind, case):
                found[value] = found.get(value, 0) + 1
        return found

    def choices(self, kind: str) -> list[str]:
        """The choices that occur, in the vocabulary's order."""
        present = {value for case in self.cases for value in self.values(kind, case)}
        known = [value for value in _order(kind) if value in present or kind == "state"]
        return known + sorted(present.difference(known))

    def sorted(self, cases: Iterable[CaseSummary], order: str) -> list[CaseSummary]:
        ranks = {ReadingState.READING: 0, ReadingState.NEW: 1, ReadingState.LEARNED: 2}
        match order:
            case "minutes":
                return sorted(cases, key=lambda case: (case.minutes, case.number))
            case "difficulty":
                return sorted(cases, key=lambda case: (case.difficulty, case.number))
            case "recent":
                return sorted(cases, key=lambda case: self.of(case).opened_at, reverse=True)
            case "suggested":
                return sorted(cases, key=lambda case: (ranks[self.state(case)], case.number))
            case _:
                return sorted(cases, key=lambda case: case.number)

    def _missed(self, wanted: CaseFilter, case: CaseSummary) -> int:
        missed = sum(
            bool(values) and not values.intersection(self.values(kind, case)) for kind, values in wanted.chosen.items()
        )
        missed += "short" in wanted.quick and case.minutes > SHORT_MINUTES
        missed += "marked" in wanted.quick and case.id not in self.bookmarked
        return missed


def word_of(kind: str, value: str) -> str:
    """A choice as it is shown."""
    tables = {"kind": CASE_KINDS, "discipline": labels.DISCIPLINES, "root": labels.ROOT_CAUSES}
    if kind == "domain":
        return labels.domain_label(value)
    return tables.get(kind, {}).get(value, value)


def _order(kind: str) -> list[str]:
    orders: dict[str, Iterable[str]] = {
        "kind": CASE_KINDS,
        "domain": labels.DOMAINS,
        "discipline": labels.DISCIPLINES,
        "root": labels.ROOT_CAUSES,
        "state": [state.value for state in ReadingState],
        "post": labels.POSTS,
    }
    return list(orders[kind])
