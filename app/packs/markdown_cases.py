"""``content/cases/<slug>.md`` → Case. The notation is documented in docs/content-format.md."""

from collections.abc import Callable, Iterable
from typing import Any

from app.domain.case import Case, CaseKind, Section
from app.packs import case_analysis, case_follow_up, case_story
from app.packs.case_head import KEYS, read_head
from app.packs.case_lengths import check_lengths
from app.packs.entry import Entry
from app.packs.fields import Fields
from app.packs.marks import CODE, Mark, MarkKind, marks_in
from app.packs.outline import PART_HEADING, Part, sections_of
from app.packs.problem_list import ProblemList
from app.packs.source_file import SourceFile

READERS: dict[Section, Callable[[Part, ProblemList], dict[str, Any]]] = {
    Section.FACTS: case_story.read_facts,
    Section.GATE: case_story.read_gate,
    Section.OUTCOME: case_story.read_outcome,
    Section.CLAUSES: case_analysis.read_clauses,
    Section.OPINIONS: case_analysis.read_opinions,
    Section.CAUSES: case_analysis.read_causes,
    Section.GAPS: case_analysis.read_gaps,
    Section.BRAKE: case_analysis.read_brake,
    Section.MEASURES: case_follow_up.read_measures,
    Section.POSTS: case_follow_up.read_post_risks,
    Section.LESSONS: case_follow_up.read_lessons,
    Section.DISCUSSION: case_follow_up.read_discussion,
    Section.SELF_CHECK: case_follow_up.read_self_checks,
    Section.NOTES: case_follow_up.read_notes,
    Section.FOOTNOTE: case_follow_up.read_footnotes,
}


def read_case(source: SourceFile, problems: ProblemList) -> Entry[Case] | None:
    """The case in ``source``; what is wrong goes to ``problems``.

    None where the head is unusable or the case is not marked as composite.
    """
    parts = source.front_matter(problems)
    if parts is None:
        return None
    head, body = parts
    fields = Fields(head, problems, KEYS)
    attributes = read_head(fields, problems)
    kind: CaseKind = attributes["kind"]
    sections = sections_of(body, kind, problems)
    check_lengths(sections, kind, problems)
    for section, part in sections.items():
        attributes |= READERS[section](part, problems)
    if not attributes["slug"] or not attributes["title"] or not attributes["composite"]:
        return None
    return Entry(Case(**attributes), source.name, fields.lines, tuple(_marks(sections)))


def _marks(sections: dict[Section, Part]) -> Iterable[Mark]:
    for section, part in sections.items():
        for number, line in part.lines:
            heading = PART_HEADING.match(line)
            if section is Section.NOTES and heading:
                yield Mark(number, MarkKind.PAGE, heading[1].strip(), section.value)
            text = line.strip()
            if section is Section.FACTS and case_story.FACT.match(text):
                text = text[text.index("】") + 1 :]  # its own number points nowhere
            if section is Section.CAUSES or (section is Section.OUTCOME and text.startswith("- ")):
                text = CODE.sub("", text, count=1)  # the slug
            yield from marks_in(number, text, section.value)
