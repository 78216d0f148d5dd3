"""A Markdown body cut into parts at its headings, and the parts into lines and paragraphs; line numbers stay exact."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.case import CaseKind, Section
from app.domain.section import outline_of
from app.packs.markdown_text import joined
from app.packs.problem_list import ProblemList, clipped

Lines = list[tuple[int, str]]
SECTION_HEADING = re.compile(r"##(?!#)\s*(.*)")
PART_HEADING = re.compile(r"###(?!#)\s*(.*)")


@dataclass(frozen=True)
class Part:
    """What stands under one heading; ``line`` is the heading's own."""

    name: str
    line: int
    lines: Lines = field(default_factory=list)

    @property
    def first_line(self) -> int:
        """Of the text; the heading's where there is none."""
        return next((number for number, line in self.lines if line.strip()), self.line)


def sections_of(body: Lines, kind: CaseKind, problems: ProblemList) -> dict[Section, Part]:
    """The body cut at its second-level headings, which must be those of the outline of its kind, in its order."""
    order = {section.heading(kind): section for section in outline_of(kind)}
    found: dict[Section, Part] = {}
    current: Part | None = None
    for number, line in body:
        heading = SECTION_HEADING.match(line)
        if heading:
            current = Part(heading[1].strip(), number)
            section = _section(current, order, found, problems)
            places = list(order.values())
            if section and found and places.index(section) < max(map(places.index, found)):
                problems.error(number, f"“{current.name}”的位置不对", f"按顺序排：{'、'.join(order)}")
            if section:
                found[section] = current
        elif current is not None:
            current.lines.append((number, line))
        elif line.strip():
            problems.error(number, "第一个标题之前有文字", "把它移到某一节里")
    last = body[-1][0] if body else 1
    for title, section in order.items():
        if section not in found:
            problems.error(last, f"缺少“{title}”一节", f"补上标题 ## {title} 和内容")
    return found


def _section(
    part: Part, order: Mapping[str, Section], found: Collection[Section], problems: ProblemList
) -> Section | None:
    section = order.get(part.name)
    if section is None:
        problems.error(part.line, f"不认识的标题“{clipped(part.name)}”", f"二级标题只能是：{'、'.join(order)}")
        return None
    if section in found:
        problems.error(part.line, f"标题“{part.name}”出现了两次", "合并成一节")
        return None
    return section


def subsections(part: Part, problems: ProblemList, allowed: Collection[str] = ()) -> list[Part]:
    """The part cut at its third-level headings, each of them once; where names are given, none but those."""
    parts: list[Part] = []
    for number, line in part.lines:
        heading = PART_HEADING.match(line)
        if heading:
            name = heading[1].strip()
            if allowed and name not in allowed:
                problems.error(number, f"“{part.name}”的分组“{clipped(name)}”不对", f"只能是 {'、'.join(allowed)}")
            if name in [known.name for known in parts]:
                problems.error(number, f"小标题“{clipped(name)}”出现了两次", "合并成一组")
            parts.append(Part(name, number))
        elif parts:
            parts[-1].lines.append((number, line))
        elif line.strip():
            problems.error(number, f"“{part.name}”的第一个小标题之前有文字", "把它移到某个“### ”小标题下面")
    return parts


def items(
    lines: Lines, problems: ProblemList, form: re.Pattern[str], example: str
) -> Iterable[tuple[int, re.Match[str]]]:
    """Every non-empty line must have the form; one that has not is a problem that shows an example."""
    for number, line in lines:
        if not line.strip():
            continue
        found = form.fullmatch(line.strip())
        if found:
            yield number, found
        else:
            misfit(number, line, example, problems)


def misfit(number: int, line: str, example: str, problems: ProblemList) -> None:
    problems.error(number, f"这一行的写法不对：{clipped(line, 20)}", f"照这个样子写：{example}")


def paragraphs(lines: Lines) -> Iterable[tuple[int, str]]:
    """(line of its beginning, text) of each run of non-empty lines."""
    start = 0
    gathered: list[str] = []
    for number, line in [*lines, (0, "")]:
        if line.strip():
            start = start if gathered else number
            gathered.append(line)
        elif gathered:
            yield start, joined(gathered)
            gathered = []


def text_of(lines: Lines) -> str:
    return "\n".join(line for _, line in lines)


def numbers_in(marks: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall("[0-9]{1,3}", marks))
