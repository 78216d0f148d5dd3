"""One entry of an issue is wiped and the others stay: what is left of the issue, and of every event that spoke of it.

An event of an issue may hold several entries at once: lists are written whole, an issue may come with its measures. So
an event is not simply emptied. What it said of everything else is told again by the event of the wiping (`remains`),
and the stored issue is made by the very same rule: replaying what is left therefore gives what is stored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.codec import to_plain
from app.domain.errors import UserError
from app.domain.ledger.approval import Approval
from app.domain.ledger.difference import difference
from app.domain.ledger.issue import Issue
from app.domain.ledger.measure import MeasureState
from app.domain.ledger.replay import replayed
from app.domain.ledger.stub import ERASED, StubKind

LISTS = {StubKind.ACT: "acts", StubKind.OPINION: "opinions", StubKind.LOOK_BACK: "look_backs"}
"""Entries that go wholly; of a measure its number, kind and days stay, of a signature all but what it said."""
TRAILS = ("approvals", "rounds")
_BLANK = {"what": ERASED, "owner": "", "proof": ""}
_OWN = (*_BLANK, "result", "evidence", "support", "void_reason")
"""Fields of a measure that a person writes. A value of None is a field at its default."""
_TEXTS = frozenset("what owner proof result to answer void_reason by text done public opinion".split())
NOT_THERE = "找不到这一条，可能已被清除。请重新打开这个问题。"
DONE_ALREADY = "这一条已经清除。"
Said = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EntryClearing:
    """``place``: of a measure its number, of the others the place among their kind from 0, void ones counted too; of a
    signature that among all of the issue, those of earlier rounds first, and ``signed`` is what was registered."""

    kind: StubKind
    place: int
    signed: Approval | None = None

    @classmethod
    def of(cls, issue: Issue, kind: StubKind, place: int) -> "EntryClearing":
        """Raises UserError where the issue has no such entry, or has it no more."""
        if kind is StubKind.MEASURE:
            measure = next((one for one in issue.measures if one.number == place), None)
            if measure is None:
                raise UserError(NOT_THERE)
            if measure.erased:
                raise UserError(DONE_ALREADY)
            return cls(kind, place)
        entries = signatures(issue) if kind is StubKind.SIGNATURE else getattr(issue, LISTS[kind])
        if not 0 <= place < len(entries):
            raise UserError(NOT_THERE)
        signed = entries[place] if kind is StubKind.SIGNATURE else None
        if signed is not None and signed.opinion == ERASED:
            raise UserError(DONE_ALREADY)
        return cls(kind, place, signed)

    def bare(self, issue: Issue) -> Issue:
        """The issue as if the entry had never said anything."""
        left = self.remains({"change": difference(None, issue)})
        return replace(replayed(issue.id, [left["change"]]), version=issue.version)

    def after(self, issue: Issue, reason: str) -> Issue:
        """The issue once it is wiped: a measure is void from then on, for that reason."""
        bare = self.bare(issue)
        if self.kind is not StubKind.MEASURE:
            return replace(bare, version=issue.version + 1)
        gone = replace(bare.measure(self.place), state=MeasureState.VOID, void_reason=reason.strip(), erased=True)
        return bare.with_measure(gone)

    def remains(self, said: Said) -> Said:
        """What the payload of an event says without the entry; ``said`` itself where it says nothing of it."""
        change: Mapping[str, list[Any]] = said.get("change", {})
        pairs = {path: [self._left(path, value) for value in pair] for path, pair in change.items()}
        about = self._is_about(change)
        if pairs == change and not about:
            return said
        left = {**said, "change": {path: pair for path, pair in pairs.items() if pair[0] != pair[1]}}
        if about:
            left.pop("reason", None)  # why that very entry was changed
        if about and self.kind in LISTS and "subject" in said:
            left["subject"] = ERASED
        return left

    def texts(self, said: Said) -> Iterator[str]:
        """What the entry says in the payload of an event, in people's words."""
        change: Mapping[str, list[Any]] = said.get("change", {})
        for path, pair in change.items():
            for value in pair:
                yield from _texts(self._own(path, value))
        if self._is_about(change):
            yield str(said.get("reason", ""))

    def _left(self, path: str, value: Any) -> Any:
        """What stays of the value at a path of a change."""
        if value is None:
            return None
        if self.kind is StubKind.MEASURE:
            field = self._field(path)
            return _BLANK.get(field) if field in _OWN else value
        if path not in self._paths:
            return value
        if self.kind in LISTS:
            return [*value[: self.place], *value[self.place + 1 :]] or None
        if path == "approvals":
            return [self._unsaid(one) for one in value]
        return [[self._unsaid(one) for one in done] for done in value]

    def _own(self, path: str, value: Any) -> Any:
        """What goes of the value at a path of a change; None where nothing does."""
        if value is None or value == self._left(path, value):
            return None
        if self.kind is StubKind.MEASURE:
            return {self._field(path): value}
        return value[self.place] if self.kind in LISTS else to_plain(self.signed)

    def _is_about(self, change: Mapping[str, list[Any]]) -> bool:
        """Whether it is the entry that was changed, and not only told again among others."""
        if self.kind is StubKind.MEASURE:
            return any(self._field(path) for path in change)
        if self.kind not in LISTS or LISTS[self.kind] not in change:
            return False
        old, new = ([*(value or ())][self.place : self.place + 1] for value in change[LISTS[self.kind]])
        return old != new

    def _field(self, path: str) -> str:
        """Of this measure; "" for a path that leads elsewhere."""
        return path.removeprefix(start) if path.startswith(start := f"measures/{self.place}/") else ""

    def _unsaid(self, signed: Said) -> Said:
        """A scan may have come later."""
        same = {**signed, "scan": ""} == {**to_plain(self.signed), "scan": ""}
        return {**signed, "opinion": ERASED} if same else signed

    @property
    def _paths(self) -> tuple[str, ...]:
        return (LISTS[self.kind],) if self.kind in LISTS else TRAILS


def signatures(issue: Issue) -> tuple[Approval, ...]:
    """All that were ever registered: those of earlier rounds, then those of the present one."""
    return (*(one for done in issue.rounds for one in done), *issue.approvals)


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, entry in value.items():
            yield from _texts(entry, name)
    elif isinstance(value, str) and key in _TEXTS:
        yield value
