"""What happened, the moment to decide, and how it ended: 案情, 停一停, 处理结果."""

import re
from typing import Any

from app.domain import labels
from app.domain.case import Fact, Gate, Option, Sanction
from app.packs.day_span import DaySpan
from app.packs.markdown_text import inline, joined
from app.packs.outline import Part, items, paragraphs
from app.packs.problem_list import ProblemList, clipped

FACT = re.compile("【([0-9]{1,3})】([0-9]{4})年([0-9]{1,2})月(?:([0-9]{1,2})日)?")
GATE_LABEL = re.compile("(角色|时点|答|评)：(.*)")
GATE_MOMENT = re.compile("【([0-9]{1,3})】")
GATE_ROLES = ("经办", "分管", "监督")
OPTION = re.compile(r"- ([A-F])\. (.+)")
SANCTION = re.compile(r"- (?P<who>[^·`]+) · (?P<organ>[^·`]+) · `(?P<slug>[^`]+)`\s*(?P<words>.+)")


def read_facts(part: Part, problems: ProblemList) -> dict[str, Any]:
    facts: list[Fact] = []
    for number, text in paragraphs(part.lines):
        found = FACT.match(text)
        if not found:
            problems.error(number, "事实段没有编号或日期", "段首写【1】2025年4月14日，……（数字用半角）")
            continue
        if int(found[1]) != len(facts) + 1:
            problems.error(number, f"事实编号【{found[1]}】不连续", f"这里应是【{len(facts) + 1}】")
        date = f"{found[2]}-{int(found[3]):02}" + (f"-{int(found[4]):02}" if found[4] else "")
        if not DaySpan.parse(date):
            problems.error(number, "事实的日期不存在", "检查月份和日期")
            date = ""
        facts.append(Fact(int(found[1]), date, inline(text[text.index("】") + 1 :]), number))
    if not facts:
        problems.error(part.line, f"“{part.name}”里没有事实", "每段以编号和日期开头：【1】2025年4月14日，……")
    return {"facts": tuple(facts)}


def read_gate(part: Part, problems: ProblemList) -> dict[str, Any]:
    labelled: dict[str, list[str]] = {}
    lines: dict[str, int] = {}
    options: list[Option] = []
    stem: list[str] = []
    goes_on: list[str] = stem  # where a line without a mark of its own belongs
    for number, line in part.lines:
        text = line.strip()
        label, option = GATE_LABEL.match(text), OPTION.fullmatch(text)
        if label:
            if label[1] in labelled:
                problems.error(number, f"“{label[1]}：”写了两次", "留下一行")
            goes_on = labelled[label[1]] = [label[2]]
            lines[label[1]] = number
            if label[1] in ("角色", "时点"):
                goes_on = stem
        elif option:
            if option[1] in [known.key for known in options]:
                problems.error(number, f"选项 {option[1]} 写了两次", "换一个字母")
            options.append(Option(option[1], option[2]))
        elif text.startswith("- "):
            problems.error(number, "选项的写法不对", "写成 - A. 选项文字")
        elif text:
            goes_on.append(text)
    written = {name: joined(text).strip() for name, text in labelled.items()}
    return {"gate": _gate(part, written, lines, joined(stem), options, problems)}


def _gate(
    part: Part,
    written: dict[str, str],
    lines: dict[str, int],
    stem: str,
    options: list[Option],
    problems: ProblemList,
) -> Gate | None:
    role, answer = written.get("角色", ""), written.get("答", "")
    moment = GATE_MOMENT.fullmatch(written.get("时点", ""))
    for name in ("角色", "时点", "答", "评"):
        if not written.get(name):
            problems.error(lines.get(name, part.line), f"“停一停”缺少“{name}：”", f"补上一行“{name}：…”")
    if role and role not in GATE_ROLES:
        problems.error(lines["角色"], f"角色“{clipped(role)}”不对", f"只能是 {'、'.join(GATE_ROLES)}")
    if written.get("时点") and not moment:
        problems.error(lines["时点"], "“时点”应指回一个事实", "写成 时点：【5】")
    known = answer in [option.key for option in options]
    if answer and not known:
        problems.error(lines["答"], f"“答：{clipped(answer)}”不在选项里", "答案写一个选项字母")
    if not stem or len(options) < 3:
        problems.error(part.line, "“停一停”缺少题干或选项", "写一句题干和三到四个选项")
    if not stem or len(options) < 2 or not known:
        return None
    comment = inline(written.get("评", ""))
    return Gate(role, int(moment[1]) if moment else 0, stem, tuple(options), answer, comment, part.first_line)


def read_outcome(part: Part, problems: ProblemList) -> dict[str, Any]:
    listed = [(number, line) for number, line in part.lines if line.startswith("- ")]
    sanctions: list[Sanction] = []
    for number, found in items(listed, problems, SANCTION, "- 甲某 · 县纪委 · `p-warning` 警告"):
        slug = found["slug"]
        if slug not in labels.SANCTIONS:
            problems.error(number, f"处理种类“{clipped(slug)}”不在词表里", f"可用：{'、'.join(labels.SANCTIONS)}")
            continue
        sanctions.append(Sanction(found["who"].strip(), found["organ"].strip(), slug, found["words"].strip(), number))
    rest = [(number, line) for number, line in part.lines if line.strip() and not line.startswith("- ")]
    note = joined(line for _, line in rest)
    if not note.startswith("示意："):
        line = rest[0][0] if rest else part.line
        problems.error(line, "处理结果没有标明“示意：”", "另起一行写 示意：……")
    return {"sanctions": tuple(sanctions), "outcome_note": inline(note.removeprefix("示意："))}
