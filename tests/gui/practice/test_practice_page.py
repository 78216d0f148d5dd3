"""Setting up a practice."""

from itertools import groupby

import pytest

from app.domain.practice import PracticeSource, SourceKind
from app.domain.question import QuestionKind
from app.ui.kit.button import Button
from app.ui.practice.book_card import BookCard
from app.ui.practice.practice_page import PracticePage


@pytest.fixture
def page(services, opened):
    return opened(PracticePage(services.library, services.practice))


def wrong_key(question):
    return next(key for key in question.letters if key not in question.answer)


def test_it_says_how_many_there_are_and_starts_as_many_as_wanted(page, services, qtbot):
    assert f"可练 {len(services.library.question_summaries())} 题" in page._count.text()
    page._number.set_chosen("5")
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    key, argument = gone.args
    assert key == "practice_round" and len(argument["question_ids"]) >= 5


def test_the_source_named_by_another_page_is_chosen(services, opened):
    base = next(reference for reference in ("条例@2023/124",))
    source = PracticeSource(SourceKind.ARTICLE, base)
    page = opened(PracticePage(services.library, services.practice, source))
    assert page._sources.source() == source
    assert f"可练 {len(services.practice.available(source))} 题" in page._count.text()


def test_only_the_kinds_ticked_are_drawn(page, services, qtbot):
    page._kinds.set_chosen(frozenset({QuestionKind.TRUE_FALSE}))
    page._show_count()
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    drawn = services.library.questions(gone.args[1]["question_ids"])
    assert {question.kind for question in drawn} == {QuestionKind.TRUE_FALSE}


def test_case_studies_can_be_practised_and_come_whole(page, services, qtbot):
    parts = [one for one in services.library.question_summaries() if one.group]
    assert f"案例分析 {len(parts)}" in [chip.accessibleName() for chip in page._kinds._chips()] and len(parts) > 100
    page._kinds.set_chosen(frozenset({QuestionKind.CASE_STUDY}))
    page._show_count()
    assert f"可练 {len(parts)} 题，本次最多做 10 题（案例分析整组做）" in page._count.text()
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    ids = gone.args[1]["question_ids"]
    groups = {one.group for one in services.library.questions(ids)}
    assert 1 < len(ids) <= 10 and "" not in groups
    assert sorted(ids) == sorted(one.id for one in parts if one.group in groups)
    in_order = [one.group for one in services.library.questions(ids)]
    assert len([*groupby(in_order)]) == len(groups), "one group after the other"


def test_every_tab_stop_has_a_name(page, nameless_stops):
    for kind in SourceKind:
        page._sources._kinds.set_chosen(kind.value)
        page._sources._change_kind()
        assert nameless_stops(page) == []


def test_an_empty_wrong_answer_book_says_so_and_cannot_be_started(services, opened):
    page = opened(PracticePage(services.library, services.practice, PracticeSource(SourceKind.WRONG)))
    assert "错题本是空的" in page._count.text()
    assert not page._start.isEnabled()


def test_the_lists_hold_what_was_answered_wrong_with_confidence_and_right_by_luck(services, opened, first, qtbot):
    one = first(QuestionKind.SINGLE)
    two = first(QuestionKind.MULTIPLE)
    services.practice.answer(one, one.letters, (wrong_key(one),), "sure")
    services.practice.answer(two, two.letters, two.answer, "guess")
    page = opened(PracticePage(services.library, services.practice))
    books = page.findChildren(BookCard)
    starts = [next(made for made in book.findChildren(Button)) for book in books]
    assert [start.isVisible() for start in starts] == [True, True, True]
    with qtbot.waitSignal(page.navigate) as gone:
        starts[2].click()
    assert gone.args[1]["question_ids"] == [two.id]


def test_the_page_built_anew_looks_the_same(page, services, opened):
    page._sources.set_source(PracticeSource(SourceKind.TOPIC, services.library.question_summaries()[0].topic))
    page._number.set_chosen("20")
    again = opened(PracticePage(services.library, services.practice))
    again.restore(page.state())
    assert again._sources.source() == page._sources.source()
    assert again._number.chosen() == "20"
    assert again._count.text() != ""


def test_every_source_can_be_chosen(page, services):
    for kind in SourceKind:
        page._sources._kinds.set_chosen(kind.value)
        page._sources._change_kind()
        assert page._sources.source().kind is kind
        assert page._count.text() and page._sources.words()


def test_building_the_page_opens_no_window(services, first, stray, qtbot):
    one = first(QuestionKind.SINGLE)
    services.practice.answer(one, one.letters, (wrong_key(one),), "sure")
    page = PracticePage(services.library, services.practice, PracticeSource(SourceKind.ARTICLE, one.articles[0]))
    qtbot.addWidget(page)
    assert stray == []
