"""What to do with the case: 整改措施, 岗位对照, 警示启示, 讨论, 对照自查, 讲解提示, 版本脚注."""

import re
from typing import Any

from app.domain import labels
from app.domain.case import Footnote, Lesson, Measure, PostRisk, SelfCheck, SpeakerNote
from app.packs.markdown_text import inline
from app.packs.outline import Lines, Part, items, misfit, numbers_in, subsections
from app.packs.problem_list import ProblemList

MEASURE = re.compile("- (?P<kind>立行立改|长期坚持) · (?P<gaps>缺口[0-9]{1,2}(?:、缺口[0-9]{1,2})*)：(?P<what>.+)")
TAIL_LABELS = ("责任：", "时限：", "佐证：", "回头看：")
POST_RISK = re.compile("- (领导|经办|监督)：(.+)")
LESSON = re.compile(r"- (.+?)\s*【([0-9]{1,3})】")
QUESTION = re.compile(r"[0-9]\. (.+)")
SELF_CHECK = re.compile("- 自查([0-9]{1,2})(?: → 缺口([0-9]{1,2}))?：(.+)")
NOTE = re.compile("- (停|问|误)：(.+)")
FOOTNOTE = re.compile("- (行为时|现行)：(.+)")


def read_measures(part: Part, problems: ProblemList) -> dict[str, Any]:
    measures: list[Measure] = []
    example = "- 立行立改 · 缺口1：做什么（下一行缩进写 责任：；时限：；佐证：；回头看：）"
    heads: Lines = []
    tails: dict[int, tuple[int, str]] = {}
    for number, line in part.lines:
        if not line.strip():
            continue
        if not line[0].isspace():
            heads.append((number, line))
        elif not heads or heads[-1][0] in tails:
            misfit(number, line, example, problems)
        else:
            tails[heads[-1][0]] = (number, line.strip())
    for number, found in items(heads, problems, MEASURE, example):
        at, text = tails.get(number, (number, ""))
        tail = _tail(text)
        if tail is None:
            advice = "下一行缩进两格写 责任：…；时限：…；佐证：…；回头看：…"
            problems.error(at, "措施缺少责任、时限、佐证或回头看", advice)
            continue
        measures.append(Measure(found["kind"], numbers_in(found["gaps"]), found["what"], *tail, number))
    return {"measures": tuple(measures)}


def _tail(text: str) -> tuple[str, str, str, str] | None:
    """Owner, deadline, proof and look-back of a measure's second line."""
    values: list[str] = []
    for label, following in zip(TAIL_LABELS, (*TAIL_LABELS[1:], ""), strict=True):
        if not text.startswith(label):
            return None
        value, end, rest = text[len(label) :].partition(f"；{following}") if following else (text[len(label) :], "", "")
        values.append(value.strip())
        text = following + rest if end else ""
    return (values[0], values[1], values[2], values[3]) if all(values) else None


def read_post_risks(part: Part, problems: ProblemList) -> dict[str, Any]:
    found = items(part.lines, problems, POST_RISK, "- 经办：一句风险情形")
    return {"post_risks": tuple(PostRisk(match[1], match[2]) for _, match in found)}


def read_lessons(part: Part, problems: ProblemList) -> dict[str, Any]:
    found = items(part.lines, problems, LESSON, "- 一句启示。【2】")
    lessons = tuple(Lesson(match[1], int(match[2])) for _, match in found)
    if not 1 <= len(lessons) <= 3:
        problems.error(part.line, f"“{part.name}”有 {len(lessons)} 句，应为一到三句", "留下最要紧的三句")
    return {"lessons": lessons}


def read_discussion(part: Part, problems: ProblemList) -> dict[str, Any]:
    found = tuple(match[1] for _, match in items(part.lines, problems, QUESTION, "1. 事实：一个问题"))
    if len(found) != 3:
        problems.error(part.line, f"讨论有 {len(found)} 题，应有三题", "一题事实、一题制度、一题我单位")
    return {"discussion": found}


def read_self_checks(part: Part, problems: ProblemList) -> dict[str, Any]:
    checks: list[SelfCheck] = []
    for group in subsections(part, problems, labels.SELF_CHECK_DIMENSIONS):
        for number, found in items(group.lines, problems, SELF_CHECK, "- 自查1 → 缺口1：存在……的情形。"):
            if int(found[1]) in [check.number for check in checks]:
                problems.error(number, f"自查{found[1]}写了两次", "换一个编号")
            if found[3].rstrip("。").endswith(("吗", "是否")) or "？" in found[3]:
                problems.error(number, "对照自查写成了问句", "写成风险情形陈述句：存在……的情形")
            checks.append(SelfCheck(group.name, int(found[1]), int(found[2] or 0), found[3], number))
    if not 6 <= len(checks) <= 9:
        problems.error(part.line, f"对照自查有 {len(checks)} 条，应为 6–9 条", "每个方面写两到三条")
    return {"self_checks": tuple(checks)}


def read_notes(part: Part, problems: ProblemList) -> dict[str, Any]:
    notes: list[SpeakerNote] = []
    for page in subsections(part, problems):
        lines = tuple((found[1], found[2]) for _, found in items(page.lines, problems, NOTE, "- 停：十秒"))
        if not 2 <= len(lines) <= 4:
            problems.warn(page.line, f"“{page.name}”有 {len(lines)} 行提示", "每页写两到四行")
        notes.append(SpeakerNote(page.name, lines))
    return {"notes": tuple(notes)}


def read_footnotes(part: Part, problems: ProblemList) -> dict[str, Any]:
    notes = [Footnote(found[1], inline(found[2])) for _, found in items(part.lines, problems, FOOTNOTE, "- 行为时：……")]
    for label in ("行为时", "现行"):
        if label not in [note.label for note in notes]:
            problems.error(part.line, f"版本脚注缺少“{label}”一栏", f"补上一行 - {label}：……")
    return {"footnotes": tuple(notes)}
