"""The unit's own exemplars: drafts that somebody may go on writing. What is not written yet is told, not a fault."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.case import Case, CaseKind, Fact, Section
from app.domain.own_exemplar import OWN, TO_WRITE, lacking, own_case_id
from app.domain.problem import Problem
from app.packs.case_story import FACT
from app.packs.content_folder import guarded, may_be_read
from app.packs.day_span import DaySpan
from app.packs.markdown_cases import read_case
from app.packs.markdown_text import inline
from app.packs.outline import SECTION_HEADING, Lines, paragraphs
from app.packs.own_files import EXEMPLARS, MOST, own_paths
from app.packs.problem_list import ProblemList
from app.packs.source_file import SourceFile, shown_name

COVER = "草稿"
FIRST_NUMBER = 901
NUMBERED = re.compile("【[0-9]{1,3}】")


@dataclass(frozen=True)
class OwnExemplars:
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]


def read_own_exemplars(folder: Path) -> OwnExemplars:
    """Never raises for what ``folder``/exemplars holds; a broken file costs only itself."""
    root = folder.parent
    kept: list[Case] = []
    problems: list[Problem] = []
    paths = own_paths(folder, EXEMPLARS)
    for path in paths:
        listed = ProblemList(shown_name(path, root))
        guarded(_reading(path, root, kept, listed), listed)
        problems.extend(listed.problems)
    if len(paths) == MOST:
        problems.append(Problem(shown_name(folder / EXEMPLARS, root), 0, f"超过 {MOST} 篇，其余没有读", "减少文件"))
    return OwnExemplars(tuple(kept), tuple(problems))


def _reading(path: Path, root: Path, kept: list[Case], problems: ProblemList) -> Callable[[], None]:
    def read() -> None:
        source = SourceFile.read(path, root, problems)
        if source is None or not may_be_read(source, problems):
            return
        found = ProblemList(problems.file)
        entry = read_case(replace(source, text=_written(source.text)), found)
        if entry is None or entry.item.kind is not CaseKind.EXEMPLAR:
            what = "读不出来" if entry is None else "不是典型做法"
            problems.error(1, f"这篇本单位做法{what}，没有列入", "在“成果归集”里作废后重新登记，或改好文首的档案")
            return
        _tell(source.text, found, problems)
        kept.append(_ours(entry.item, path.stem, FIRST_NUMBER + len(kept), source.text))

    return read


def _written(text: str) -> str:
    """Without the lines that only say what is to be written; the others stay on their lines."""
    return "\n".join("" if line.lstrip().startswith(TO_WRITE) else line for line in text.split("\n"))


def _ours(case: Case, stem: str, number: int, text: str) -> Case:
    ours = replace(
        case,
        id=own_case_id(stem),
        slug=f"{OWN}{stem}",
        number=number,
        subtitle="" if case.subtitle == TO_WRITE else case.subtitle,
        cover="" if case.cover == TO_WRITE else case.cover,
        people=tuple(person for person in case.people if person.post != TO_WRITE),
        facts=_facts(text),
        quiz="",
        own=True,
    )
    return replace(ours, lacking=lacking(ours), cover=ours.cover or COVER)


def _facts(text: str) -> tuple[Fact, ...]:
    """Every paragraph of the story, also where nobody has said yet when it was."""
    facts: list[Fact] = []
    for number, words in paragraphs(_story(text)):
        if words.startswith(TO_WRITE):
            continue
        dated, start = FACT.match(words), NUMBERED.match(words)
        date = f"{dated[2]}-{int(dated[3]):02}" + (f"-{int(dated[4]):02}" if dated[4] else "") if dated else ""
        date = date if DaySpan.parse(date) else ""
        facts.append(Fact(len(facts) + 1, date, inline(words[start.end() :] if start else words), number))
    return tuple(facts)


def _story(text: str) -> Lines:
    lines: Lines = []
    here = False
    for number, line in enumerate(text.split("\n"), 1):
        heading = SECTION_HEADING.match(line)
        if heading:
            here = heading[1].strip() == Section.FACTS.heading(CaseKind.EXEMPLAR)
        elif here:
            lines.append((number, line))
    return lines


def _tell(text: str, found: ProblemList, problems: ProblemList) -> None:
    """What is wrong in a line that somebody has written; what is missing is told on the page itself."""
    lines = text.split("\n")
    undated = {number for number, line in enumerate(lines, 1) if NUMBERED.match(line) and not FACT.match(line)}
    for problem in found.problems:
        line = lines[problem.line - 1].strip() if 0 < problem.line <= len(lines) else ""
        if line and TO_WRITE not in line and not line.startswith(("#", "---")) and problem.line not in undated:
            problems.warn(problem.line, problem.message, problem.advice)
