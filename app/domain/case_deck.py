"""The pages of a case, ready to be projected: from its own structure, in the order of its outline.

Nothing that comes after 停一停 is on a page before it. Sections are numbered in their kickers as they come.
"""

from collections.abc import Callable, Iterable, Sequence

from app.domain import labels, page_names
from app.domain.article_lookup import ArticleLookup
from app.domain.case import Case, CaseKind, Section
from app.domain.case_reason_pages import brake_pages, cause_pages, gap_pages, reason_pages
from app.domain.case_rule_pages import clause_pages, opinion_pages
from app.domain.case_story_pages import cover_pages, facts_pages, gate_pages, outcome_pages
from app.domain.case_use_pages import (
    check_pages,
    closing_pages,
    discussion_pages,
    lesson_pages,
    post_pages,
    quiz_pages,
)
from app.domain.chinese_numbers import to_chinese
from app.domain.deck import DeckPage
from app.domain.page_edit import Notes
from app.domain.question import Question
from app.domain.reading_time import planned

QUESTIONS = 3
"""How many questions of the case's quiz are asked where nothing else is wished."""

Pages = tuple[DeckPage, ...]
Builder = Callable[[str], Pages]


def pages_of_case(
    case: Case, article_of: ArticleLookup, questions: Sequence[Question] = (), quiz: int = QUESTIONS
) -> Pages:
    """``article_of``: ``LibraryService.article``; ``questions``: those of the case, of which up to ``quiz`` are asked.

    Ids begin with the case's slug ("ba-dian-ji-shi-de-men/facts/2": the second page of the facts).
    """
    notes = _Notes(case)
    own = tuple(question for question in questions if question.case in ("", case.slug))
    built: list[DeckPage] = []
    section = 0
    for title, build in _sections(case, notes, article_of, own, quiz):
        pages = build(f"{to_chinese(section + 1)}、{title}")
        section += bool(pages)
        built += pages
    built += closing_pages(case)
    cover = cover_pages(case, notes(page_names.COVER), 0)
    minutes = round(sum(page.seconds for page in planned((*cover, *built))) / 60)
    return planned((*cover_pages(case, notes(page_names.COVER), minutes), *built))


def _sections(
    case: Case, notes: "_Notes", article_of: ArticleLookup, questions: Sequence[Question], quiz: int
) -> Iterable[tuple[str, Builder]]:
    """(heading, what makes its pages with a kicker) in the order of the outline."""
    names = page_names
    exemplar = case.kind is CaseKind.EXEMPLAR
    heading = {section: section.heading(case.kind) for section in Section}
    yield heading[Section.FACTS], lambda at: facts_pages(case, at, notes(names.STORY if exemplar else names.FACTS))
    yield heading[Section.GATE], lambda at: gate_pages(case, at, notes(names.GATE))
    if not exemplar:
        yield heading[Section.OUTCOME], lambda at: outcome_pages(case, at, notes(names.OUTCOME))
    yield heading[Section.CLAUSES], lambda at: clause_pages(case, at, notes.next, article_of)
    if exemplar:
        yield heading[Section.CAUSES], lambda at: reason_pages(case, at, notes(names.REASONS))
        yield heading[Section.POSTS], lambda at: post_pages(case, at, notes(names.POSTS))
    else:
        yield from _analysis(case, notes)
    lessons = notes(names.LEARNED if exemplar else names.LESSONS)
    yield heading[Section.LESSONS], lambda at: lesson_pages(case, at, lessons)
    yield heading[Section.DISCUSSION], lambda at: discussion_pages(case, at, notes(names.DISCUSSION))
    if not exemplar:
        yield names.SELF_CHECK, lambda at: check_pages(case, at, notes(names.SELF_CHECK))
    yield "现场作答", lambda at: quiz_pages(case, questions, quiz, at)


def _analysis(case: Case, notes: "_Notes") -> Iterable[tuple[str, Builder]]:
    names = page_names

    def causes(at: str) -> Pages:
        groups = (cause_pages(case, group, at, notes(names.CAUSES[group])) for group in labels.CAUSE_GROUPS)
        return tuple(page for pages in groups for page in pages)

    yield names.OPINIONS, lambda at: opinion_pages(case, at, notes(names.OPINIONS))
    yield Section.CAUSES.value, causes
    yield Section.GAPS.value, lambda at: gap_pages(case, at, notes(names.GAPS))
    yield Section.BRAKE.value, lambda at: brake_pages(case, at, notes(names.BRAKE))


class _Notes:
    """The notes of a case by page name."""

    def __init__(self, case: Case) -> None:
        self._notes = case.notes
        self._taken: dict[str, int] = {}

    def __call__(self, name: str) -> Notes:
        return next((note.lines for note in self._notes if note.page == name), ())

    def next(self, name: str) -> Notes:
        """Each time the next ones of that name: two clauses may cite the same articles."""
        found = [note.lines for note in self._notes if note.page == name]
        taken = self._taken.get(name, 0)
        self._taken[name] = taken + 1
        return found[taken] if taken < len(found) else ()
