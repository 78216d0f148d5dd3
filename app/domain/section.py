"""The sections of a case."""

from enum import StrEnum


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
