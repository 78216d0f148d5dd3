"""What the projected pages of a case are called: speaker notes are attached to pages by these names."""

from app.domain.case import Case, CaseKind, Clause, Section
from app.domain.reference import ArticleReference

COVER = "封面"
FACTS = "案情"
GATE = "停一停"
OUTCOME = "处理结果"
OPINIONS = "分歧与评析"
CAUSES = {"个人": "原因·个人", "制度": "原因·制度", "监督": "原因·监督"}
GAPS = "控制缺口"
BRAKE = "刹车点"
LESSONS = "警示"
DISCUSSION = "讨论"
SELF_CHECK = "对照检视"
STORY = "事迹"
REASONS = "为何做得到"
POSTS = "岗位可学"
LEARNED = "启示"

PAGES = (COVER, FACTS, GATE, OUTCOME, OPINIONS, *CAUSES.values(), GAPS, BRAKE, LESSONS, DISCUSSION, SELF_CHECK)
EXEMPLAR_PAGES = (COVER, STORY, GATE, REASONS, POSTS, LEARNED, DISCUSSION)


def page_names(case: Case) -> tuple[str, ...]:
    """In the order of projection; each clause has a page of its own."""
    clauses = tuple(clause_page(case, clause) for clause in case.clauses)
    if case.kind is CaseKind.EXEMPLAR:
        return _with(clauses, EXEMPLAR_PAGES, REASONS)
    return _with(clauses, PAGES, OPINIONS)


def _with(clauses: tuple[str, ...], pages: tuple[str, ...], before: str) -> tuple[str, ...]:
    place = pages.index(before)
    return (*pages[:place], *clauses, *pages[place:])


def clause_page(case: Case, clause: Clause) -> str:
    """违反条款·条例17、23、24; for an exemplar 条文依据·救助法39."""
    return f"{Section.CLAUSES.heading(case.kind)}·{clause_articles(clause)}"


def clause_articles(clause: Clause) -> str:
    """条例17、23、24; 条例97与政务34: the articles of a clause, each rule's together."""
    articles: dict[str, list[str]] = {}
    for written in clause.references:
        reference = ArticleReference.parse(written)
        if reference:
            listed = articles.setdefault(reference.short, [])
            listed.extend([reference.article] if reference.article not in listed else [])
    return "与".join(f"{short}{'、'.join(numbers)}" for short, numbers in articles.items())
