"""What a reader ought to look at twice in a monthly report: copied text, and text that says nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.ledger.likeness import COPIED, likeness, says_nothing
from app.domain.ledger.monthly_report import MonthlyReport, ReportText

FIELDS = {"work": "整改工作情况", "problems": "存在问题", "plan": "下一步工作计划"}
NONE_WORDS = ("无", "暂无", "没有", "无问题", "无存在问题")
LEAST_COMPARED = 10
"""Shorter texts are alike by chance: "按计划推进" is no copy."""


@dataclass(frozen=True, slots=True)
class Flag:
    """``place`` is "<issue id>/<field>", "/<field>" for the unit as a whole: what `Overruled.place` names."""

    place: str
    words: str


def flags(report: MonthlyReport, last: MonthlyReport | None) -> tuple[Flag, ...]:
    """Those that nobody has overruled, in the order of the form. A report of nothing new has none."""
    if report.zero_reason:
        return ()
    overruled = {one.place for one in report.overruled}
    before = last or MonthlyReport(report.campaign, report.unit, report.month)
    found = [flag for item in report.items for flag in _of(item.issue, item.text, before.text_of(item.issue))]
    found.extend(_of("", report.overall, before.overall))
    return tuple(flag for flag in found if flag.place not in overruled)


def wanting(report: MonthlyReport) -> tuple[Flag, ...]:
    """What keeps it from being submitted: an issue that nothing is said of."""
    if report.zero_reason:
        return ()
    empty = [
        Flag(f"{item.issue}/{field}", f"“{name}”还没有填。没有的写“无”。")
        for item in report.items
        for field, name in FIELDS.items()
        if not getattr(item.text, field).strip()
    ]
    if not report.items and report.overall.blank:
        empty.append(Flag("/work", "月报还是空的。本月没有新情况，请选“本月无新增”并写明原因。"))
    return tuple(empty)


def _of(issue: str, text: ReportText, last: ReportText) -> Iterator[Flag]:
    for field, name in FIELDS.items():
        written = getattr(text, field).strip()
        if not written or (field == "problems" and written.strip("。") in NONE_WORDS):
            continue
        before = getattr(last, field).strip()
        if before and len(written) >= LEAST_COMPARED and likeness(before, written) > COPIED:
            yield Flag(f"{issue}/{field}", f"“{name}”与上月几乎相同。请写本月做了什么；确实没有变化，写明原因。")
        elif says_nothing(written):
            yield Flag(f"{issue}/{field}", f"“{name}”里没有可以核对的事。请写做了什么、何时、多少。")
