"""The YAML head of a case."""

import re
from typing import Any

from app.domain import labels
from app.domain.case import CaseKind, Person
from app.packs.day_span import DaySpan
from app.packs.fields import Fields
from app.packs.problem_list import ProblemList, clipped

KEYS = (
    "kind",
    "number",
    "slug",
    "title",
    "subtitle",
    "cover",
    "composite",
    "domain",
    "root_causes",
    "problems",
    "discipline",
    "form",
    "posts",
    "period",
    "outcome_date",
    "people",
    "difficulty",
    "minutes",
    "quiz",
    "version",
    "checked",
    "review",
)
PERSON_KEYS = ("ref", "post", "status", "party_post", "responsibility")
STATUSES = (
    "党员",
    "公务员",
    "非党员公职人员",
    "事业单位管理人员",
    "事业单位其他人员",
    "村居干部",
    "编外",
    "群众",
)
SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


def read_head(fields: Fields, problems: ProblemList) -> dict[str, Any]:
    """The attributes of a Case that stand in its head. An exemplar has done nothing wrong: four keys are optional."""
    kind = fields.choice("kind", tuple(CaseKind))
    wrong = kind != CaseKind.EXEMPLAR
    slug = _slug(fields, problems)
    return {
        "id": f"builtin/case/{slug}",
        "slug": slug,
        "number": fields.integer("number", 1, 9999),
        "kind": CaseKind(kind) if kind else CaseKind.CASE,
        "title": fields.text("title"),
        "subtitle": fields.text("subtitle"),
        "cover": _cover(fields, problems),
        "composite": _composite(fields, problems),
        "domain": fields.choice("domain", labels.DOMAINS),
        "root_causes": _root_causes(fields, wrong, problems),
        "problems": fields.choices("problems", labels.PROBLEM_AREAS, wrong),
        "discipline": fields.choice("discipline", labels.DISCIPLINES, wrong),
        "form": fields.choice("form", labels.FORMS, wrong),
        "posts": fields.choices("posts", labels.POSTS),
        "period": _period(fields, problems),
        "outcome_date": _outcome_date(fields, wrong, problems),
        "people": _people(fields, problems),
        "difficulty": fields.integer("difficulty", 1, 3),
        "minutes": fields.integer("minutes", 1, 60),
        "quiz": fields.text("quiz", required=False),
        "version": fields.integer("version", 1, 9999),
        "checked": fields.text("checked", required=False),
        "review": fields.texts("review", required=False),
    }


def _slug(fields: Fields, problems: ProblemList) -> str:
    slug = fields.text("slug")
    if slug and not SLUG.fullmatch(slug):
        problems.error(fields.line("slug"), f"“{clipped(slug)}”不能作编号名", "slug 只用小写字母、数字和 -")
        return ""
    return slug


def _cover(fields: Fields, problems: ProblemList) -> str:
    cover = fields.text("cover")
    if cover and len(cover) != 2:
        problems.error(fields.line("cover"), "封面字应是两个字", "如 cover: 回避")
    return cover


def _composite(fields: Fields, problems: ProblemList) -> bool:
    composite = fields.text("composite", required=False) == "true"
    if not composite:
        problems.error(
            fields.line("composite"),
            "没有标明是复合案例，这个案例不会收入",
            "写 composite: true；真实案例不能放进内容库",
        )
    return composite


def _root_causes(fields: Fields, required: bool, problems: ProblemList) -> tuple[str, ...]:
    causes = fields.choices("root_causes", labels.ROOT_CAUSES, required)
    if len(causes) > 3:
        problems.error(fields.line("root_causes"), f"主要根因有 {len(causes)} 个", "只写最主要的一到三个")
    return causes


def _period(fields: Fields, problems: ProblemList) -> str:
    period = fields.text("period")
    if not period:
        return ""
    first, slash, last = period.partition("/")
    begin, end = DaySpan.parse(first), DaySpan.parse(last)
    if not slash or len(first) < 7 or len(last) < 7 or not begin or not end:
        problems.error(fields.line("period"), "“period”应是起止日期", "写成 2025-04-14/2026-02-28")
        return ""
    if end.last < begin.first:
        problems.error(fields.line("period"), "“period”的终了早于开始", "先写开始，后写终了")
        return ""
    return period


def _outcome_date(fields: Fields, required: bool, problems: ProblemList) -> str:
    written = fields.date("outcome_date", required)
    if written and len(written) < 7:
        problems.error(fields.line("outcome_date"), "处理日期至少写到月", "如 outcome_date: 2026-08")
        return ""
    return written


def _people(fields: Fields, problems: ProblemList) -> tuple[Person, ...]:
    people: list[Person] = []
    for entry in fields.mappings("people"):
        person = Fields(entry, problems, PERSON_KEYS)
        ref = person.text("ref")
        if ref in [known.ref for known in people]:
            problems.error(person.line("ref"), f"人物“{clipped(ref)}”写了两次", "合并，或换一个称呼")
        people.append(
            Person(
                ref,
                person.text("post"),
                person.choices("status", STATUSES),
                person.text("party_post", required=False),
                person.choice("responsibility", labels.RESPONSIBILITIES, required=False),
            )
        )
    return tuple(people)
