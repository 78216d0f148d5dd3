"""岗位廉政风险: a post, what it may decide, where that can go wrong, and what is done against it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class RiskLevel(StrEnum):
    HIGH = "高"
    MIDDLE = "中"
    LOW = "低"


@dataclass(frozen=True, slots=True)
class PostRisk:
    """A line of 《岗位廉政风险点及防控措施表》. ``unit`` is the id of the department, ``post`` is never a person;
    ``owner`` answers for the control. ``issue`` is the issue that was made of it, or "". ``version`` counts changes;
    one that is void keeps its reason."""

    id: str
    unit: str
    post: str
    power: str
    risk: str
    level: RiskLevel
    control: str
    owner: str
    issue: str = ""
    void_reason: str = ""
    version: int = 1


def by_unit(risks: Iterable[PostRisk], units: Iterable[str]) -> list[tuple[str, list[PostRisk]]]:
    """(id of a unit, its risks in the order given), in the order of ``units``; units that are not among them come last,
    those without a risk not at all."""
    groups: dict[str, list[PostRisk]] = {unit: [] for unit in units}
    for risk in risks:
        groups.setdefault(risk.unit, []).append(risk)
    return [(unit, found) for unit, found in groups.items() if found]
