"""Sitting an exam: nothing is on screen that is not on disk, and everything goes by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.domain.errors import UserError
from app.domain.exam import ExamState
from app.domain.exam_record_lines import read_record
from app.domain.paper import OverduePolicy
from app.domain.question import QuestionKind
from app.ui.exam.exam_page import ExamPage
from app.ui.exam.time_out_notice import TimeOutNotice
from app.ui.kit.button import Button
from app.ui.kit.option_button import OptionButton


@pytest.fixture
def page(services, exam, opened):
    return opened(ExamPage(services.exams, exam.id))


def options(page):
    return page._question.card.findChildren(OptionButton)


def saved(services, exam):
    return services.exams.result(exam.id)


def place_of(exam, kind):
    return next(item.place for item in exam.items if item.question.kind is kind)


def press(page, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)


def button(page, text):
    return next(found for found in page.window().findChildren(Button) if found.label() == text and found.isVisible())


def test_an_answer_is_saved_before_it_is_shown(page, services, monkeypatch):
    shown_while_saving = []
    answer = services.exams.answer

    def watched(*given):
        shown_while_saving.append(any(option.isChecked() for option in options(page)))
        return answer(*given)

    monkeypatch.setattr(services.exams, "answer", watched)
    options(page)[1].click()
    assert shown_while_saving == [False]
    assert options(page)[1].isChecked()


def test_an_option_is_saved_by_its_key_whatever_letter_it_was_shown_under(page, services, exam):
    press(page, Qt.Key.Key_B)
    item = saved(services, exam).item(1)
    assert item.answer == (item.shown[1],)
    press(page, Qt.Key.Key_3)
    assert saved(services, exam).item(1).answer == (item.shown[2],)


def test_an_answer_that_was_not_saved_is_not_shown_until_trying_again_succeeds(page, services, exam, monkeypatch):
    def fail(*given):
        raise UserError("磁盘已满，没有保存。")

    monkeypatch.setattr(services.exams, "answer", fail)
    options(page)[0].click()
    assert not any(option.isChecked() for option in options(page))
    assert page._notices.unsaved.isVisible() and "磁盘已满" in page._notices.unsaved.text()
    monkeypatch.undo()
    button(page, "再试一次").click()
    assert options(page)[0].isChecked()
    assert not page._notices.unsaved.isVisible()
    assert saved(services, exam).item(1).answered


def folder_chosen(monkeypatch, folder, seen=lambda: None):
    def choose(*_):
        seen()
        return str(folder)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)


def disk_full(services, monkeypatch):
    def fail(*given):
        raise UserError("磁盘已满，没有保存。")

    monkeypatch.setattr(services.exams, "answer", fail)


def test_what_cannot_be_saved_is_put_elsewhere_with_what_was(page, services, exam, monkeypatch, tmp_path):
    options(page)[0].click()
    page._go(2)
    disk_full(services, monkeypatch)
    options(page)[1].click()
    folder_chosen(monkeypatch, tmp_path / "U盘")
    button(page, "另存到…").click()
    (file,) = (tmp_path / "U盘").iterdir()
    text = file.read_text("utf-8")
    assert file.name.startswith("作答备份-周明-") and "考生：周明" in text and "它不能代替交卷" in text
    assert "第 1 题（单选）：A\n" in text and "第 2 题（单选）：B（这一题没有存下）\n" in text
    assert "第 3 题（单选）：未作答\n" in text
    record = read_record("".join(f"{line}\n" for line in text.splitlines() if line.startswith("{")))
    assert [one["place"] for one in record.payloads("exam.answered")] == [1]
    assert record.exam_id == exam.id and record.questions == ()
    shown = services.exams.result(exam.id).item(1).question
    assert shown.stem not in text and shown.explanation not in text
    kept = page._notices.kept
    assert kept.isVisible() and file.name in kept.text() and "不能代替交卷" in kept.text()
    assert page._notices.unsaved.isVisible()
    assert not saved(services, exam).item(2).answered
    monkeypatch.undo()
    button(page, "再试一次").click()
    assert saved(services, exam).item(2).answered and not kept.isVisible()


def test_a_folder_that_cannot_be_written_either_is_told(page, services, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    disk_full(services, monkeypatch)
    options(page)[0].click()
    folder_chosen(monkeypatch, tmp_path / "file")
    button(page, "另存到…").click()
    assert "没有保存到" in page._notices.kept.text() and "换一个文件夹" in page._notices.kept.text()


def test_choosing_the_folder_is_no_leaving_of_the_window(page, services, exam, monkeypatch):
    disk_full(services, monkeypatch)
    options(page)[0].click()
    asked = []

    def seen():
        QApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
        asked.append(page._sitting._away.isActive())

    folder_chosen(monkeypatch, "", seen)
    button(page, "另存到…").click()
    assert asked == [False] and not page._notices.kept.isVisible()
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
    assert page._sitting._away.isActive()


def test_typed_text_is_saved_on_going_to_another_question(page, services, exam):
    place = place_of(exam, QuestionKind.BLANKS)
    page._go(place)
    field = page._question.card.findChildren(QLineEdit)[0]
    field.setText("一年")
    press(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page._sitting.place == place + 1
    assert saved(services, exam).item(place).answer[0] == "一年"


def test_left_and_right_change_the_question_while_an_option_or_a_button_has_the_focus(page):
    options(page)[0].setFocus()
    press(page, Qt.Key.Key_Right)
    assert page._sitting.place == 2
    button(page, "标记本题").setFocus()
    press(page, Qt.Key.Key_Left)
    assert page._sitting.place == 1


def test_m_and_its_twin_flag_the_question(page, services, exam):
    press(page, Qt.Key.Key_M)
    assert saved(services, exam).item(1).flagged
    press(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not saved(services, exam).item(1).flagged


def test_g_goes_to_the_answer_sheet_and_enter_to_the_question_chosen_there(page):
    press(page, Qt.Key.Key_G)
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Return)
    assert page._sitting.place == 2


def test_esc_does_nothing(page, exam, services):
    press(page, Qt.Key.Key_Escape)
    assert page.isVisible() and saved(services, exam).state is ExamState.RUNNING


def test_the_safe_answer_to_handing_in_is_to_go_on(page, exam, services):
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page._asking.modal.button("stay")
    press(page, Qt.Key.Key_Return)
    assert page._asking.modal is None
    assert saved(services, exam).state is ExamState.RUNNING


def test_handing_in_leads_to_the_result(page, exam, services, qtbot):
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.navigate) as gone:
        button(page, "确认交卷").click()
    assert gone.args == ["results", exam.id]
    assert saved(services, exam).state is ExamState.FINISHED


def test_the_dialog_leads_to_the_first_question_without_an_answer(page):
    options(page)[0].click()
    page._go(5)
    page._ask_submit()
    button(page, "去作答").click()
    assert page._sitting.place == 2


def test_the_hidden_time_comes_back_in_the_last_ten_minutes_or_the_last_fifth_of_a_short_paper(page, clock, paper):
    page._side.timer.toggle_button.click()
    assert page._side.timer.time_hidden()
    limit = paper.minutes * 60_000
    clock.pass_ms(limit - min(10 * 60_000, limit // 5) + 1_000)
    page._sitting._tick()
    assert not page._side.timer.time_hidden()
    assert page._side.timer.tone() == "amber"


def test_the_last_minute_is_said_once(page, clock, paper):
    clock.pass_ms((paper.minutes * 60 - 59) * 1000)
    page._sitting._tick()
    assert page._notices.last.isVisible() and page._side.timer.tone() == "red"
    page._notices.last.hide()
    page._sitting._tick()
    assert not page._notices.last.isVisible()


@pytest.mark.parametrize(
    ("overdue", "words"),
    [(OverduePolicy.AS_IS, "已超时，超时多久记在成绩上"), (OverduePolicy.GRACE, "正在宽限的五分钟内")],
)
def test_in_overtime_the_strip_says_so_and_can_be_put_away(services, paper, clock, opened, overdue, words):
    exam = services.exams.start(replace(paper, overdue=overdue), "周明")
    page = opened(ExamPage(services.exams, exam.id))
    clock.pass_ms((paper.minutes * 60 - 30) * 1000)
    page._sitting._tick()
    assert "剩余 1 分钟" in page._notices.last.text()
    clock.pass_ms(90_000)
    page._sitting._tick()
    assert words in page._notices.last.text() and "剩余" not in page._notices.last.text()
    page._notices.last._close.click()
    clock.pass_ms(60_000)
    page._sitting._tick()
    assert not page._notices.last.isVisible()
    page.leave()
    again = opened(ExamPage(services.exams, exam.id))
    assert words in again._notices.last.text() and "剩余" not in again._notices.last.text()


def test_when_the_time_is_over_the_saved_answers_are_handed_in(page, clock, paper, exam, services):
    options(page)[0].click()
    page._ask_submit()
    clock.pass_ms(paper.minutes * 60_000)
    page._sitting._tick()
    assert page.findChild(TimeOutNotice).isVisible()
    finished = saved(services, exam)
    assert finished.state is ExamState.FINISHED and finished.answered == 1
    assert finished.finish_reason == "到时自动交卷"
    assert page._asking.modal is None


def test_leaving_stops_the_clock_and_coming_back_finds_everything(page, clock, exam, services, opened):
    options(page)[0].click()
    page._go(3)
    page.leave()
    before = services.exams.left_ms(saved(services, exam))
    clock.pass_ms(3_600_000)
    again = opened(ExamPage(services.exams, exam.id))
    assert again._sitting.place == 3
    assert again._sitting.left_ms() == before
    again._go(1)
    assert options(again)[0].isChecked()


def test_leaving_the_window_is_recorded_and_told_plainly(page, exam, services):
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
    page._sitting._away.timeout.emit()
    assert saved(services, exam).leaves == 1
    page._sitting.beat()
    assert saved(services, exam).leaves == 1
    assert "已离开考试窗口 1 次" in page._side._leaves.text()


def test_coming_back_at_once_is_not_counted(page, exam, services):
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    assert not page._sitting._away.isActive()


def test_in_a_narrow_window_the_answer_sheet_is_behind_a_button(page, exam):
    page.resize(960, 540)
    options(page)[0].click()
    opener = button(page, f"答题卡 1/{len(exam.items)}")
    assert not page._side.isVisible()
    opener.click()
    assert page._side.isVisible()
    page._side._sheet.cell(4).click()
    assert page._sitting.place == 4
    assert not page._side.isVisible()
    page.resize(1366, 768)
    assert page._side.isVisible()


def test_every_tab_stop_has_a_name(page, exam):
    for kind in (QuestionKind.SINGLE, QuestionKind.BLANKS, QuestionKind.ORDER):
        page._go(place_of(exam, kind))
        stops = [one for one in page.findChildren(object) if hasattr(one, "focusPolicy")]
        nameless = [
            one
            for one in stops
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and not one.accessibleName()
        ]
        assert nameless == []


def test_nothing_flashes_up_as_a_window_of_its_own(page, stray):
    page._sitting.unsaved.emit("磁盘已满，没有保存。")
    page._show_time(30_000)
    page._ask_submit()
    page.resize(960, 540)
    page._open_sheet()
    assert stray == []


def test_building_the_page_opens_no_window(services, exam, stray, qtbot):
    qtbot.addWidget(ExamPage(services.exams, exam.id))
    assert stray == []


# Tab


def names(page):
    """What Tab goes through from the question on, by its accessible name, until it comes round."""
    page.setFocus()
    found = []
    while page.focusNextPrevChild(True) and (here := QApplication.focusWidget()) not in found:
        found.append(here)
    return [one.accessibleName() for one in found]


def in_order(found, *parts):
    """The places of the first name that begins so."""
    return [next(at for at, name in enumerate(found) if name.startswith(part)) for part in parts]


@pytest.mark.parametrize("size", [(1366, 768), (1000, 600), (800, 540)])
def test_tab_goes_from_the_options_to_the_ways_on_and_the_sheet_and_hands_in_last(page, exam, size):
    page.resize(*size)
    for kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.SINGLE):
        page._go(place_of(exam, kind) + 1)
        page._go(place_of(exam, kind))
        found = names(page)
        letters = [f"选项 {letter}" for letter in "ABCDEF"[: len(options(page))]]
        previous = ["上一题"] if page._sitting.place > 1 else []
        sheet = ["第", "交卷"] if page._side.isVisible() else ["答题卡"]
        wanted = in_order(found, *letters, *previous, "下一题", "标记本题", *sheet, "隐藏剩余时间", "暂离考试")
        assert wanted == list(range(len(found))), found


@pytest.mark.parametrize("kind", [QuestionKind.BLANKS, QuestionKind.ORDER])
def test_tab_begins_where_there_is_something_to_type_or_to_move(page, exam, kind):
    page._go(place_of(exam, kind))
    found = names(page)
    ways = ["上一题", "下一题", "标记本题", found[-4], "交卷", "隐藏剩余时间", "暂离考试"]
    assert found[-len(ways) :] == ways and found[-4].startswith(f"第{page._sitting.place}题，")
    assert page._question.card.isAncestorOf(first_stop(page))


def first_stop(page):
    page.setFocus()
    page.focusNextPrevChild(True)
    return QApplication.focusWidget()


def test_shift_and_tab_goes_the_same_way_back(page):
    forward = names(page)
    page.setFocus()
    backward = []
    for _ in forward:
        page.focusNextPrevChild(False)
        backward.append(QApplication.focusWidget().accessibleName())
    assert backward == forward[::-1]


def test_tab_is_taken_from_every_widget_of_the_page(page):
    options(page)[0].setFocus()
    press(page, Qt.Key.Key_Tab)
    assert options(page)[1].hasFocus()
    press(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert options(page)[0].hasFocus()


# out of sight


def running(page):
    return [timer for timer in page.findChildren(QTimer) if timer.isActive()]


def test_a_page_that_was_closed_touches_the_records_no_more(page, exam, services, qtbot):
    """It is deleted some time later, perhaps after the records were closed."""
    page._go(place_of(exam, QuestionKind.BLANKS))
    QTest.keyClicks(QApplication.focusWidget(), "minzheng")
    for timer in page.findChildren(QTimer):
        timer.setInterval(1)
    assert running(page)
    page.close()
    assert running(page) == []
    services.close()
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
    qtbot.wait(50)
    assert running(page) == []


def test_a_page_that_is_shown_again_goes_on(page, clock, services, exam):
    page.hide()
    assert running(page) == []
    clock.pass_ms(60_000)
    page.show()
    assert len(running(page)) >= 2
    left = page._sitting.left_ms()
    assert left == services.exams.time_left_ms(saved(services, exam))


def test_a_page_that_was_left_stays_still_when_it_is_shown_again(page):
    page.leave()
    page.hide()
    page.show()
    assert running(page) == []
