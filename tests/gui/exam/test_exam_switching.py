"""Going to another question: it is there at once, and looks as if it had been made on the spot."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.errors import UserError
from app.domain.question import QuestionKind
from app.ui.exam.exam_page import ExamPage
from app.ui.kit.option_button import OptionButton
from app.ui.parts.question_card import QuestionCard


@pytest.fixture
def page(services, exam, opened):
    return opened(ExamPage(services.exams, exam.id))


def on_disk(services, exam):
    return services.exams.result(exam.id)


def cards(page):
    return page.findChildren(QuestionCard)


def settle(page):
    page._make_ready()
    QApplication.sendPostedEvents(None, 52)  # what is to be deleted
    QApplication.processEvents()


def test_the_place_is_written_once_the_question_is_on_screen(page, services, exam, qtbot):
    page._go(4)
    assert on_disk(services, exam).current == 1
    qtbot.waitUntil(lambda: on_disk(services, exam).current == 4)


def test_an_answer_a_flag_and_leaving_write_the_place_with_them(page, services, exam):
    page._go(3)
    page._question.card.findChildren(OptionButton)[0].click()
    assert on_disk(services, exam).current == 3
    page._go(5)
    page._flag()
    assert on_disk(services, exam).current == 5
    page._go(6)
    page.leave()
    assert on_disk(services, exam).current == 6


def test_a_place_that_cannot_be_written_is_told(page, services, monkeypatch, qtbot):
    def fail(*given):
        raise UserError("磁盘已满，没有保存。")

    monkeypatch.setattr(services.exams, "beat", fail)
    page._go(2)
    qtbot.waitUntil(page._notices.unsaved.isVisible)
    assert page._sitting.place == 2


def test_the_neighbours_are_ready_and_nothing_else_is_kept(page, exam, qtbot):
    for place in (2, 9, len(exam.items), 3):
        page._go(place)
        settle(page)
        near = {one.place for one in exam.items if abs(one.place - place) < 2}
        assert {card.question.id for card in cards(page)} == {exam.item(one).question.id for one in near}
        # A picture of it is seen first.
        qtbot.waitUntil(lambda: [card for card in cards(page) if card.isVisible()] == [page._question.card])


def test_the_next_question_is_the_card_that_was_made_ready(page, exam, qtbot):
    settle(page)
    ready = next(card for card in cards(page) if card.question.id == exam.item(2).question.id)
    page._following()
    assert page._question.card is ready and not ready.isVisible()  # its picture is
    qtbot.waitUntil(ready.isVisible)


@pytest.mark.parametrize("size", [(1366, 768), (1366, 480)])
def test_what_was_made_ready_looks_like_what_was_not(services, exam, opened, size):
    for item in exam.items[::2]:
        exam = services.exams.answer(exam, item.place, item.question.answer)
    ready, fresh = (opened(ExamPage(services.exams, exam.id), *size) for _ in range(2))
    kinds = {(one.question.kind, one.question.group != ""): one.place for one in exam.items}
    for place in kinds.values():
        settle(ready)
        for page in (ready, fresh):
            page._painted.stop()
            page._go(place - 1 if place > 1 else 2)
        settle(ready)
        for page in (ready, fresh):
            page._go(place)
            page._painted.stop()
            page.setFocus()
        QTest.qWait(1)
        assert ready._question.grab().toImage() == fresh._question.grab().toImage(), place


def test_a_short_question_after_a_long_one_needs_no_scrolling(page, exam):
    page.resize(1366, 480)
    bar = page._question._scroll.verticalScrollBar()
    high = {}
    for item in exam.items:
        page._go(item.place)
        QApplication.processEvents()
        high[item.place] = bar.maximum()
        assert bar.value() == 0
    for place in sorted(high, key=lambda place: (place % 7, place)):
        page._go(place)
        settle(page)
        assert bar.maximum() == high[place], place
        bar.setValue(bar.maximum())
    assert min(high.values()) == 0 < max(high.values())


def test_typed_text_is_found_again_in_a_question_that_was_kept(page, exam):
    place = next(one.place for one in exam.items if one.question.kind is QuestionKind.BLANKS)
    page._go(place)
    QTest.keyClicks(QApplication.focusWidget(), "yi nian")
    page._go(place + 1)
    page._go(place)
    assert page._question.card.answer()[0] == "yi nian"
