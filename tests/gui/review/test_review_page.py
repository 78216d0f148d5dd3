"""What is due today, what comes next, and the wrong-answer book."""

import pytest

from app.domain.practice import RIGHT_TO_LEAVE
from app.ui.kit.button import Button
from app.ui.kit.tag import Tag
from app.ui.review.book_row import BookRow
from app.ui.review.review_page import ReviewPage


@pytest.fixture
def open_page(services, show_page):
    def show(size=(1278, 712)):
        page = ReviewPage(services.library, services.practice, services.review)
        page.window_of_test = show_page(page, size)
        return page

    return show


def press(page, name):
    next(one for one in page.findChildren(Button) if one.isVisible() and one.accessibleName().startswith(name)).click()


def show_list(page, key):
    page._book._choice.set_chosen(key)
    page._book._choice.changed.emit(key)


def test_due_questions_are_counted_by_why_they_come(open_page, services, bank, miss, clock):
    miss(*bank[:3])
    services.practice.star(bank[5].id, True)
    clock.days = 1
    page = open_page()
    assert [tag.text() for tag in page.findChildren(Tag)] == ["错题 3", "收藏 1", "间隔 0"]


def test_enter_begins_todays_round(open_page, services, bank, miss, clock, qtbot):
    miss(*bank[:3])
    clock.days = 1
    page = open_page()
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    key, argument = gone.args
    assert key == "review_round" and set(argument["question_ids"]) == {question.id for question in bank[:3]}


def test_more_than_the_cap_says_that_the_rest_is_deferred(open_page, services, bank, miss, clock, said):
    services.review.set_cap(10)
    miss(*bank[:25])
    clock.days = 1
    page = open_page()
    assert "每天最多 10 题，其余 15 题顺延" in said(page)
    assert len(page._day.question_ids) == 10


def test_nothing_due_says_when_the_next_are(open_page, services, bank, miss, clock, said):
    miss(*bank[:6])
    words = said(open_page())
    month, day = (int(part) for part in services.review.day().coming[0][0].split("-")[1:])
    assert f"今天没有到期的题。下次：{month}月{day}日 6 题" in words


def test_who_has_nothing_to_review_is_told_how_it_begins(open_page, said, qtbot):
    page = open_page()
    assert "答错的题和收藏的题会自动收进来" in said(page) and "错题本是空的" in said(page)
    with qtbot.waitSignal(page.navigate) as gone:
        press(page, "去练习")
    assert gone.args[0] == "practice"


@pytest.mark.parametrize("by", ["按条文", "按案例", "按专题"])
def test_a_round_can_be_begun_on_one_group(open_page, bank, miss, qtbot, by):
    miss(*bank[:8])
    page = open_page()
    show_list(page, by)
    first = page.findChildren(BookRow)[0]
    with qtbot.waitSignal(page.navigate) as gone:
        first.acted.emit()
    assert gone.args[0] == "review_round" and gone.args[1]["question_ids"]


def test_what_left_the_book_is_listed_and_can_be_put_back(open_page, services, bank, miss, said, qtbot):
    miss(bank[0])
    for _ in range(RIGHT_TO_LEAVE):
        services.practice.answer(bank[0], bank[0].letters, bank[0].answer)
    page = open_page()
    show_list(page, "left")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(BookRow)))
    with qtbot.waitSignal(page.message) as told:
        press(page, "放回错题本")
    assert told.args[0] == "green"
    assert [state.question_id for state in services.practice.wrong_book()] == [bank[0].id]
    assert page._book.shown() == "left"
    qtbot.waitUntil(lambda: "还没有移出的题" in said(page))


def test_a_long_list_shows_its_first_rows_and_the_rest_when_asked(open_page, bank, miss, qtbot):
    miss(*bank[::12])
    page = open_page()
    before = len([one for one in page.findChildren(BookRow) if one.isVisible()])
    press(page, "显示全部")
    qtbot.waitUntil(lambda: len([one for one in page.findChildren(BookRow) if one.isVisible()]) > before)


def test_the_page_built_anew_shows_the_same_list(open_page, bank, miss):
    miss(*bank[:4])
    page = open_page()
    show_list(page, "按专题")
    again = open_page()
    again.restore(page.state())
    assert again._book.shown() == "按专题"


@pytest.mark.parametrize("size", [(1278, 712), (884, 480)])
def test_every_stop_has_a_name(open_page, bank, miss, nameless_stops, size):
    miss(*bank[:4])
    assert nameless_stops(open_page(size).window_of_test) == []
