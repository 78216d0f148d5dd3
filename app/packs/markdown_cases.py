"""``content/cases/<slug>.md`` → Case. The notation is documented in docs/content-format.md."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from app.domain import labels
from app.domain.case import (
    Basis,
    Case,
    CaseKind,
    Cause,
    Clause,
    Fact,
    Footnote,
    Gap,
    Gate,
    Lesson,
    Measure,
    Option,
    Person,
    PostRisk,
    Sanction,
    Section,
    SelfCheck,
    SpeakerNote,
)
from app.domain.prose import Inline
from app.packs.case_lengths import check_lengths
from app.packs.fields import Fields
from app.packs.markdown_text import inline, prose
from app.packs.problem_list import ProblemList
from app.packs.source_file import SourceFile

Lines = list[tuple[int, str]]

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
FACT = re.compile(r"【(\d+)】(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
FACTS_HEAD = re.compile(r"(?:【\d+】\s*)+")
CLAUSE = re.compile(r"- (?P<facts>(?:【\d+】\s*)+)→ (?P<refs>(?:`[^`]+`\s*)+)· (?P<basis>\S+) → (?P<reason>.+)")
SANCTION = re.compile(r"- (?P<who>[^·]+) · (?P<organ>[^·]+) · `(?P<slug>[^`]+)`\s*(?P<words>.+)")
CAUSE = re.compile(r"- `(?P<slug>[^`]+)` (?P<facts>(?:【\d+】\s*)+)(?P<text>.+)")
GAP = re.compile(r"- 缺口(\d+)：(.+?) → (.+?) → (.+?) → (.+)")
MEASURE = re.compile(r"- (?P<kind>立行立改|长期坚持) · (?P<gaps>缺口\d+(?:、缺口\d+)*)：(?P<what>.+)")
MEASURE_TAIL = re.compile(r"责任：(.+?)；时限：(.+?)；佐证：(.+?)；回头看：(.+)")
SELF_CHECK = re.compile(r"- 自查(\d+)(?: → 缺口(\d+))?：(.+)")
LESSON = re.compile(r"- (.+?)【(\d+)】$")
NOTE = re.compile(r"- (停|问|误)：(.+)")
OPTION = re.compile(r"- ([A-F])\. (.+)")


def read_case(source: SourceFile, problems: ProblemList) -> Case | None:
    """The case in ``source``; what is wrong goes to ``problems``. None where the head or the outline is unusable."""
    parts = source.front_matter(problems)
    if parts is None:
        return None
    head, body = parts
    attributes = _head(Fields(head, problems, KEYS), problems)
    sections = _sections(body, problems)
    check_lengths(sections, problems)
    readers: dict[Section, Callable[[Lines, ProblemList], dict[str, Any]]] = {
        Section.FACTS: _facts,
        Section.GATE: _gate,
        Section.OUTCOME: _outcome,
        Section.CLAUSES: _clauses,
        Section.OPINIONS: _opinions,
        Section.CAUSES: _causes,
        Section.GAPS: _gaps,
        Section.BRAKE: lambda lines, _: {"brake": prose(_joined(lines))},
        Section.MEASURES: _measures,
        Section.POSTS: _post_risks,
        Section.LESSONS: _lessons,
        Section.DISCUSSION: _discussion,
        Section.SELF_CHECK: _self_checks,
        Section.NOTES: _notes,
        Section.FOOTNOTE: _footnotes,
    }
    for section, lines in sections.items():
        attributes |= readers[section](lines, problems)
    if not attributes["slug"] or not attributes["title"]:
        return None
    return Case(**attributes)


def _head(fields: Fields, problems: ProblemList) -> dict[str, Any]:
    people = []
    for entry in fields.mappings("people"):
        person = Fields(entry, problems, PERSON_KEYS)
        people.append(
            Person(
                person.text("ref"),
                person.text("post"),
                person.choices("status", STATUSES),
                person.text("party_post", required=False),
                person.choice("responsibility", labels.RESPONSIBILITIES, required=False),
            )
        )
    slug = fields.text("slug")
    if slug and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        problems.error(fields.line("slug"), f"“{slug}”不能作编号名", "slug 只用小写字母、数字和 -")
    if fields.text("composite") != "true":
        problems.error(fields.line("composite"), "没有标明是复合案例", "写 composite: true；真实案例不能放进内容库")
    period = fields.text("period")
    if period and not re.fullmatch(r"\d{4}-\d\d(-\d\d)?/\d{4}-\d\d(-\d\d)?", period):
        problems.error(fields.line("period"), "“period”应是起止日期", "写成 2025-04-14/2026-02-28")
    kind = fields.choice("kind", tuple(CaseKind))
    cover = fields.text("cover")
    if cover and len(cover) != 2:
        problems.error(fields.line("cover"), "封面字应是两个字", "如 cover: 回避")
    return {
        "id": f"builtin/case/{slug}",
        "slug": slug,
        "number": fields.integer("number", 1, 9999),
        "kind": CaseKind(kind) if kind else CaseKind.CASE,
        "title": fields.text("title"),
        "subtitle": fields.text("subtitle"),
        "cover": cover,
        "composite": True,
        "domain": fields.choice("domain", labels.DOMAINS),
        "root_causes": fields.choices("root_causes", labels.ROOT_CAUSES),
        "problems": fields.choices("problems", labels.PROBLEM_AREAS),
        "discipline": fields.choice("discipline", labels.DISCIPLINES),
        "form": fields.choice("form", labels.FORMS),
        "posts": fields.choices("posts", labels.POSTS),
        "period": period,
        "outcome_date": fields.date("outcome_date"),
        "people": tuple(people),
        "difficulty": fields.integer("difficulty", 1, 3),
        "minutes": fields.integer("minutes", 1, 60),
        "quiz": fields.text("quiz", required=False),
        "version": fields.integer("version", 1, 9999),
        "checked": fields.text("checked", required=False),
    }


def _sections(body: Lines, problems: ProblemList) -> dict[Section, Lines]:
    """The body cut at its second-level headings, which must be those of the outline, in its order."""
    found: dict[Section, Lines] = {}
    current: Lines | None = None
    known = {section.value: section for section in Section}
    for number, line in body:
        if line.startswith("## "):
            name = line[3:].strip()
            section = known.get(name)
            if section is None:
                problems.error(number, f"不认识的标题“{name}”", f"二级标题只能是：{'、'.join(known)}")
                current = []
            elif section in found:
                problems.error(number, f"标题“{name}”出现了两次", "合并成一节")
            else:
                if found and list(known).index(name) < list(known).index(list(found)[-1].value):
                    problems.error(number, f"“{name}”的位置不对", f"按顺序排：{'、'.join(known)}")
                current = found.setdefault(section, [])
            continue
        if current is not None:
            current.append((number, line))
        elif line.strip():
            problems.error(number, "第一个标题之前有文字", "把它移到某一节里")
    last = body[-1][0] if body else 1
    for section in Section:
        if section not in found:
            problems.error(last, f"缺少“{section.value}”一节", f"补上标题 ## {section.value} 和内容")
    return found


def _items(lines: Lines, problems: ProblemList, form: re.Pattern[str], example: str) -> Iterable[tuple[int, re.Match[str]]]:
    """Every non-empty line must have the form; one that has not is a problem that shows an example."""
    for number, line in lines:
        if not line.strip():
            continue
        found = form.fullmatch(line.strip())
        if found:
            yield number, found
        else:
            problems.error(number, f"这一行的写法不对：{line.strip()[:20]}…", f"照这个样子写：{example}")


def _joined(lines: Lines) -> str:
    return "\n".join(line for _, line in lines)


def _numbers(marks: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", marks))


def _paragraphs(lines: Lines) -> Iterable[tuple[int, str]]:
    start, gathered = 0, list[str]()
    for number, line in [*lines, (0, "")]:
        if line.strip():
            start = start if gathered else number
            gathered.append(line.strip())
        elif gathered:
            yield start, "".join(gathered)
            gathered = []


def _subsections(lines: Lines) -> dict[str, Lines]:
    parts: dict[str, Lines] = {}
    current = parts.setdefault("", [])
    for number, line in lines:
        if line.startswith("### "):
            current = parts.setdefault(line[4:].strip(), [])
        else:
            current.append((number, line))
    return parts


def _facts(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    facts = []
    for number, text in _paragraphs(lines):
        found = FACT.match(text)
        if not found:
            problems.error(number, "事实段没有编号或日期", "段首写【1】2025年4月14日，……")
            continue
        if int(found[1]) != len(facts) + 1:
            problems.error(number, f"事实编号【{found[1]}】不连续", f"这里应是【{len(facts) + 1}】")
        if not 1 <= int(found[3]) <= 12 or not 1 <= int(found[4] or 1) <= 31:
            problems.error(number, "事实的日期不存在", "检查月份和日期")
        date = f"{found[2]}-{int(found[3]):02}" + (f"-{int(found[4]):02}" if found[4] else "")
        facts.append(Fact(int(found[1]), date, inline(text[text.index("】") + 1 :]), number))
    return {"facts": tuple(facts)}


def _gate(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    first = next((number for number, line in lines if line.strip()), lines[0][0] if lines else 1)
    labelled: dict[str, str] = {}
    options: list[Option] = []
    stem: list[str] = []
    for number, line in lines:
        text = line.strip()
        label = re.match(r"(角色|时点|答|评)：(.*)", text)
        option = OPTION.fullmatch(text)
        if label:
            labelled[label[1]] = label[2]
        elif option:
            options.append(Option(option[1], option[2]))
        elif text.startswith("- "):
            problems.error(number, "选项的写法不对", "写成 - A. 选项文字")
        elif text:
            stem.append(text)
    moment = re.fullmatch(r"【(\d+)】", labelled.get("时点", ""))
    for name in ("角色", "时点", "答", "评"):
        if not labelled.get(name):
            problems.error(first, f"“停一停”缺少“{name}：”", f"补上一行“{name}：…”")
    if labelled.get("角色") and labelled["角色"] not in ("经办", "分管", "监督"):
        problems.error(first, f"角色“{labelled['角色']}”不对", "只能是 经办、分管、监督")
    if labelled.get("时点") and not moment:
        problems.error(first, "“时点”应指回一个事实", "写成 时点：【5】")
    answer = labelled.get("答", "").strip()
    if answer and answer not in [option.key for option in options]:
        problems.error(first, f"“答：{answer}”不在选项里", "答案写一个选项字母")
    if not stem or len(options) < 2:
        problems.error(first, "“停一停”缺少题干或选项", "写一句题干和三到四个选项")
        return {"gate": None}
    return {
        "gate": Gate(
            labelled.get("角色", ""),
            int(moment[1]) if moment else 0,
            "".join(stem),
            tuple(options),
            answer,
            inline(labelled.get("评", "")),
            first,
        )
    }


def _outcome(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    listed = [(number, line) for number, line in lines if line.startswith("- ")]
    sanctions = []
    for number, found in _items(listed, problems, SANCTION, "- 甲某 · 县纪委 · `p-warning` 警告"):
        if found["slug"] not in labels.SANCTIONS:
            problems.error(number, f"处理种类“{found['slug']}”不在词表里", f"可用：{'、'.join(labels.SANCTIONS)}")
        sanctions.append(
            Sanction(found["who"].strip(), found["organ"].strip(), found["slug"], found["words"].strip(), number)
        )
    rest = " ".join(line.strip() for _, line in lines if line.strip() and not line.startswith("- "))
    if not rest.startswith("示意："):
        problems.error(lines[0][0] if lines else 1, "处理结果没有标明“示意：”", "另起一行写 示意：……")
    return {"sanctions": tuple(sanctions), "outcome_note": inline(rest.removeprefix("示意："))}


def _clauses(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    clauses = []
    example = "- 【1】【3】 → `条例@2023/124` · 行为时 → 为何符合"
    for number, found in _items(lines, problems, CLAUSE, example):
        basis = found["basis"]
        if basis not in tuple(Basis):
            problems.error(number, f"依据“{basis}”不对", "只能是 行为时、处理时、现行对照")
            basis = Basis.AT_CONDUCT
        references = tuple(re.findall(r"`([^`]+)`", found["refs"]))
        clauses.append(Clause(_numbers(found["facts"]), references, Basis(basis), inline(found["reason"]), number))
    return {"clauses": tuple(clauses)}


def _opinions(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    opinions = [inline(line[2:]) for _, line in lines if line.startswith("- ")]
    rest = _joined([(number, line) for number, line in lines if not line.startswith("- ")]).strip()
    first = lines[0][0] if lines else 1
    if not 2 <= len(opinions) <= 3:
        problems.error(first, "定性分歧应有两到三种意见", "写成 - 意见一：……")
    if not rest.startswith("评析："):
        problems.error(first, "定性分歧缺少“评析：”", "在各种意见之后另起一段写 评析：……")
    return {"opinions": tuple(opinions), "assessment": prose(rest.removeprefix("评析："))}


def _causes(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    causes = []
    for group, part in _subsections(lines).items():
        if group and group not in labels.CAUSE_GROUPS:
            problems.error(part[0][0] - 1 if part else 1, f"原因分组“{group}”不对", "只能是 个人、制度、监督")
        for number, found in _items(part, problems, CAUSE, "- `privilege` 【2】【4】 一句具体的原因"):
            if found["slug"] not in labels.ROOT_CAUSES:
                problems.error(number, f"根因“{found['slug']}”不在词表里", f"可用：{'、'.join(labels.ROOT_CAUSES)}")
            causes.append(
                Cause(group, found["slug"], _numbers(found["facts"]), inline(found["text"].strip()), number)
            )
    return {"causes": tuple(causes)}


def _gaps(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    example = "- 缺口1：流程步 → 应有控制 → 实际缺失 → 本应由谁发现"
    return {
        "gaps": tuple(
            Gap(int(found[1]), found[2], found[3], found[4], found[5], number)
            for number, found in _items(lines, problems, GAP, example)
        )
    }


def _measures(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    measures = []
    example = "- 立行立改 · 缺口1：做什么（下一行缩进写 责任：；时限：；佐证：；回头看：）"
    heads: Lines = []
    tails: dict[int, tuple[int, str]] = {}
    for number, line in lines:
        if line.startswith("  ") and heads:
            tails[heads[-1][0]] = (number, line.strip())
        elif line.strip():
            heads.append((number, line))
    for number, found in _items(heads, problems, MEASURE, example):
        at, text = tails.get(number, (number, ""))
        tail = MEASURE_TAIL.fullmatch(text)
        if not tail:
            problems.error(at, "措施缺少责任、时限、佐证或回头看", "下一行缩进两格写 责任：…；时限：…；佐证：…；回头看：…")
            continue
        measures.append(
            Measure(found["kind"], _numbers(found["gaps"]), found["what"], tail[1], tail[2], tail[3], tail[4], number)
        )
    return {"measures": tuple(measures)}


def _post_risks(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    form = re.compile(r"- (领导|经办|监督)：(.+)")
    return {
        "post_risks": tuple(
            PostRisk(found[1], found[2]) for _, found in _items(lines, problems, form, "- 经办：一句风险情形")
        )
    }


def _lessons(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    found = tuple(Lesson(match[1], int(match[2])) for _, match in _items(lines, problems, LESSON, "- 一句启示。【2】"))
    if len(found) > 3:
        problems.error(lines[0][0], "警示启示至多三句", "留下最要紧的三句")
    return {"lessons": found}


def _discussion(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    form = re.compile(r"\d\. (.+)")
    found = tuple(match[1] for _, match in _items(lines, problems, form, "1. 事实：一个问题"))
    if len(found) != 3:
        problems.error(lines[0][0] if lines else 1, "讨论应有三题", "一题事实、一题制度、一题我单位")
    return {"discussion": found}


def _self_checks(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    checks = []
    for dimension, part in _subsections(lines).items():
        if dimension and dimension not in labels.SELF_CHECK_DIMENSIONS:
            problems.error(
                part[0][0] - 1 if part else 1, f"对照自查分组“{dimension}”不对", "只能是 监管盲区、纪律意识、制度机制"
            )
        for number, found in _items(part, problems, SELF_CHECK, "- 自查1 → 缺口1：存在……的情形。"):
            checks.append(SelfCheck(dimension, int(found[1]), int(found[2] or 0), found[3], number))
    return {"self_checks": tuple(checks)}


def _notes(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    return {
        "notes": tuple(
            SpeakerNote(page, tuple((found[1], found[2]) for _, found in _items(part, problems, NOTE, "- 停：十秒")))
            for page, part in _subsections(lines).items()
            if page
        )
    }


def _footnotes(lines: Lines, problems: ProblemList) -> dict[str, Any]:
    form = re.compile(r"- (行为时|现行)：(.+)")
    notes: list[Footnote] = []
    for _, found in _items(lines, problems, form, "- 行为时：……"):
        text: Inline = inline(found[2])
        notes.append(Footnote(found[1], text))
    return {"footnotes": tuple(notes)}
