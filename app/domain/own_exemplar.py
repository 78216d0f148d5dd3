"""An exemplar of the unit's own: what it is called by, and what it still lacks, in the words of its form."""

from app.domain.case import Case
from app.domain.labels import OWN_DRAFT

TO_WRITE = "待写"
"""Stands in a draft where somebody has yet to write."""
OWN = "own/"
"""Before the slug and in the id of an exemplar of the unit's own: no case of the program's has it."""


def own_case_id(file: str) -> str:
    """Of the case in that file."""
    return f"{OWN}case/{file.removesuffix('.md')}"


def lacking(case: Case) -> tuple[str, ...]:
    """In the order of the form; nothing where it is complete: then it is no draft any more."""
    written = (
        ("副题", case.subtitle),
        ("封面字", case.cover),
        ("领域", case.domain),
        ("人物", case.people),
        ("事迹", case.facts),
        (_undated(case), not _undated(case)),
        ("停一停", case.gate),
        ("条文依据", case.clauses),
        ("为何做得到", case.causes),
        ("岗位可学", case.post_risks),
        ("学习启示", case.lessons),
        ("讨论", case.discussion),
        ("讲解提示", case.notes),
    )
    return tuple(name for name, there in written if not there)


def draft_words(case: Case) -> str:
    """草稿（本单位），还缺：停一停、讨论。 "" of what is complete."""
    return f"{OWN_DRAFT}，还缺：{'、'.join(case.lacking)}。" if case.own and case.lacking else ""


def _undated(case: Case) -> str:
    """事迹第 2、3 段的日期: of a fact when it was, in its first words."""
    numbers = "、".join(str(fact.number) for fact in case.facts if not fact.date)
    return f"事迹第 {numbers} 段的日期" if numbers else ""
