"""Every delivered case as pages: complete, in order, within the page, and nothing told before its time."""

import re
from dataclasses import replace
from functools import cache

import pytest

from app.domain import page_names
from app.domain.article_pages import cited_articles
from app.domain.case import Case, CaseKind
from app.domain.case_deck import pages_of_case
from app.domain.case_story_pages import fact_text
from app.domain.deck import DeckPage
from app.domain.prose import Run, spoken, spoken_lines
from app.domain.question import QuestionKind
from app.domain.sheet import (
    Choice,
    Column,
    Item,
    Mark,
    Moment,
    Quotation,
    Row,
    Sheet,
    SheetKind,
    Text,
)
from app.domain.sheet_height import fits
from app.domain.sheet_text import sheet_text
from tests.unit.domain.delivered import article_of, cases, questions_of

SLUGS = [case.slug for case in cases()]
EVERY = pytest.mark.parametrize("slug", SLUGS)


def case_named(slug: str) -> Case:
    return next(case for case in cases() if case.slug == slug)


@cache
def pages(slug: str) -> tuple[DeckPage, ...]:
    case = case_named(slug)
    return pages_of_case(case, article_of, questions_of(case))


def of(slug: str, key: str) -> list[DeckPage]:
    """The pages of a group ("facts", "clause-…")."""
    return [page for page in pages(slug) if page.id.split("/")[1].startswith(key)]


def texts(found: list[DeckPage], kind: type, revealed: bool = False) -> str:
    sheets = [(page.revealed if revealed and page.revealed else page.sheet) for page in found]
    blocks = [block for sheet in sheets for block in sheet.blocks]
    return "".join(block.text for block in blocks if isinstance(block, kind)).replace("\n", "")


def test_there_are_cases_and_exemplars() -> None:
    assert len(SLUGS) >= 50
    assert {case.kind for case in cases()} == set(CaseKind)


@EVERY
def test_every_page_holds_what_is_on_it(slug: str) -> None:
    sheets = [sheet for page in pages(slug) for sheet in (page.sheet, page.revealed) if sheet]
    assert [sheet.title for sheet in sheets if not fits(sheet)] == []


@EVERY
def test_ids_are_unique_and_begin_with_the_slug(slug: str) -> None:
    ids = [page.id for page in pages(slug)]
    assert len(set(ids)) == len(ids)
    assert all(page_id.startswith(f"{slug}/") for page_id in ids)
    assert all(page.source for page in pages(slug))


@EVERY
def test_it_takes_between_twenty_minutes_and_an_hour(slug: str) -> None:
    assert 20 * 60 <= sum(page.seconds for page in pages(slug)) <= 60 * 60
    assert all(page.seconds > 0 for page in pages(slug))


@EVERY
def test_the_time_line_tells_every_fact_whole(slug: str) -> None:
    case, facts = case_named(slug), of(slug, "facts")
    assert texts(facts, Moment) == "".join(fact_text(fact) for fact in case.facts)
    marks = [block.mark for page in facts for block in page.sheet.blocks if isinstance(block, Moment)]
    assert list(dict.fromkeys(marks)) == [f"【{fact.number}】" for fact in case.facts]


@EVERY
def test_the_words_of_every_cited_article_are_shown_with_their_source(slug: str) -> None:
    for clause in case_named(slug).clauses:
        name = page_names.clause_page(case_named(slug), clause)
        shown = [page for page in pages(slug) if page.name.split(" ")[0] == name]
        for cited in cited_articles(clause.references, article_of):
            assert isinstance(cited.block, Quotation), cited.title
            quoted = "".join(
                block.text
                for page in shown
                for block in page.sheet.blocks
                if isinstance(block, Quotation) and block.source == cited.block.source
            )
            assert cited.block.text.replace("\n", "") in quoted.replace("\n", "")
            assert re.search("《.+》（[0-9]{4}年版）第.+条.*起施行", cited.block.source)
        assert spoken(clause.reason) in texts(shown, Item)


