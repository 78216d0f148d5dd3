"""How long each section of a case may be, counted in 汉字 as docs/content-format.md says."""

import re

from app.domain.case import CaseKind, Section
from app.packs.outline import Part
from app.packs.problem_list import ProblemList

LIMITS = {
    Section.FACTS: (350, 450),
    Section.GATE: (1, 60),
    Section.OUTCOME: (60, 100),
    Section.CLAUSES: (150, 250),
    Section.OPINIONS: (200, 300),
    Section.CAUSES: (200, 300),
    Section.GAPS: (120, 180),
    Section.BRAKE: (60, 100),
    Section.MEASURES: (200, 250),
    Section.POSTS: (80, 120),
    Section.LESSONS: (1, 90),
    Section.DISCUSSION: (1, 999),
    Section.FOOTNOTE: (60, 100),
}
BODY = (1800, 2400)
# An exemplar tells what was done and why it could be done; there is no finding to argue.
EXEMPLAR_LIMITS = LIMITS | {
    Section.FACTS: (300, 450),
    Section.CLAUSES: (100, 220),
    Section.CAUSES: (150, 260),
    Section.POSTS: (90, 180),
}
EXEMPLAR_BODY = (850, 1400)
HAN = re.compile("[\u4e00-\u9fff]")
CODE = re.compile("`[^`]*`")
GATE_LABEL = re.compile("(答|评|角色|时点)：")


def check_lengths(sections: dict[Section, Part], kind: CaseKind, problems: ProblemList) -> None:
    """Headings, `code`, digits, basis labels and the gate's hidden lines do not count."""
    exemplar = kind is CaseKind.EXEMPLAR
    low_body, high_body = EXEMPLAR_BODY if exemplar else BODY
    total = 0
    for section, (low, high) in (EXEMPLAR_LIMITS if exemplar else LIMITS).items():
        part = sections.get(section)
        if part is None:
            continue
        count = _count(section, part)
        total += count
        if not low <= count <= high:
            problems.error(part.line, f"“{part.name}”有 {count} 字，应为 {low}–{high} 字", "删减或补充到范围内")
    if sections and not low_body <= total <= high_body:
        problems.error(1, f"正文合计 {total} 字，应为 {low_body}–{high_body} 字", "删减或补充到范围内")


def _count(section: Section, part: Part) -> int:
    count, hidden = 0, False
    for _, line in part.lines:
        if section is Section.GATE:
            label = GATE_LABEL.match(line.strip())
            # 答 and 评 hide the lines that go on below them, too.
            hidden = (label is not None and label[1] in "答评") or (hidden and bool(line.strip()))
            if label or hidden:
                continue
        if line.startswith("#"):
            continue
        if section is Section.CLAUSES:
            line = re.sub("· (行为时|处理时|现行对照) →", "", line)
        count += len(HAN.findall(CODE.sub("", line)))
    return count
