"""What cannot be written, or must not be, is kept by its question, told as what it is, and locks nobody in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit

from app.domain.errors import UserError
from app.domain.exam import ExamState
from app.domain.question import QuestionKind
from app.ui.exam.exam_page import ExamPage
from app.ui.exam.exam_sitting import BEAT_MS
from app.ui.exam.time_out_notice import TimeOutNotice
from app.ui.kit.button import Button
from app.ui.kit.option_button import OptionButton
from app.ui.kit.paragraph import Paragraph

GRADED = "按照“密级：秘密”文件的要求，先核对身份。"


@pytest.fixture
def page(services, exam, opened):
    return opened(ExamPage(services.exams, exam.id))


@pytest.fixture
def full(services, monkeypatch):
    """Nothing can be answered until it is called: then there is room again."""

    def fail(*given):
        raise UserError("磁盘已满，没有保存。")

    monkeypatch.setattr(services.exams, "answer", fail)
    return monkeypatch.undo


def place_of(exam, kind):
    return next(one.place for one in exam.items if one.question.kind is kind and not one.question.group)


def on_disk(services, exam, place):
    return services.exams.result(exam.id).item(place).answer


def choose(page, place, at=0):
    page._go(place)
    page._question.card.findChildren(OptionButton)[at].click()


def box(page):
    return page._question.card.findChildren(QPlainTextEdit)[0]


def write(page, exam, text, kind=QuestionKind.SHORT):
    """Type, and pause."""
    page._go(place_of(exam, kind))
    box(page).insertPlainText(text)
    page._question.card.flush()
    return page._sitting.place


def press(page, text):
    next(one for one in page.window().findChildren(Button) if one.label() == text and one.isVisible()).click()


def names(page):
    """What Tab goes through."""
    page.setFocus()
    found = []
    while page.focusNextPrevChild(True) and (here := QApplication.focusWidget()) not in found:
        found.append(here)
    return [one.accessibleName() for one in found]


def said(widget):
    return "\n".join(one.text() for one in widget.findChildren(Paragraph) if one.isVisible())


# text that is being typed


def test_text_that_is_typed_without_a_pause_is_saved_every_five_seconds(page, services, exam):
    beater = page._sitting._beater
    assert beater.isActive() and beater.interval() == BEAT_MS == 5_000
    assert beater.timerType() is Qt.TimerType.PreciseTimer
    place = place_of(exam, QuestionKind.SHORT)
    page._go(place)
    for text in ("first,", " who is it"):
        QTest.keyClicks(box(page), text)
        beater.timeout.emit()
        assert on_disk(services, exam, place) == page._question.card.answer()
    assert on_disk(services, exam, place) == ("first, who is it",)


def test_so_is_what_is_typed_into_a_blank(page, services, exam):
    place = place_of(exam, QuestionKind.BLANKS)
    page._go(place)
    QTest.keyClicks(page._question.card.findChildren(QLineEdit)[0], "yi nian")
    assert on_disk(services, exam, place) == ()
    page._sitting._beater.timeout.emit()
    assert on_disk(services, exam, place)[0] == "yi nian"


def test_an_item_that_is_moved_is_saved_at_once(page, services, exam):
    place = place_of(exam, QuestionKind.ORDER)
    page._go(place)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert on_disk(services, exam, place) == page._question.card.answer() != ()


# what cannot be written


def test_answers_that_were_not_written_wait_until_all_of_them_are(page, services, exam, full):
    choose(page, 1, 0)
    choose(page, 2, 1)
    assert "第 1、2 题的作答还没有存下" in page._notices.unsaved.text()
    page._go(1)
    full()
    press(page, "再试一次")
    assert [on_disk(services, exam, place) for place in (1, 2)] == [(exam.item(1).shown[0],), (exam.item(2).shown[1],)]
    assert page._question.card.answer() == on_disk(services, exam, 1)
    assert not page._notices.unsaved.isVisible() and not page._sitting.lacking
    assert page._side.answered == 2


def test_the_next_answer_that_is_written_takes_the_waiting_ones_along(page, services, exam, full):
    choose(page, 1)
    full()
    choose(page, 2)
    assert on_disk(services, exam, 1) and on_disk(services, exam, 2)
    assert not page._notices.unsaved.isVisible()


def test_where_one_still_fails_it_is_still_told(page, services, exam, monkeypatch):
    answer = services.exams.answer

    def fail_first(sat, place, given):
        if place == 1:
            raise UserError("磁盘已满，没有保存。")
        return answer(sat, place, given)

    monkeypatch.setattr(services.exams, "answer", fail_first)
    choose(page, 1)
    choose(page, 2)
    page._sitting.beat()
    assert page._notices.unsaved.isVisible() and "第 1 题的作答还没有存下" in page._notices.unsaved.text()
    assert on_disk(services, exam, 2) and not on_disk(services, exam, 1)


def test_they_are_written_by_themselves_as_soon_as_there_is_room(page, services, exam, full):
    choose(page, 1)
    full()
    page._sitting._beater.timeout.emit()
    assert on_disk(services, exam, 1) == page._question.card.answer() != ()
    assert not page._notices.unsaved.isVisible()


def test_typed_text_stays_with_its_question_and_is_never_put_back_to_an_older_one(page, services, exam, full):
    place = write(page, exam, "先核对")
    page._go(1)
    page._go(place)
    assert page._question.card.answer() == ("先核对",)
    page._go(1)
    page._make_ready()  # the card is thrown away
    page._go(place)
    assert page._question.card.answer() == ("先核对",)
    box(page).insertPlainText("再说明")
    full()
    press(page, "再试一次")
    assert on_disk(services, exam, place) == page._question.card.answer() and "再说明" in box(page).toPlainText()
    assert "先核对" in box(page).toPlainText()


def test_all_of_them_are_put_elsewhere(page, exam, full, monkeypatch, tmp_path):
    choose(page, 1)
    choose(page, 2)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "U盘"))
    press(page, "另存到…")
    (file,) = (tmp_path / "U盘").iterdir()
    assert file.read_text("utf-8").count("（这一题没有存下）") == 2


def test_before_handing_in_it_is_told_what_would_be_lost(page, services, exam, full):
    choose(page, 2)
    page._ask_submit()
    assert "第 2 题的作答还没有存下。现在交卷，这些不算。" in said(page._asking.modal)
    press(page, "去处理")
    assert page._sitting.place == 2 and page._asking.modal is None


def test_what_can_be_written_again_is_so_before_handing_in(page, services, exam, full):
    choose(page, 1)
    page._ask_submit()
    full()
    press(page, "确认交卷")
    done = services.exams.result(exam.id)
    assert done.state is ExamState.FINISHED and done.item(1).answered


def test_at_the_last_moment_it_is_tried_again(page, services, clock, paper, exam, full):
    choose(page, 1)
    full()
    clock.pass_ms(paper.minutes * 60_000 - 900)
    page._sitting._tick()
    assert on_disk(services, exam, 1)


def test_what_was_lost_when_the_time_was_over_is_told(page, services, clock, paper, exam, full):
    choose(page, 1)
    clock.pass_ms(paper.minutes * 60_000)
    page._sitting._tick()
    told = said(page.findChild(TimeOutNotice))
    assert "第 1 题的作答还没有存下" in told and "全部保存" not in told


def test_in_the_last_minute_nothing_is_said_to_be_saved_that_is_not(page, clock, paper, full):
    choose(page, 1)
    clock.pass_ms((paper.minutes * 60 - 59) * 1000)
    page._sitting._tick()
    assert page._notices.last.isVisible() and "都已保存" not in page._notices.last.text()


# what must not be written


def test_a_text_with_a_grading_is_told_in_words_of_its_own(page, exam, services):
    place = write(page, exam, GRADED)
    refused = page._notices.refused
    assert refused.isVisible() and refused.text().startswith(f"第 {place} 题：文字中有密级标志")
    assert not page._notices.unsaved.isVisible(), "trying again is of no use, and it must be put nowhere else"
    assert on_disk(services, exam, place) == ()


def test_it_locks_nobody_in_and_is_found_again(page, exam):
    place = write(page, exam, GRADED)
    page._go(1)
    assert page._sitting.place == 1 and page._notices.refused.isVisible()
    page._make_ready()
    press(page, "去修改")
    assert page._sitting.place == place and page._question.card.answer() == (GRADED,)


def test_once_it_is_mended_it_is_saved_and_the_strip_goes(page, services, exam):
    place = write(page, exam, GRADED)
    page._go(1)
    page._go(place)
    box(page).setPlainText("先核对身份。")
    page._sitting._beater.timeout.emit()
    assert on_disk(services, exam, place) == ("先核对身份。",)
    assert not page._notices.refused.isVisible() and not page._sitting.lacking


def test_with_two_of_them_the_one_that_is_left_is_still_told(page, services, exam):
    place = write(page, exam, GRADED)
    other = place_of(exam, QuestionKind.BLANKS)
    page._go(other)
    page._question.card.findChildren(QLineEdit)[0].setText("绝密★")
    page._question.card.flush()
    assert page._notices.refused.text().startswith(f"第 {other}、{place} 题：")
    page._question.card.findChildren(QLineEdit)[0].setText("一年")
    page._question.card.flush()
    assert page._notices.refused.text().startswith(f"第 {place} 题：") and page._notices.refused.isVisible()
    page._notices.refused._action.click()
    assert page._sitting.place == place


def test_taking_it_back_to_what_was_saved_is_mending_it(page, exam, services):
    write(page, exam, "先核对身份。")
    place = write(page, exam, GRADED)
    assert page._notices.refused.isVisible()
    box(page).setPlainText("先核对身份。")
    page._question.card.flush()
    assert not page._notices.refused.isVisible() and on_disk(services, exam, place) == ("先核对身份。",)


def test_it_is_offered_once_and_not_every_five_seconds(page, services, exam, monkeypatch):
    write(page, exam, GRADED)
    monkeypatch.setattr(services.exams, "answer", lambda *_: pytest.fail("offered again"))
    page._sitting._beater.timeout.emit()


def test_it_is_not_put_elsewhere_either(page, exam, tmp_path):
    write(page, exam, GRADED)
    name = page._sitting.set_down(tmp_path)
    assert "核对身份" not in (tmp_path / name).read_text("utf-8")


def test_handing_in_and_leaving_are_possible_and_tell_what_is_lost(page, services, exam, qtbot):
    place = write(page, exam, GRADED)
    page._ask_leave()
    assert f"第 {place} 题写了密级字样，那段文字没有保存。现在离开，这些就没有了。" in said(page._asking.modal)
    press(page, "继续作答")
    page._ask_submit()
    assert f"第 {place} 题写了密级字样，那段文字没有保存。现在交卷，这些不算。" in said(page._asking.modal)
    with qtbot.waitSignal(page.navigate):
        press(page, "确认交卷")
    assert services.exams.result(exam.id).state is ExamState.FINISHED


def test_at_the_end_of_the_time_it_is_not_said_to_be_saved(page, clock, paper, exam):
    place = write(page, exam, GRADED)
    clock.pass_ms(paper.minutes * 60_000)
    page._sitting._tick()
    told = said(page.findChild(TimeOutNotice))
    assert f"第 {place} 题写了密级字样，那段文字没有保存。" in told and "全部保存" not in told


def test_every_tab_stop_of_the_strips_is_reached_and_has_a_name(page, exam, full, nameless_stops):
    choose(page, 1)
    full()
    write(page, exam, GRADED)
    page._show_time(30_000)
    assert names(page)[:3] == ["再试一次", "另存到…", "去修改"]
    assert nameless_stops(page.window()) == []
