"""The sections of a case, and what an exemplar calls its own."""

from enum import StrEnum

from app.domain.case_kind import CaseKind


class Section(StrEnum):
    """The outline of a case, in reading order (content format, table of sections)."""

    FACTS = "案情"
    GATE = "停一停"
    OUTCOME = "处理结果"
    CLAUSES = "违反条款"
    OPINIONS = "定性分歧"
    CAUSES = "原因剖析"
    GAPS = "控制缺口"
    BRAKE = "刹车点"
    MEASURES = "整改措施"
    POSTS = "岗位对照"
    LESSONS = "警示启示"
    DISCUSSION = "讨论"
    SELF_CHECK = "对照自查"
    NOTES = "讲解提示"
    FOOTNOTE = "版本脚注"

    def heading(self, kind: CaseKind) -> str:
        """As a case or an exemplar is headed."""
        return EXEMPLAR_TITLES.get(self, self.value) if kind is CaseKind.EXEMPLAR else self.value


# Someone who did right broke no clause and left no gap: the outline is shorter and speaks of what can be learned.
EXEMPLAR_TITLES = {
    Section.FACTS: "事迹",
    Section.GATE: "停一停",
    Section.CLAUSES: "条文依据",
    Section.CAUSES: "为何做得到",
    Section.POSTS: "岗位可学",
    Section.LESSONS: "学习启示",
    Section.DISCUSSION: "讨论",
    Section.NOTES: "讲解提示",
    Section.FOOTNOTE: "版本脚注",
}


def outline_of(kind: CaseKind) -> tuple[Section, ...]:
    """The sections that a case or an exemplar must have, in order."""
    return tuple(EXEMPLAR_TITLES) if kind is CaseKind.EXEMPLAR else tuple(Section)