@EVERY
def test_opinions_causes_brake_and_lessons_are_complete(slug: str) -> None:
    case = case_named(slug)
    opinions = of(slug, "opinions")
    said = "".join(re.sub("^意见.：", "", spoken(one)) for one in case.opinions)
    assert texts(opinions, Item) == said
    assert texts(opinions, Text, revealed=True) == "".join(spoken_lines(case.assessment))
    assert texts(of(slug, "causes-"), Item) == "".join(
        spoken(cause.text) for group in page_names.CAUSES for cause in case.causes if cause.group == group
    )
    assert texts(of(slug, "brake"), Text) == "".join(spoken_lines(case.brake))
    assert texts(of(slug, "lessons"), Item) == "".join(lesson.text for lesson in case.lessons)
    assert texts(of(slug, "discussion"), Item) == "".join(case.discussion)


@EVERY
def test_outcome_gaps_and_self_check_are_complete(slug: str) -> None:
    case = case_named(slug)
    outcome = texts(of(slug, "outcome"), Item)
    assert all(f"{sanction.organ}：{sanction.words}" in outcome for sanction in case.sanctions)
    assert texts(of(slug, "outcome"), Text) == spoken(case.outcome_note)
    rows = [block.cells for page in of(slug, "gaps") for block in page.sheet.blocks if isinstance(block, Row)]
    gaps = [(gap.control, gap.missing, gap.finder) for gap in case.gaps]
    assert [row[1:] for row in rows if row[0] != "环节"] == gaps
    columns = [block for page in of(slug, "check") for block in page.sheet.blocks if isinstance(block, Column)]
    assert sorted(item for column in columns for item in column.items) == sorted(
        check.statement for check in case.self_checks
    )


@EVERY
def test_the_room_votes_before_it_is_told(slug: str) -> None:
    case = case_named(slug)
    assert case.gate
    gate = next(page for page in of(slug, "gate") if page.ballot)
    assert gate.ballot == tuple(option.key for option in case.gate.options)
    assert gate.revealed
    marked = {block.key: block.mark for block in gate.revealed.blocks if isinstance(block, Choice)}
    assert [key for key, mark in marked.items() if mark is Mark.RIGHT] == [case.gate.answer]
    shown = [block for page in pages(slug) for block in page.sheet.blocks if isinstance(block, Choice)]
    assert all(choice.mark is Mark.NONE for choice in shown)
    comment = texts(of(slug, "gate"), Text, revealed=True)
    assert comment == spoken(case.gate.comment)


@EVERY
def test_nothing_of_the_outcome_is_shown_before_the_gate(slug: str) -> None:
    case = case_named(slug)
    gate = next(place for place, page in enumerate(pages(slug)) if page.ballot)
    before = "\n".join(sheet_text(page.sheet) for page in pages(slug)[: gate + 1])
    told = [spoken(case.outcome_note), *map(spoken, case.opinions), *(lesson.text for lesson in case.lessons)]
    told += [*spoken_lines(case.assessment), *spoken_lines(case.brake), spoken(case.gate.comment if case.gate else ())]
    told += [spoken(clause.reason) for clause in case.clauses]
    assert [one for one in told if one and one in before] == []
    assert not any(f"{one.organ}：{one.words}" in before for one in case.sanctions)
    assert not any(page.sheet.kind in (SheetKind.OUTCOME, SheetKind.CLAUSE) for page in pages(slug)[: gate + 1])


@EVERY
def test_no_answer_is_in_any_unrevealed_page_before_its_own(slug: str) -> None:
    """A reason stands on the page where it is revealed or after it, never earlier."""
    case = case_named(slug)
    reasons = {question.explanation for question in questions_of(case)} | set(spoken_lines(case.assessment))
    for reason in filter(None, reasons):
        start = reason[:20]
        first = next(
            (
                place
                for place, page in enumerate(pages(slug))
                if page.revealed and page.revealed != page.sheet and start in _flat(page.revealed)
            ),
            None,
        )
        shown = [place for place, page in enumerate(pages(slug)) if start in _flat(page.sheet)]
        if first is not None:
            assert all(place > first for place in shown)
        for place in shown:
            head = pages(slug)[place].id.rpartition("/")[0]
            assert any(page.ballot or page.revealed for page in pages(slug)[:place] if page.id.startswith(head))


