"""对照自查: a department answers statements of risk about its processes; what it finds becomes draft issues."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.case import Case
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.general_template import STATEMENTS

NOT_HERE = "涉及本人或他人违纪违法的，不在此填写，请直接向党组织或派驻纪检监察组报告。"


CAUSE_GROUPS = {Dimension.OVERSIGHT: "监督", Dimension.AWARENESS: "个人", Dimension.SYSTEM: "制度"}
"""The group of a case's causes that lies in each direction."""


class Finding(StrEnum):
    PRESENT = "存在"
    NOT_FOUND = "未发现"
    UNCLEAR = "需核实"


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A statement to answer. ``id`` is "case/<number>" of a case's statements, or the general template's. ``cause`` is
    the root cause of the case that lies in the same direction, "" where there is none or more than one. ``fact`` is the
    fact that it shows in, 0 as long as the case does not say which: a person may name it on the issue. ``gap`` is the
    number of the case's control gap, or 0."""

    id: str
    dimension: Dimension
    statement: str
    area: str = ""
    fact: int = 0
    cause: str = ""
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """``note`` says where and how many; ``issue`` is the draft that 存在 has made, or ""."""

    item: str
    finding: Finding
    note: str = ""
    issue: str = ""


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """``case`` is the case it goes by, "" for the general template. ``items`` are kept as they were asked: a later
    version of the case changes nothing in a check that was begun. ``taken_back`` keeps the last answer to an item that
    has none now, where it had made a draft: answered anew, it is the same draft again. ``to_verify``
    are the items that were 需核实 when it was finished: what was found out about them is answered later."""

    id: str
    campaign: str
    unit: str
    case: str
    title: str
    items: tuple[CheckItem, ...]
    answers: tuple[Answer, ...] = ()
    finished_on: str = ""
    taken_back: tuple[Answer, ...] = ()
    to_verify: tuple[str, ...] = ()

    def answer(self, item_id: str) -> Answer | None:
        return next((answer for answer in self.answers if answer.item == item_id), None)

    def former(self, item_id: str) -> Answer | None:
        """The answer to it; where it was taken back, what that was."""
        return self.answer(item_id) or next((one for one in self.taken_back if one.item == item_id), None)

    def with_answer(self, answer: Answer) -> "SelfCheck":
        others = tuple(one for one in self.answers if one.item != answer.item)
        gone = tuple(one for one in self.taken_back if one.item != answer.item)
        return replace(self, answers=(*others, answer), taken_back=gone)

    def without(self, item_id: str) -> "SelfCheck":
        """The answer is taken back."""
        gone, others = self.answer(item_id), tuple(one for one in self.answers if one.item != item_id)
        kept = (gone,) if gone is not None and gone.issue else ()
        return replace(self, answers=others, taken_back=(*self.taken_back, *kept))

    @property
    def answered(self) -> int:
        return len(self.answers)

    @property
    def unclear(self) -> tuple[str, ...]:
        """The items that somebody has yet to find out about, in their order."""
        ids = {one.item for one in self.answers if one.finding is Finding.UNCLEAR}
        return tuple(item.id for item in self.items if item.id in ids)

    def open_to_answer(self, item_id: str) -> bool:
        """Until it is finished everything; then only what was left to be verified."""
        return not self.finished_on or item_id in self.to_verify or item_id in self.unclear


def items_of(case: Case) -> tuple[CheckItem, ...]:
    """The statements of a case in its order; the problem area is the case's first. Nothing is tied to a fact by guess:
    it would stand on official forms."""
    area = case.problems[0] if case.problems else ""
    items = []
    for one in case.self_checks:
        dimension = Dimension(one.dimension)
        causes = {found.slug for found in case.causes if found.group == CAUSE_GROUPS[dimension]}
        cause = causes.pop() if len(causes) == 1 else ""
        items.append(CheckItem(f"case/{one.number}", dimension, one.statement, area, 0, cause, one.gap))
    return tuple(items)


def general_items() -> tuple[CheckItem, ...]:
    return tuple(CheckItem(one.id, one.dimension, one.text, one.area) for one in STATEMENTS)
