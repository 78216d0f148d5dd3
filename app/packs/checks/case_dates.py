"""The order of what happened: facts in turn, inside the period, and the outcome after them."""

from collections.abc import Iterable

from app.domain.case import Case
from app.domain.problem import Problem
from app.packs.checks.lookup import Lookup
from app.packs.day_span import DaySpan
from app.packs.entry import Entry, Folder
from app.packs.problem_list import ProblemList


def check_case_dates(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    for entry in folder.cases:
        problems = ProblemList(entry.file)
        _check_facts(entry, problems)
        _check_outcome(entry, problems)
        yield from problems.problems


def _check_facts(entry: Entry[Case], problems: ProblemList) -> None:
    first, _, last = entry.item.period.partition("/")
    begin, end = DaySpan.parse(first), DaySpan.parse(last)
    before: DaySpan | None = None
    for fact in entry.item.facts:
        day = DaySpan.parse(fact.date)
        if day is None:
            continue
        if before and day.last < before.first:
            problems.error(fact.line, f"【{fact.number}】的日期早于前一个事实", "按先后排列，或检查日期")
        if begin and end and (day.last < begin.first or day.first > end.last):
            advice = f"检查日期，或改第 {entry.at('period')} 行的 period"
            problems.error(fact.line, f"【{fact.number}】（{fact.date}）不在事发期间 {entry.item.period} 内", advice)
        before = day


def _check_outcome(entry: Entry[Case], problems: ProblemList) -> None:
    case = entry.item
    outcome = DaySpan.parse(case.outcome_date)
    days = [day for fact in case.facts if (day := DaySpan.parse(fact.date))]
    if outcome and days and outcome.last <= max(day.first for day in days):
        message = f"处理日期 {case.outcome_date} 不晚于最后一个事实"
        problems.error(entry.at("outcome_date"), message, "处理在事实之后：检查两处日期")