def _flat(sheet: Sheet) -> str:
    """Without the words of the law: a reason may well repeat those."""
    own = tuple(block for block in sheet.blocks if not isinstance(block, Quotation))
    return sheet_text(replace(sheet, blocks=own)).replace("\n", "")


@EVERY
def test_every_note_of_the_speaker_is_on_a_page(slug: str) -> None:
    written = [line for note in case_named(slug).notes for line in note.lines]
    attached = [line for page in pages(slug) for line in page.notes]
    assert [line for line in written if line not in attached] == []


@EVERY
def test_pages_come_in_the_order_of_the_outline(slug: str) -> None:
    case = case_named(slug)
    names = page_names.page_names(case)
    order = []
    for page in pages(slug):
        base = page.name.split(" ")[0]
        longest_first = sorted(names, key=len, reverse=True)
        name = next((one for one in longest_first if base == one or base.startswith(f"{one}·")), "")
        order.append(names.index(name) if name else len(names))
    assert order == sorted(order)
    assert pages(slug)[0].sheet.kind is SheetKind.COVER
    assert pages(slug)[-1].sheet.kind is SheetKind.CLOSING
    assert set(names) >= {note.page for note in case.notes}


@EVERY
def test_every_page_carries_the_disclaimer(slug: str) -> None:
    assert all(page.sheet.composite for page in pages(slug))


@EVERY
def test_sections_are_numbered_in_their_kickers(slug: str) -> None:
    numbers = list(dict.fromkeys(page.sheet.kicker.split("、")[0] for page in pages(slug)[1:-1]))
    assert numbers == "一 二 三 四 五 六 七 八 九 十 十一 十二".split()[: len(numbers)]


def test_up_to_three_questions_are_asked_and_none_where_none_is_wanted() -> None:
    case = case_named(SLUGS[0])
    for wanted in (0, 1, 3):
        built = pages_of_case(case, article_of, questions_of(case), wanted)
        assert len({page.id.split("/")[1] for page in built if "/quiz-" in page.id}) == wanted
    assert len([page for page in pages(SLUGS[0]) if page.ballot]) == 4


def test_only_kinds_that_a_room_can_vote_on_are_asked() -> None:
    for case in cases():
        asked = {page.id.split("quiz-")[1].split("/")[0] for page in pages(case.slug) if "quiz-" in page.id}
        kinds = {q.kind for q in questions_of(case) if q.id.removeprefix(f"{case.slug}-") in asked}
        assert kinds <= {QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.TRUE_FALSE}


def test_an_article_that_is_not_included_is_said_to_be_missing() -> None:
    case = case_named(SLUGS[0])
    clauses = [page for page in pages_of_case(case, lambda written: None) if "/clause-" in page.id]
    assert any("没有收录" in sheet_text(page.sheet) for page in clauses)


def test_a_longer_fact_moves_no_id_of_another_section() -> None:
    case = case_named(SLUGS[0])
    grown = replace(case.facts[0], text=(*case.facts[0].text, Run("他又想了想，还是签了字。" * 40)))
    before, after = pages(case.slug), pages_of_case(replace(case, facts=(grown, *case.facts[1:])), article_of)
    kept = {page.id for page in before if "/facts/" not in page.id and "/quiz-" not in page.id}
    assert kept <= {page.id for page in after}
    changed = {page.id for page in after for old in before if old.id == page.id and old.source != page.source}
    assert changed and all("/facts/" in page_id or "/cover/" in page_id for page_id in changed)
