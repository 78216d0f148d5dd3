"""Why it was wrong and how it could happen: 违反条款, 定性分歧, 原因剖析, 控制缺口, 刹车点."""

import re
from typing import Any

from app.domain import labels
from app.domain.case import Basis, Cause, Clause, Gap
from app.packs.markdown_text import inline, prose
from app.packs.outline import Part, items, misfit, numbers_in, subsections, text_of
from app.packs.problem_list import ProblemList, clipped

CLAUSE = re.compile(r"- (?P<facts>(?:【[0-9]{1,3}】\s*)+)→ (?P<refs>(?:`[^`]+`\s*)+)· (?P<basis>\S+) → (?P<reason>.+)")
CAUSE = re.compile(r"- (?:`(?P<slug>[^`]+)` )?(?P<facts>(?:【[0-9]{1,3}】\s*)+)(?P<text>.+)")
GAP = re.compile("- 缺口([0-9]{1,2})：(.+)")


def read_clauses(part: Part, problems: ProblemList) -> dict[str, Any]:
    clauses: list[Clause] = []
    example = "- 【1】【3】 → `条例@2023/124` · 行为时 → 为何符合"
    for number, found in items(part.lines, problems, CLAUSE, example):
        basis = found["basis"]
        if basis not in tuple(Basis):
            problems.error(number, f"依据“{clipped(basis)}”不对", f"只能是 {'、'.join(Basis)}")
            continue  # shown under a basis of our choice, it might support a finding that it does not
        references = tuple(re.findall("`([^`]+)`", found["refs"]))
        clauses.append(Clause(numbers_in(found["facts"]), references, Basis(basis), inline(found["reason"]), number))
    if not any(clause.basis is not Basis.COMPARISON for clause in clauses):
        problems.error(part.line, "没有一条行为时或处理时的条款", "现行对照不支撑定性：至少写一条行为时的条款")
    return {"clauses": tuple(clauses)}


def read_opinions(part: Part, problems: ProblemList) -> dict[str, Any]:
    opinions = [inline(line[2:]) for _, line in part.lines if line.startswith("- ")]
    others = [(number, line) for number, line in part.lines if not line.startswith("- ")]
    rest = text_of(others).strip()
    if not 2 <= len(opinions) <= 3:
        problems.error(part.line, f"定性分歧有 {len(opinions)} 种意见，应有两到三种", "写成 - 意见一：……")
    if not rest.startswith("评析："):
        line = next((number for number, text in others if text.strip()), part.line)
        problems.error(line, "定性分歧缺少“评析：”", "在各种意见之后另起一段写 评析：……")
    return {"opinions": tuple(opinions), "assessment": prose(rest.removeprefix("评析："))}


def read_causes(part: Part, problems: ProblemList) -> dict[str, Any]:
    causes: list[Cause] = []
    for group in subsections(part, problems, labels.CAUSE_GROUPS):
        for number, found in items(group.lines, problems, CAUSE, "- `privilege` 【2】【4】 一句具体的原因"):
            slug = found["slug"] or ""
            if slug and slug not in labels.ROOT_CAUSES:
                problems.error(number, f"根因“{clipped(slug)}”不在词表里", f"可用：{'、'.join(labels.ROOT_CAUSES)}")
            facts = numbers_in(found["facts"])
            causes.append(Cause(group.name, slug, facts, inline(found["text"].strip()), number))
    return {"causes": tuple(causes)}


def read_gaps(part: Part, problems: ProblemList) -> dict[str, Any]:
    example = "- 缺口1：流程步 → 应有控制 → 实际缺失 → 本应由谁发现"
    gaps: list[Gap] = []
    for number, found in items(part.lines, problems, GAP, example):
        steps = [step.strip() for step in found[2].split("→")]
        if len(steps) != 4 or not all(steps):
            misfit(number, found[0], example, problems)
            continue
        if int(found[1]) in [gap.number for gap in gaps]:
            problems.error(number, f"缺口{found[1]}写了两次", "换一个编号")
        step, control, missing, finder = steps
        gaps.append(Gap(int(found[1]), step, control, missing, finder, number))
    return {"gaps": tuple(gaps)}


def read_brake(part: Part, problems: ProblemList) -> dict[str, Any]:
    brake = prose(text_of(part.lines))
    if not brake:
        problems.error(part.line, "“刹车点”是空的", "写第一次可以停下的那一刻")
    return {"brake": brake}
