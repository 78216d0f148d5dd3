"""Setting up a practice."""

from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.practice import PracticeSource, SourceKind
from app.domain.question import QuestionKind
from app.ui.kit.button import Button
from app.ui.practice.book_card import BookCard
from app.ui.practice.practice_page import PracticePage
from tests.gui.tab_stops import against_reading, tab_stops


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
    assert f"案例分析 {len(parts)}" in [chip.accessibleName() for chip in page._kinds.chips()] and len(parts) > 100
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


def test_tab_goes_down_the_page_and_the_kinds_are_one_stop(page, qtbot):
    stops = tab_stops(page)
    chips = [one for one in stops if one in page._kinds.chips()]
    assert len(chips) == 1
    left = stops[: stops.index(page._start) + 1]
    assert against_reading(left) == [] and chips[0] in left
    page._kinds.set_chosen(frozenset({QuestionKind.ORDER}))
    page._show_count()
    assert tab_stops(page) == stops


def test_arrows_go_along_the_kinds_and_space_ticks_them(page, qtbot):
    every, single, *_ = page._kinds.chips()
    every.setFocus()
    qtbot.keyClick(every, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is single and page._kinds.chosen() == frozenset()
    qtbot.keyClick(single, Qt.Key.Key_Space)
    assert page._kinds.chosen() == {QuestionKind.SINGLE} and single.isChecked() and not every.isChecked()
    assert QApplication.focusWidget() is single and "已选" in single.accessibleName()
    qtbot.keyClick(single, Qt.Key.Key_Space)
    assert page._kinds.chosen() == frozenset() and every.isChecked()
    every.click()
    assert every.isChecked(), "all, or those ticked"


def test_kinds_that_a_source_has_not_got_do_not_hold_the_tab_key(page, services, bank):
    case = next(one.case for one in bank if one.case)
    short = page._kinds.chips()[6]
    short.setFocus()
    page._sources.set_source(PracticeSource(SourceKind.STARRED))
    page._show_count()
    assert not short.isEnabled() and page._kinds.chips()[0] in tab_stops(page)
    page._sources.set_source(PracticeSource(SourceKind.CASE, case))
    page._show_count()
    assert [chip for chip in page._kinds.chips() if chip in tab_stops(page)] == [page._kinds.chips()[0]]


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


def test_a_long_list_says_that_it_is_done_in_portions(services, opened, bank):
    asked = [one for one in bank if one.kind is QuestionKind.SINGLE and not one.group][:21]
    for one in asked:
        services.practice.answer(one, one.letters, (wrong_key(one),), "sure")
    page = opened(PracticePage(services.library, services.practice))
    book = page.findChildren(BookCard)[1]
    start = book.findChild(Button)
    assert start.label() == "再做一遍（每次 20 题）"
    chosen = []
    page.navigate.connect(lambda _, argument: chosen.extend(argument["question_ids"]))
    start.click()
    assert chosen == [one.id for one in asked[:20]], "what was answered longest ago comes first"


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
