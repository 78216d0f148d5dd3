"""Speaker notes must name pages that the case has when it is projected."""

from collections.abc import Iterable

from app.domain.case import Case, CaseKind, Clause, Section
from app.domain.problem import Problem
from app.domain.reference import ArticleReference
from app.packs.checks.lookup import Lookup
from app.packs.entry import Folder
from app.packs.marks import MarkKind
from app.packs.problem_list import ProblemList, clipped

PAGES = (
    "封面",
    "案情",
    "停一停",
    "处理结果",
    "分歧与评析",
    "原因·个人",
    "原因·制度",
    "原因·监督",
    "控制缺口",
    "刹车点",
    "警示",
    "讨论",
    "对照检视",
)


EXEMPLAR_PAGES = ("封面", "事迹", "停一停", "为何做得到", "岗位可学", "启示", "讨论")


def check_speaker_notes(folder: Folder, lookup: Lookup) -> Iterable[Problem]:
    del lookup
    for entry in folder.cases:
        problems = ProblemList(entry.file)
        known = page_names(entry.item)
        for mark in entry.marks:
            if mark.kind is MarkKind.PAGE and mark.target not in known:
                advice = f"小标题只能是：{'、'.join(known)}"
                problems.error(mark.line, f"讲解提示的“{clipped(mark.target)}”不是投影页", advice)
        yield from problems.problems


def page_names(case: Case) -> tuple[str, ...]:
    """In the order of projection; each clause has a page of its own."""
    title = Section.CLAUSES.heading(case.kind)
    clauses = tuple(f"{title}·{clause_page(clause)}" for clause in case.clauses)
    if case.kind is CaseKind.EXEMPLAR:
        return _with(clauses, EXEMPLAR_PAGES, "为何做得到")
    return _with(clauses, PAGES, "分歧与评析")


def _with(clauses: tuple[str, ...], pages: tuple[str, ...], before: str) -> tuple[str, ...]:
    place = pages.index(before)
    return (*pages[:place], *clauses, *pages[place:])


def clause_page(clause: Clause) -> str:
    """条例17、23、24; 条例97与政务34: the articles of a clause, each rule's together."""
    articles: dict[str, list[str]] = {}
    for written in clause.references:
        reference = ArticleReference.parse(written)
        if reference:
            listed = articles.setdefault(reference.short, [])
            listed.extend([reference.article] if reference.article not in listed else [])
    return "与".join(f"{short}{'、'.join(numbers)}" for short, numbers in articles.items())
