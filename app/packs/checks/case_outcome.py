"""Whether what was decided fits what was found: least sanctions, who an article binds, terms that nobody types."""

import re
from collections.abc import Iterable

from app.domain.case import Basis, Case, CaseKind, Clause
from app.domain.problem import Problem
from app.domain.prose import plain_text
from app.domain.reference import ArticleReference
from app.domain.sanction_term import PROBATION
from app.packs.checks.lookup import Lookup
from app.packs.entry import Entry, Folder
from app.packs.problem_list import ProblemList

CRIME_SUSPECTED = "条例@2023/29"
# 纪律处分条例 29: 撤销党内职务 and heavier; 11: 严重警告 where there is no post to remove.
HEAVY = ("p-serious-warning-11", "p-removal", "p-probation", "p-expulsion")
ONLY_RESPONSIBLE = "直接责任者和领导责任者"
TYPED_TERM = re.compile("(影响期|处分期|限制期)[^。；，]{0,6}[一二三四五六七八九十两半0-9]+个?[年月]")


def check_case_outcome(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    for entry in folder.cases:
        if entry.item.kind is not CaseKind.CASE:
            continue
        problems = ProblemList(entry.file)
        _check_least(entry.item, problems)
        _check_transfer(entry, problems)
        _check_terms(entry.item, problems)
        _check_responsible(entry, lookup, problems)
        yield from problems.problems


def _check_least(case: Case, problems: ProblemList) -> None:
    line = next((clause.line for clause, base in _found(case) if base == CRIME_SUSPECTED), 0)
    given = [sanction for sanction in case.sanctions if sanction.slug.startswith("p-")]
    if line and given and not any(sanction.slug in HEAVY for sanction in given):
        advice = "条例第二十九条至少给撤销党内职务；无党内职务可撤的写 `p-serious-warning-11` 严重警告（第十一条）"
        problems.error(line, f"{CRIME_SUSPECTED}（涉嫌犯罪）与处理结果里的党纪处分不相称", advice)


def _check_transfer(entry: Entry[Case], problems: ProblemList) -> None:
    """The fourth form is for those whom the courts will hear: somebody is handed over, and only then."""
    handed_over = any(sanction.slug == "judicial-transfer" for sanction in entry.item.sanctions)
    if entry.item.form == "form-4" and not handed_over:
        advice = "在处理结果里写 - 甲某 · 县监委 · `judicial-transfer` 移送检察机关审查起诉，或改 form"
        problems.error(entry.at("form"), "第四种形态，却没有人移送司法机关", advice)


def _check_terms(case: Case, problems: ProblemList) -> None:
    for sanction in case.sanctions:
        if TYPED_TERM.search(sanction.words):
            problems.error(sanction.line, "处理结果里写了影响期", "删去：影响期由程序按处分种类计算")
        if sanction.slug == "p-probation" and not PROBATION.search(sanction.words):
            problems.error(sanction.line, "留党察看没有写几年", "写成 `p-probation` 留党察看一年，或二年")
    if TYPED_TERM.search(plain_text(case.outcome_note)):
        line = case.sanctions[-1].line if case.sanctions else 0
        problems.error(line, "处理结果的“示意”里写了影响期", "删去：影响期由程序按处分种类计算")


def _check_responsible(entry: Entry[Case], lookup: Lookup, problems: ProblemList) -> None:
    """Articles that bind only those responsible: somebody must be marked as being so."""
    if any(person.responsibility for person in entry.item.people):
        return
    for clause, base in _found(entry.item):
        article = lookup.articles.get(base)
        if article and ONLY_RESPONSIBLE in article.text:
            message = f"{base} 只处分直接责任者和领导责任者，people 里没有写责任类型"
            advice = "给受处分的人写 responsibility: direct、main-leading 或 important-leading"
            problems.error(clause.line, message, advice)


def _found(case: Case) -> Iterable[tuple[Clause, str]]:
    """Each clause that supports the finding, with the base of each of its references."""
    for clause in case.clauses:
        if clause.basis is not Basis.COMPARISON:
            for written in clause.references:
                if reference := ArticleReference.parse(written):
                    yield clause, reference.base
