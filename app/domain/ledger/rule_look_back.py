"""回头看 of a rule: five points, each by fact, and what is to become of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.ledger.likeness import says_nothing

POINTS = (
    ("sound", "科学性"),
    ("precise", "精准度"),
    ("timely", "时效性"),
    ("carried_out", "落实"),
    ("enforced", "执行"),
)


class Verdict(StrEnum):
    KEEP = "保留"
    REVISE = "修订"
    REPEAL = "废止"


@dataclass(frozen=True, slots=True)
class RuleLookBack:
    """``rule`` is the id of an issued rule, ``rule_name`` its name; a rule from elsewhere has a name only. A void
    one stays, with why, and counts nowhere."""

    id: str
    campaign: str
    rule: str
    rule_name: str
    on: date
    by: str
    sound: str
    precise: str
    timely: str
    carried_out: str
    enforced: str
    verdict: Verdict
    reason: str
    void_reason: str = ""

    def points(self) -> Iterator[tuple[str, str]]:
        """(name, text) in order."""
        for field, name in POINTS:
            yield name, getattr(self, field)


def last_looks(looks: Iterable[RuleLookBack]) -> dict[str, RuleLookBack]:
    """By the id of the rule (of one from elsewhere its name): what was found last, by date; of one day what was written
    down last; void ones are passed over. ``looks`` are in the order in which they were written."""
    last: dict[str, RuleLookBack] = {}
    for look in (one for one in looks if not one.void_reason):
        key = look.rule or look.rule_name
        if key not in last or look.on >= last[key].on:
            last[key] = look
    return last


def why_not_looked_at(look: RuleLookBack, today: date) -> str:
    """The sentence that refuses it, or ""."""
    if not look.rule_name.strip():
        return "请写是哪一项制度。"
    for name, text in look.points():
        if not text.strip():
            return f"请写“{name}”：查了什么、问了谁、多少。"
        if says_nothing(text):
            return f"“{name}”里没有可以核对的事。请写查了什么、问了谁、多少，不写形容词。"
    if not look.by.strip():
        return "请写是谁回头看的。"
    if look.on > today:
        return f"回头看的日期 {look.on:%Y-%m-%d} 还没有到。请核对日期。"
    if not look.reason.strip() or (look.verdict is not Verdict.KEEP and says_nothing(look.reason)):
        return f"请写为什么{look.verdict}：哪一条、出了什么事。"
    return ""
