"""What a unit reports each month: three texts for every open issue, and three for the unit as a whole."""

from dataclasses import dataclass, replace
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

    def texts(self) -> tuple[str, str, str]:
        return self.work, self.problems, self.plan


@dataclass(frozen=True, slots=True)
class ReportedIssue:
    """``number`` and ``title`` are those of the issue when the report was handed in: it may be renamed later."""

    issue: str
    text: ReportText
    number: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Overruled:
    """A warning that somebody let pass, and why. ``place`` is "<issue id>/<field>", "/<field>" for the unit."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """``month`` is "2026-09". ``version`` counts submissions: a correction is a new one, the old stay; a draft has that
    of the report it corrects, 0 where it is the first. A report of nothing new has ``zero_reason`` and no texts.

    ``submitted_on`` is an ISO day, "" while it is a draft; ``first_on`` that of version 1, by which lateness is told:
    whoever was asked for a correction was not late for that. ``filled_on`` is the day written on a form, "" where
    nobody wrote one. ``reason`` says why it was corrected; ``checked_by`` who of the 整改办 looked at it."""

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
    first_on: str = ""
    filled_on: str = ""
    reason: str = ""
    checked_by: str = ""

    @property
    def blank(self) -> bool:
        return not self.zero_reason and self.overall.blank and all(item.text.blank for item in self.items)

    def text_of(self, issue: str) -> ReportText:
        """Blank for an issue that it says nothing of."""
        return next((item.text for item in self.items if item.issue == issue), ReportText())

    def with_text(self, issue: str, text: ReportText) -> "MonthlyReport":
        """The three texts of an issue replaced; of the unit as a whole where ``issue`` is ""."""
        if not issue:
            return replace(self, overall=text)
        return replace(
            self, items=tuple(replace(item, text=text) if item.issue == issue else item for item in self.items)
        )

    def without(self, issue: str) -> "MonthlyReport":
        """Nothing of that issue is in it; what it says of the others and of the unit stays."""
        items = tuple(item for item in self.items if item.issue != issue)
        overruled = tuple(one for one in self.overruled if not one.place.startswith(f"{issue}/"))
        return replace(self, items=items, overruled=overruled)

    def same_words(self, other: "MonthlyReport") -> bool:
        """Whether both say the same: texts, reason, names; not when, in which version or with what spaces around."""
        return _words(self) == _words(other)


def month_words(month: str) -> str:
    """2026 年 9 月."""
    return f"{month[:4]} 年 {int(month[5:7])} 月"


def _words(report: MonthlyReport) -> tuple[object, ...]:
    said = tuple(sorted((item.issue, _bare(*item.text.texts())) for item in report.items if not item.text.blank))
    return said, _bare(*report.overall.texts()), _bare(report.zero_reason, report.filled_by, report.reviewed_by)


def _bare(*texts: str) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts)
