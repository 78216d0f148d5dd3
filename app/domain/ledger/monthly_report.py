"""What a unit reports each month: three texts for every open issue, and three for the unit as a whole."""

from dataclasses import dataclass
from enum import StrEnum


class ReportState(StrEnum):
    """As the grid of units and months shows it."""

    MISSING = "未报"
    SUBMITTED = "已报"
    RETURNED = "退回"
    LATE = "迟报"
    ZERO = "零报告"


@dataclass(frozen=True, slots=True)
class ReportText:
    """整改工作情况 / 存在问题 / 下一步工作计划."""

    work: str = ""
    problems: str = ""
    plan: str = ""

    @property
    def blank(self) -> bool:
        return not (self.work.strip() or self.problems.strip() or self.plan.strip())


@dataclass(frozen=True, slots=True)
class ReportedIssue:
    issue: str
    text: ReportText


@dataclass(frozen=True, slots=True)
class Overruled:
    """A warning that somebody let pass, and why. ``place`` is "<issue id>/<field>", "/<field>" for the unit."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """``month`` is "2026-09". ``version`` counts submissions: a correction is a new one, the old stay. A report of
    nothing new has ``zero_reason`` and no texts. ``submitted_on`` is an ISO day, "" while it is a draft."""

    campaign: str
    unit: str
    month: str
    items: tuple[ReportedIssue, ...] = ()
    overall: ReportText = ReportText()
    zero_reason: str = ""
    overruled: tuple[Overruled, ...] = ()
    submitted_on: str = ""
    filled_by: str = ""
    reviewed_by: str = ""
    returned_reason: str = ""
    version: int = 0

    def text_of(self, issue: str) -> ReportText:
        """Blank for an issue that it says nothing of."""
        return next((item.text for item in self.items if item.issue == issue), ReportText())
