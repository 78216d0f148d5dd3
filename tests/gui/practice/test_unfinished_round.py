"""A round of practice that is left in the middle can be gone on with, and what was answered counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.domain.question import QuestionKind
from app.ui.kit.button import Button
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.practice.practice_page import PracticePage
from app.ui.practice.practice_round_page import PracticeRoundPage
from app.ui.practice.unfinished_round import UnfinishedRound
from app.ui.review.review_round_page import ReviewRoundPage
from tests.gui.tab_stops import tab_stops


@pytest.fixture
def asked(bank):
    return [one for one in bank if one.kind is QuestionKind.SINGLE and not one.group][:4]


@pytest.fixture
def round_of(services, opened):
    def make(*questions):
        given = {"title": "随机练习", "question_ids": [one.id for one in questions]}
        return opened(PracticeRoundPage(services.library, services.practice, given))

    return make


@pytest.fixture
def set_up(services, opened):
    return lambda: opened(PracticePage(services.library, services.practice))


def answer(page, right=True):
    asked = page._item.question
    key = asked.answer[0] if right else next(one for one in asked.letters if one not in asked.answer)
    QTest.keyClick(page, Qt.Key(Qt.Key.Key_A.value + page._item.shown.index(key)))
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)


def enter(page):
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)


def entries(services):
    return [(one.title, one.detail) for one in services.records.activities()]


def offered(page):
    """The button of the round that can be gone on with."""
    cards = [card for card in page.findChildren(UnfinishedRound) if card.isVisible()]
    return cards[0].findChild(Button) if cards else None


def test_what_was_answered_is_booked_and_the_round_goes_on_where_it_stopped(services, asked, round_of, set_up, opened):
    page = round_of(*asked)
    answer(page)
    enter(page)
    answer(page, right=False)
    page.leave()
    assert entries(services) == [("随机练习", "2 题，答对 1 题")]
    start = offered(set_up())
    assert start.label() == "继续上一轮（2/4）" and start.accessibleName() == "继续上一轮（2/4）：随机练习"
    again = opened(PracticeRoundPage(services.library, services.practice, services.practice.rounds.kept()))
    assert again.findChild(AnswerPanel).verdict_words() == "未答对"
    for _ in asked[2:]:
        enter(again)
        answer(again)
    enter(again)
    assert again._finished
    assert entries(services) == [("随机练习", "2 题，答对 2 题"), ("随机练习", "2 题，答对 1 题")]
    assert offered(set_up()) is None


def test_the_card_leads_into_the_round(services, asked, round_of, set_up, qtbot):
    page = round_of(*asked)
    answer(page)
    page.leave()
    ready = set_up()
    with qtbot.waitSignal(ready.navigate) as gone:
        offered(ready).click()
    assert gone.args == ["practice_round", services.practice.rounds.kept()]


def test_the_offer_is_the_first_stop_as_it_stands_first(asked, round_of, set_up):
    page = round_of(*asked)
    answer(page)
    page.leave()
    ready = set_up()
    assert tab_stops(ready)[0] is offered(ready)


def test_going_away_and_back_by_the_history_makes_one_entry(services, asked, round_of):
    page = round_of(*asked)
    answer(page)
    page.leave()
    state = page.state()
    again = round_of(*asked)
    again.restore(state)
    again.leave()
    enter(again)
    answer(again)
    again.leave()
    assert entries(services) == [("随机练习", "2 题，答对 2 题")]


def test_a_round_that_is_killed_can_be_gone_on_with(services, asked, round_of, set_up):
    page = round_of(*asked)
    answer(page)
    enter(page)  # and no leaving
    ready = set_up()
    assert offered(ready).label() == "继续上一轮（1/4）"
    assert entries(services) == [("随机练习", "1 题，答对 1 题")]


def test_words_typed_without_a_pause_are_kept(services, first, round_of, monkeypatch, qtbot):
    monkeypatch.setattr("app.ui.practice.practice_round_page.KEEP_MS", 200)
    page = round_of(first(QuestionKind.SHORT))
    box = page.findChild(QPlainTextEdit)

    def typed_and_kept():
        QTest.keyClick(box, Qt.Key.Key_H)
        kept = services.practice.rounds.kept()
        assert kept is not None and kept.items[0].answer[0].startswith("hhh")

    qtbot.waitUntil(lambda: _holds(typed_and_kept), timeout=10_000)


def _holds(check):
    try:
        check()
    except AssertionError:
        return False
    return True


def test_a_round_that_was_only_looked_at_is_not_offered(services, asked, round_of, set_up):
    page = round_of(*asked)
    page.leave()
    assert offered(set_up()) is None and entries(services) == []


def test_ending_a_round_early_books_it_and_offers_nothing(services, asked, round_of, set_up):
    page = round_of(*asked)
    answer(page)
    page._stop_here()
    assert entries(services) == [("随机练习", "1 题，答对 1 题")] and offered(set_up()) is None


def test_a_review_that_is_left_counts_too(services, asked, opened):
    given = {"title": "今天的复习", "question_ids": [one.id for one in asked]}
    page = opened(ReviewRoundPage(services.library, services.practice, services.review, given))
    answer(page)
    page.leave()
    page.leave()
    assert entries(services) == [("今天的复习", "1 题，答对 1 题")]
    assert services.practice.rounds.kept() is None
