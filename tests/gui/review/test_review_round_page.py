"""A round of review: answer, see why, rate; and taking a rating back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.errors import UserError
from app.domain.question import QuestionKind
from app.domain.review import Rating
from app.ui.kit.button import Button
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.parts.book_line import BookLine
from app.ui.review.review_round_page import ReviewRoundPage
from app.ui.review.review_summary import ReviewSummary

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def round_of(services, show_page):
    def make(*questions):
        ids = [question.id for question in questions]
        page = ReviewRoundPage(
            services.library, services.practice, services.review, {"title": "今日复习", "question_ids": ids}
        )
        page.window_of_test = show_page(page)
        return page

    return make


@pytest.fixture
def due(bank, miss, clock):
    """Three questions that are due today."""
    miss(*bank[:3])
    clock.days = 1
    return bank[:3]


def answer(page, right=True):
    question = page._item.question
    keys = question.answer if right else [next(key for key in question.letters if key not in question.answer)]
    for key in keys:
        QTest.keyClick(page, Qt.Key(Qt.Key.Key_A.value + page._item.shown.index(key)))
    enter(page)


def enter(page):
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Return)


def labels(page):
    return [page._bar.button_of(rating).label() for rating in Rating]


def test_before_the_answer_there_is_nothing_to_rate(round_of, due):
    page = round_of(*due)
    assert not page._bar.isVisible() and page._go.isVisible()


def test_after_the_answer_each_rating_says_when_the_question_comes_back(round_of, due, services):
    page = round_of(*due)
    answer(page)
    assert page.findChild(AnswerPanel).verdict_words() == "回答正确"
    assert page._bar.isVisible() and not page._go.isVisible()
    assert labels(page) == ["未掌握 · 明天", "基本掌握 · 明天", "已掌握 · 后天"]


def test_enter_takes_what_the_answer_suggests(round_of, due, services):
    page = round_of(*due)
    answer(page, right=False)
    enter(page)
    answer(page)
    enter(page)
    assert [item.rating for item in page._items] == [Rating.AGAIN, Rating.GOOD, None]
    assert page._item is page._items[2]


def test_a_lucky_guess_suggests_less(round_of, due):
    page = round_of(*due)
    QTest.keyClick(page, Qt.Key.Key_9)
    answer(page)
    assert page._suggested() is Rating.HARD


@pytest.mark.parametrize(("key", "rating"), [("1", Rating.AGAIN), ("2", Rating.HARD), ("3", Rating.GOOD)])
def test_one_two_and_three_rate(round_of, due, services, key, rating):
    page = round_of(*due)
    answer(page)
    QTest.keyClick(page, key)
    assert page._items[0].rating is rating and page._place == 1
    assert services.review.day().done == 1


def test_control_z_takes_the_rating_back_when_the_next_card_is_shown_already(round_of, due, services, qtbot):
    page = round_of(*due)
    answer(page)
    enter(page)
    assert page._place == 1
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert page._place == 0 and page._bar.isVisible() and page._item.rating is None
    assert services.review.day().done == 0
    QTest.keyClick(page, "1")
    assert page._items[0].rating is Rating.AGAIN and page._place == 1


def test_control_z_works_from_an_empty_field_and_from_the_summary(round_of, due, services, clock, miss):
    blank = next(one for one in services.library.bank() if one.kind is QuestionKind.BLANKS)
    page = round_of(due[0], blank)
    answer(page)
    enter(page)
    field = page._card.findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert page._place == 0
    enter(page)
    page._stop_here()
    assert page.findChild(ReviewSummary) is not None
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert page._place == 0 and not page._finished and page._head.isVisible()
    enter(page)
    assert len(services.records.activities()) == 1, "the round is recorded once"


def test_there_is_nothing_to_take_back_at_first(round_of, due, qtbot):
    page = round_of(*due)
    with qtbot.waitSignal(page.message) as told:
        QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert told.args[0] == "amber"


def test_a_rating_that_was_not_saved_stays_open(round_of, due, services, monkeypatch, qtbot):
    def fail(*given):
        raise UserError("磁盘已满，没有保存。")

    page = round_of(*due)
    answer(page)
    monkeypatch.setattr(services.review, "rate", fail)
    with qtbot.waitSignal(page.message):
        enter(page)
    assert page._place == 0 and page._bar.isVisible()


def test_leaving_the_book_is_said_and_can_be_taken_back(round_of, due, services):
    for _ in range(2):
        services.practice.answer(due[0], due[0].letters, due[0].answer)
    page = round_of(*due)
    answer(page)
    line = page.findChild(BookLine)
    assert line.text() == "连续三次答对，已移出错题本。"
    next(one for one in line.findChildren(Button) if one.label() == "放回错题本").click()
    assert services.practice.state(due[0].id).in_wrong_book
    assert line.text().startswith("已放回错题本") and page._bar.isVisible()


def test_the_last_rating_leads_to_the_summary_and_back_to_the_page(round_of, due, services, qtbot):
    page = round_of(*due)
    for place in range(3):
        answer(page, right=place != 1)
        enter(page)
    assert page.findChild(ReviewSummary).isVisible()
    assert [one.detail for one in services.records.activities()] == ["3 题，答对 2 题"]
    with qtbot.waitSignal(page.navigate) as gone:
        enter(page)
    assert gone.args[0] == "review"
    assert services.review.day().question_ids == ()


def test_the_page_built_anew_keeps_the_ratings_and_the_place(round_of, due):
    page = round_of(*due)
    answer(page)
    enter(page)
    answer(page)
    again = round_of(*due)
    again.restore(page.state())
    assert again._place == 1 and again._bar.isVisible()
    assert [item.rating for item in again._items] == [Rating.GOOD, None, None]


def test_questions_that_are_gone_lead_back(round_of, qtbot):
    page = round_of()
    with qtbot.waitSignal(page.navigate) as gone:
        enter(page)
    assert gone.args[0] == "review"


def test_every_stop_has_a_name_with_the_rating_bar(round_of, due, nameless_stops):
    page = round_of(*due)
    answer(page)
    assert nameless_stops(page.window_of_test) == []
