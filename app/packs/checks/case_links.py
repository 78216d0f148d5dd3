"""What a case points at must be there, and what it sets out must be pointed at: facts, articles, gaps, root causes."""

from collections.abc import Iterable

from app.domain.case import Case, CaseKind, Section
from app.domain.problem import Problem
from app.packs.checks.lookup import Lookup
from app.packs.entry import Entry, Folder
from app.packs.marks import MarkKind
from app.packs.problem_list import ProblemList, clipped

NOT_A_USE = (Section.FACTS, Section.NOTES)


def check_case_links(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    for entry in folder.cases:
        problems = ProblemList(entry.file)
        _check_marks(entry, lookup, problems)
        _check_gaps(entry.item, problems)
        _check_cause_slugs(entry.item, problems)
        missing = set(entry.item.root_causes) - {cause.slug for cause in entry.item.causes}
        if missing and entry.item.kind is CaseKind.CASE:
            message = f"根因 {'、'.join(sorted(missing))} 在原因剖析里没有写"
            problems.error(entry.at("root_causes"), message, "补一条原因，或从 root_causes 删去")
        yield from problems.problems


def _check_marks(entry: Entry[Case], lookup: Lookup, problems: ProblemList) -> None:
    facts = {fact.number for fact in entry.item.facts}
    used: set[int] = set()
    for mark in entry.marks:
        if mark.kind is MarkKind.FACT:
            if int(mark.target) not in facts:
                problems.error(mark.line, f"没有【{mark.target}】这个事实", "改成案情里有的编号")
            if mark.section not in NOT_A_USE:
                used.add(int(mark.target))
        elif mark.kind is MarkKind.ARTICLE and (fault := lookup.fault(mark.target)):
            problems.error(mark.line, *fault)
    for fact in entry.item.facts:
        if fact.number not in used:
            problems.error(fact.line, f"【{fact.number}】后面没有用到", "在条款、原因或启示里指回它，或删去")


def _check_cause_slugs(case: Case, problems: ProblemList) -> None:
    """What went wrong has a root cause of the vocabulary; what went well has none."""
    for cause in case.causes:
        if not cause.slug and case.kind is CaseKind.CASE:
            problems.error(cause.line, "这条原因没有根因代号", "写成 - `privilege` 【2】 一句具体的原因")
        elif cause.slug and case.kind is CaseKind.EXEMPLAR:
            problems.error(cause.line, f"榜样里写了根因“{clipped(cause.slug)}”", "榜样只写 - 【2】 凭什么做到")


def _check_gaps(case: Case, problems: ProblemList) -> None:
    known = {gap.number for gap in case.gaps}
    for measure in case.measures:
        for number in sorted(set(measure.gaps) - known):
            problems.error(measure.line, f"没有缺口{number}", "改成控制缺口里有的编号")
    for check in case.self_checks:
        if check.gap and check.gap not in known:
            problems.error(check.line, f"没有缺口{check.gap}", "改成控制缺口里有的编号")
    measured = {number for measure in case.measures for number in measure.gaps}
    checked = {check.gap for check in case.self_checks}
    for gap in case.gaps:
        if gap.number not in measured:
            problems.error(gap.line, f"缺口{gap.number}没有对应的整改措施", "在整改措施里补一条")
        if gap.number not in checked:
            problems.warn(gap.line, f"缺口{gap.number}没有对应的自查", "在对照自查里补一条 → 缺口编号")
    if len(case.measures) < 3 and (case.gaps or case.measures):
        line = case.measures[0].line if case.measures else case.gaps[-1].line
        problems.error(line, f"整改措施有 {len(case.measures)} 条，至少三条", "补足三条")
