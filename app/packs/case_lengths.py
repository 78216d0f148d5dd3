"""How long each section of a case may be, counted in 汉字 as docs/content-format.md says."""

import re

from app.domain.case import Section
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
HAN = re.compile("[\u4e00-\u9fff]")


def check_lengths(sections: dict[Section, list[tuple[int, str]]], problems: ProblemList) -> None:
    """Headings, `code`, digits, basis labels and the gate's hidden lines do not count."""
    total = 0
    for section, (low, high) in LIMITS.items():
        lines = sections.get(section)
        if lines is None:
            continue
        count = sum(_count(section, line) for _, line in lines)
        total += count
        if not low <= count <= high:
            line = lines[0][0] - 1 if lines else 1
            problems.error(line, f"“{section.value}”有 {count} 字，应为 {low}–{high} 字", "删减或补充到范围内")
    if sections and not BODY[0] <= total <= BODY[1]:
        problems.error(1, f"正文合计 {total} 字，应为 {BODY[0]}–{BODY[1]} 字", "删减或补充到范围内")


def _count(section: Section, line: str) -> int:
    if line.startswith("#"):
        return 0
    if section is Section.GATE and re.match("(答|评|角色|时点)：", line):
        return 0
    if section is Section.CLAUSES:
        line = re.sub("· (行为时|处理时|现行对照) →", "", line)
    return len(HAN.findall(re.sub("`[^`]*`", "", line)))
