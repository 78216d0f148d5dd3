"""What a reader ought to look at twice in a monthly report: copied text, and text that says nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.ledger.likeness import copied, says_nothing
from app.domain.ledger.monthly_report import MonthlyReport, ReportText

FIELDS = {"work": "整改工作情况", "problems": "存在问题", "plan": "下一步工作计划"}
_HOW = {
    "work": "请写本月做了什么，没有进展的写原因",
    "problems": "没有的写“无”",
    "plan": "请写下一步做什么、何时做完",
}
ZERO = "本月无新增"
NONE_WORDS = ("无", "暂无", "没有", "无问题", "无存在问题")
LEAST_COMPARED = 10
"""Shorter texts are alike by chance: "按计划推进" is no copy."""
MOST_TEXT, MOST_REASON, MOST_NAME = 2000, 200, 40
LEAST_REASON = 4


@dataclass(frozen=True, slots=True)
class Flag:
    """``place`` is "<issue id>/<field>", "/<field>" for the unit as a whole: what `Overruled.place` names. Of
    `wanting` also "/zero_reason" and "/reviewed_by"."""

    place: str
    words: str


def flags(
    report: MonthlyReport, last: MonthlyReport | None, following: MonthlyReport | None = None
) -> tuple[Flag, ...]:
    """Those that nobody has overruled, in the order of the form. A report of nothing new has none. ``last`` is the
    report before it that has texts, ``following`` the one after it, where this one comes late or is corrected."""
    if report.zero_reason:
        return ()
    overruled = {one.place for one in report.overruled}
    found = [
        flag for item in report.items for flag in _of(item.issue, item.text, *_beside(item.issue, last, following))
    ]
    found.extend(_of("", report.overall, *_beside("", last, following)))
    return tuple(flag for flag in found if flag.place not in overruled)


def _beside(issue: str, last: MonthlyReport | None, following: MonthlyReport | None) -> tuple[ReportText, ReportText]:
    """What is said of it before and after; without what somebody has let pass there."""
    before, after = (_said(issue, one) if one else ReportText() for one in (last, following))
    passed = {one.place for one in following.overruled} if following else set()
    return before, ReportText(*("" if f"{issue}/{field}" in passed else getattr(after, field) for field in FIELDS))


def _said(issue: str, report: MonthlyReport) -> ReportText:
    return report.text_of(issue) if issue else report.overall


def wanting(report: MonthlyReport) -> tuple[Flag, ...]:
    """What keeps it from being submitted: an issue that nothing is said of, a text that is too long."""
    if report.zero_reason:
        return tuple(_zero_faults(report))
    found = [flag for item in report.items for flag in _gaps(item.issue, item.text)]
    if not report.items and report.overall.blank:
        found.append(Flag("/work", f"月报还是空的。本月没有新情况，请选“{ZERO}”并写明原因。"))
    found += [Flag(f"/{field}", words) for field, words in _too_long(report.overall)]
    return (*found, *_people(report))


def _zero_faults(report: MonthlyReport) -> Iterator[Flag]:
    reason = report.zero_reason.strip()
    if len(set(reason)) < LEAST_REASON:  # 「无无无无」 is no reason
        yield Flag("/zero_reason", f"“{ZERO}”要写明原因，如“本月没有到期的措施，核对工作安排在下月”。")
    elif len(reason) > MOST_REASON:
        yield Flag("/zero_reason", f"“{ZERO}”的原因有 {len(reason)} 字，最多 {MOST_REASON} 字。请写短一些。")
    yield from _people(report)


def _people(report: MonthlyReport) -> Iterator[Flag]:
    for field, name, written in (
        ("filled_by", "填报人", report.filled_by),
        ("reviewed_by", "审核人", report.reviewed_by),
    ):
        if not written.strip():
            yield Flag(f"/{field}", f"“{name}”还没有填。")
        elif len(written) > MOST_NAME:
            yield Flag(f"/{field}", f"“{name}”有 {len(written)} 字，最多 {MOST_NAME} 字。请只写姓名。")


def _gaps(issue: str, text: ReportText) -> Iterator[Flag]:
    for field, name in FIELDS.items():
        if not getattr(text, field).strip():
            yield Flag(f"{issue}/{field}", f"“{name}”还没有填。{_HOW[field]}。")
    yield from (Flag(f"{issue}/{field}", words) for field, words in _too_long(text))


def _too_long(text: ReportText) -> Iterator[tuple[str, str]]:
    for field, name in FIELDS.items():
        length = len(getattr(text, field))
        if length > MOST_TEXT:
            yield field, f"“{name}”有 {length} 字，最多 {MOST_TEXT} 字。请只写本月的事，材料放进佐证。"


def _of(issue: str, text: ReportText, last: ReportText, following: ReportText) -> Iterator[Flag]:
    for field, name in FIELDS.items():
        written = getattr(text, field).strip()
        if not written or (field == "problems" and written.strip("。") in NONE_WORDS):
            continue
        beside = (("上月", getattr(last, field).strip()), ("后一个月", getattr(following, field).strip()))
        told = beside if len(written) >= LEAST_COMPARED else ()
        if alike := [which for which, other in told if other and copied(written, other)]:
            words = f"“{name}”与{alike[0]}几乎相同。请写本月做了什么；确实没有变化，写明原因。"
            yield Flag(f"{issue}/{field}", words)
        elif says_nothing(written):
            yield Flag(f"{issue}/{field}", f"“{name}”里没有可以核对的事。请写做了什么、何时、多少。")
