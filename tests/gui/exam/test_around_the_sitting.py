"""Sleep, a second start, the rules in an exam with books: recorded, told, and nothing else changes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.errors import UserError
from app.domain.exam import ExamState
from app.domain.exam_incident import ExamIncident, IncidentKind
from app.domain.unit_exam import BookRule
from app.ui.exam.closed_book_page import ClosedBookPage
from app.ui.exam.exam_page import ExamPage
from app.ui.exam.incident_words import incident_lines
from app.ui.exam.results_page import ResultsPage
from app.ui.kit.button import Button
from app.ui.kit.option_button import OptionButton
from app.ui.kit.paragraph import Paragraph
from tests.unit.occasions import start_in_occasion


@pytest.fixture
def page(services, exam, opened):
    return opened(ExamPage(services.exams, exam.id, library=services.library))


@pytest.fixture
def begin(services, paper, opened):
    def make(book, size=(1366, 768)):
        exam = start_in_occasion(services, paper, book=book)
        return opened(ExamPage(services.exams, exam.id, library=services.library), *size)

    return make


def kinds(services, page):
    return [one.kind for one in services.exams.incidents.of(page._sitting.exam.id)]


def buttons(page):
    return {one.label(): one for one in page.findChildren(Button) if one.isVisible()}


def said(widget):
    return "\n".join(one.text() for one in widget.findChildren(Paragraph) if not one.isHidden())


# sleep


def test_a_sleep_is_recorded_and_told_and_counts(page, services, clock, exam):
    before = page._sitting.left_ms()
    clock.suspend_ms(240_000)
    page._sitting._tick()
    (slept,) = services.exams.incidents.of(exam.id)
    assert (slept.kind, slept.asleep_ms) == (IncidentKind.SLEPT, 240_000)
    assert page._notices.told.isVisible() and "休眠约 4 分钟，计入考试用时" in page._notices.told.text()
    assert page._sitting.left_ms() == before - 240_000
    page._sitting._tick()
    assert len(services.exams.incidents.of(exam.id)) == 1


def test_a_clock_that_was_set_is_no_sleep(page, services, clock, exam):
    clock.moment = clock.moment.replace(hour=12)
    page._sitting._tick()
    assert services.exams.incidents.of(exam.id) == []


def test_asleep_beyond_the_deadline_is_on_record_before_the_exam_is_handed_in(page, services, clock, paper, exam):
    clock.suspend_ms(paper.minutes * 60_000 + 1)
    page._sitting._tick()
    assert kinds(services, page) == [IncidentKind.SLEPT]
    assert services.exams.result(exam.id).state is ExamState.FINISHED


def test_a_break_is_no_sleep(page, services, clock, exam, opened):
    page.leave()
    clock.suspend_ms(3_600_000)
    again = opened(ExamPage(services.exams, exam.id))
    again._sitting._tick()
    assert services.exams.incidents.of(exam.id) == []


def test_a_sleep_that_cannot_be_written_is_tried_again(page, services, clock, exam, monkeypatch):
    def full(*given):
        raise UserError("磁盘已满，没有保存。")

    clock.suspend_ms(240_000)
    with monkeypatch.context() as patched:
        patched.setattr(services.exams.incidents, "slept", full)
        page._sitting._tick()
        assert not page._notices.told.isVisible()
    page._sitting._tick()
    assert kinds(services, page) == [IncidentKind.SLEPT] and page._notices.told.isVisible()


def test_the_strip_can_be_put_away(page, clock):
    clock.suspend_ms(240_000)
    page._sitting._tick()
    page._notices.told._close.click()
    assert not page._notices.told.isVisible()


# a second start


def test_a_second_start_is_recorded_and_told(page, services, exam):
    page.started_again()
    assert kinds(services, page) == [IncidentKind.STARTED_AGAIN]
    assert "又打开了一次镜鉴" in page._notices.told.text()


def test_after_handing_in_a_second_start_is_no_matter(page, services, exam):
    page.leave()
    page.started_again()
    services.exams.submit(services.exams.reload(exam))
    page.started_again()
    assert kinds(services, page) == []


# the result


def test_the_result_tells_when_and_how_long(services, paper, clock, opened):
    exam = services.exams.start(replace(paper, show_leaves=True), "周明")
    clock.suspend_ms(240_000)
    services.exams.incidents.slept(exam, 240_000)
    clock.pass_ms(60_000)
    services.exams.incidents.started_again(exam)
    exam = services.exams.left(services.exams.left(exam))
    done = services.exams.submit(exam)
    page = opened(ResultsPage(services.exams, services.library, services.practice, done.id))
    start, later = _local(clock, -300_000), _local(clock, 0)
    assert f"{start} 电脑休眠约 4 分钟，计入考试用时" in said(page)
    assert f"{later} 又打开了一次程序，回到了考试窗口" in said(page)
    assert f"离开考试窗口 2 次：{later}、{later}" in said(page)


def _local(clock, ms):
    from datetime import timedelta

    return f"{(clock.moment + timedelta(milliseconds=ms)).astimezone():%H:%M}"


def test_many_of_a_kind_are_one_line_and_not_a_list_without_end(services, paper):
    exam = services.exams.start(paper, "周明")
    many = [ExamIncident(IncidentKind.SLEPT, "2026-11-21T08:10:00+00:00", 60_000)] * 9
    many += [ExamIncident(IncidentKind.STARTED_AGAIN, "2026-11-21T08:10:00+00:00")] * 2
    first, second = incident_lines(exam, many)
    assert first.startswith("电脑休眠 9 次，计入考试用时：") and first.endswith(" 等") and first.count("约 1 分钟") == 6
    assert second.startswith("又打开程序 2 次")


def test_an_uneventful_sitting_says_nothing(services, exam):
    assert incident_lines(exam, []) == []


# with books


def test_an_exam_with_books_opens_the_rules_and_leads_back_to_the_same_question(begin, services, clock):
    page = begin("开卷")
    page._go(5)
    buttons(page)["查法规"].click()
    lookup = page._lookup.lookup
    assert lookup.isVisible() and not page._question.isVisible()
    assert page._sitting._ticker.isActive() and page._side.timer.isVisible()
    assert kinds(services, page) == [IncidentKind.LOOKED_UP]
    lookup.search_for("优亲厚友")
    assert "第一百二十四条" in lookup.text()
    buttons(page)["返回答题"].click()
    assert page._question.isVisible() and not lookup.isVisible() and page._sitting.place == 5
    QTest.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert lookup.isVisible() and "第一百二十四条" in lookup.text(), "where one was reading"
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)  # empties the field
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
    assert page._question.isVisible()


def test_no_key_answers_or_flags_a_question_that_is_not_seen(begin, services):
    page = begin("开卷")
    page._look_up()
    page.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_M, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(page, key)
    assert not page._sitting.item.answered and not page._sitting.item.flagged and page._sitting.place == 1
    assert page._lookup.is_open


def test_a_number_of_the_answer_sheet_leads_back_to_that_question(begin):
    page = begin("开卷")
    page._look_up()
    page._side._sheet.cell(7).click()
    assert not page._lookup.is_open and page._sitting.place == 7
    assert page._question.isVisible()
    page._question.card.findChildren(OptionButton)[0].click()
    assert page._sitting.item.answered


@pytest.mark.parametrize("size", [(1366, 768), (1093, 545), (960, 540), (700, 500)])
def test_one_clock_is_seen_while_looking_something_up(begin, size):
    page = begin("开卷", size)
    page._look_up()
    clocks = (page._side.timer, page._tools.timer, page._lookup.lookup.timer)
    assert [one.isVisible() for one in clocks].count(True) == 1
    page._lookup.close()
    assert [one.isVisible() for one in clocks].count(True) == 1


def test_when_the_time_is_over_nothing_is_looked_up_any_more(begin, clock, paper):
    page = begin("开卷")
    page._look_up()
    clock.pass_ms(paper.minutes * 60_000)
    page._sitting._tick()
    assert not page._lookup.lookup.isVisible()


def test_nothing_leads_away_from_the_rules_but_back(begin):
    page = begin("开卷")
    page._look_up()
    assert [one.label() for one in page._lookup.lookup.findChildren(Button) if one.isVisible()] == ["返回答题"]


def test_what_is_not_found_is_said(begin):
    page = begin("开卷")
    page._look_up()
    page._lookup.lookup.search_for("没有这样的词")
    assert "没有找到" in said(page._lookup.lookup)
    page._lookup.lookup.search_for("")
    assert "没有找到" not in said(page._lookup.lookup)


def test_every_tab_stop_has_a_name_there(begin, nameless_stops):
    page = begin("开卷", (960, 540))
    page._look_up()
    assert nameless_stops(page.window()) == []


@pytest.mark.parametrize("book", ["", "闭卷"])
def test_without_books_there_is_no_way_to_the_rules(begin, book):
    page = begin(book)
    assert "查法规" not in buttons(page)
    page._look_up()
    assert page._question.isVisible()


def test_an_exam_without_books_says_what_is_closed_before_one_leaves(begin):
    page = begin(BookRule.CLOSED.value)
    page._ask_leave()
    assert "闭卷考试，交卷以前法规库、搜索、案例和各种题目页面先不开放" in said(page._asking.modal)


def test_a_self_test_says_nothing_of_books(begin):
    page = begin("")
    page._ask_leave()
    assert "闭卷" not in said(page._asking.modal)


def test_in_the_place_of_the_rules_it_says_why_and_leads_on(begin, services, opened, qtbot):
    begin("闭卷").leave()
    exam = services.exams.closed_book()
    closed = opened(ClosedBookPage(exam))
    assert f"《{exam.occasion}》是闭卷考试" in said(closed)
    with qtbot.waitSignal(closed.navigate, check_params_cb=lambda *to: to == ("exam", exam.id)):
        QTest.keyClick(QApplication.focusWidget() or closed, Qt.Key.Key_Return)
    with qtbot.waitSignal(closed.navigate, check_params_cb=lambda *to: to == ("exams", None)):
        buttons(closed)["去交卷"].click()
