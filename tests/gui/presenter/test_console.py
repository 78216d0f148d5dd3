"""主讲人视图: what its keys and buttons do, and what it tells."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.domain.attendance import Presence
from app.domain.audience_view import Curtain
from app.domain.errors import UserError
from app.ui.kit.theme import DARK, LIGHT, apply_theme, current_theme
from app.ui.presenter.act import Act
from app.ui.presenter.attendance_dialog import AttendanceDialog
from app.ui.presenter.console_window import ConsoleWindow
from app.ui.presenter.countdown_panel import CountdownPanel
from app.ui.presenter.end_dialog import EndDialog
from app.ui.presenter.key_sheet import KeySheet
from app.ui.presenter.overview import Overview
from app.ui.presenter.pick_panel import PickPanel
from tests.gui.presenter.session_deck import NAMES, NOTE

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
QUESTION = 4


def press(*keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        QApplication.processEvents()


def number(windows):
    return windows.controller.presentation.number


@pytest.mark.parametrize("key", [K.Key_PageDown, K.Key_Right, K.Key_Down, K.Key_Space, K.Key_Return, K.Key_N])
def test_the_next_page_comes_by_every_key_of_powerpoint(hold, key):
    windows = hold()
    press(key)
    assert number(windows) == 2


@pytest.mark.parametrize("key", [K.Key_PageUp, K.Key_Left, K.Key_Up, K.Key_Backspace, K.Key_P])
def test_so_does_the_page_before(hold, key):
    windows = hold(number=3)
    press(key)
    assert number(windows) == 2


def test_a_clicker_is_enough_for_a_whole_session(hold):
    """PgDn reveals first, then turns; B covers, F5 uncovers; Esc twice asks for the end."""
    windows = hold(number=QUESTION)
    now = lambda: windows.controller.presentation  # noqa: E731
    press(K.Key_PageDown)
    assert now().is_revealed and now().number == QUESTION
    press(K.Key_PageDown)
    assert now().number == QUESTION + 1
    press(K.Key_B)
    assert now().covered is Curtain.BLACK
    press(K.Key_F5)
    assert now().covered is Curtain.NONE and now().number == QUESTION + 1
    press(K.Key_Escape, K.Key_Escape)
    assert isinstance(windows.dialogs.open_dialog, EndDialog)


def test_page_down_turns_at_once_where_the_leader_wants_it_so(hold):
    windows = hold(number=QUESTION, reveal_first=False)
    press(K.Key_PageDown)
    assert number(windows) == QUESTION + 1


@pytest.mark.parametrize(
    ("key", "curtain"),
    [
        (K.Key_B, Curtain.BLACK),
        (K.Key_Period, Curtain.BLACK),
        (K.Key_W, Curtain.WHITE),
        (K.Key_Comma, Curtain.WHITE),
    ],
)
def test_black_and_white_come_and_go(hold, key, curtain):
    windows = hold()
    press(key)
    assert windows.audience.view.curtain is curtain
    assert "中" in windows.console.head.state_words()
    press(key)
    assert windows.audience.view.curtain is Curtain.NONE


@pytest.mark.parametrize("act", [Act.REVEAL, Act.BLACK, Act.WHITE, Act.FREEZE])
def test_every_letter_has_a_twin_with_ctrl_for_input_methods(hold, act):
    windows = hold(number=QUESTION)
    letter = {Act.REVEAL: K.Key_A, Act.BLACK: K.Key_B, Act.WHITE: K.Key_W, Act.FREEZE: K.Key_F}[act]
    before = windows.controller.presentation
    press(letter, modifiers=CTRL)
    assert windows.controller.presentation != before


def test_input_methods_stay_away_from_all_that_is_no_text(hold):
    windows = hold(number=QUESTION)
    taking = [one for one in windows.console.findChildren(QWidget) if one.testAttribute(Qt.WA_InputMethodEnabled)]
    assert taking == []


def test_frozen_the_room_stays_where_it_was(hold):
    windows = hold(number=2)
    press(K.Key_F, K.Key_PageDown)
    assert windows.audience.view.number == 2 and number(windows) == 3
    assert "第 2 页" in windows.console.head.state_words()
    press(K.Key_F)
    assert windows.audience.view.number == 3


def test_a_number_and_enter_go_to_that_page(hold):
    windows = hold()
    press(K.Key_6)
    assert "第 6 页" in windows.console.go_to.words() and "现场作答 2" in windows.console.go_to.words()
    press(K.Key_Return)
    assert number(windows) == 6


def test_a_number_that_there_is_not_is_said(hold):
    windows = hold()
    press(K.Key_9, K.Key_9, K.Key_Return)
    assert number(windows) == 1
    assert "没有第 99 页" in windows.console.toast.text()


def test_a_number_can_be_rubbed_out_and_left(hold):
    windows = hold(number=2)
    press(K.Key_6, K.Key_Backspace)
    assert not windows.console.go_to.pending and number(windows) == 2
    press(K.Key_6, K.Key_Escape)
    assert not windows.console.go_to.pending and windows.dialogs.open_dialog is None


def test_the_first_esc_says_what_the_second_does(hold):
    windows = hold()
    press(K.Key_Escape)
    assert "再按一次 Esc" in windows.console.toast.text()
    assert windows.dialogs.open_dialog is None


def test_two_esc_with_something_between_end_nothing(hold):
    windows = hold()
    press(K.Key_Escape, K.Key_PageDown, K.Key_Escape)
    assert windows.dialogs.open_dialog is None


def test_two_esc_far_apart_end_nothing(hold, clock):
    windows = hold()
    press(K.Key_Escape)
    clock.pass_seconds(10)
    press(K.Key_Escape)
    assert windows.dialogs.open_dialog is None


def test_the_end_gives_the_windows_and_the_theme_back(hold, qtbot):
    windows = hold()
    assert current_theme().dark
    press(K.Key_Escape, K.Key_Escape)
    with qtbot.waitSignal(windows.ended) as told:
        windows.dialogs.open_dialog.button("close").click()
    assert told.args == ["close"]
    assert not windows.console.isVisible() and not windows.audience.isVisible()
    assert windows.audience.view is None
    assert current_theme() is LIGHT


def test_the_clicker_takes_back_an_end_that_was_not_meant(hold):
    windows = hold()
    press(K.Key_Escape, K.Key_Escape, K.Key_PageDown)
    assert windows.dialogs.open_dialog is None and windows.console.isVisible()


def test_what_comes_next_is_the_answer_and_then_the_page(hold):
    windows = hold(number=QUESTION)
    assert "揭晓" in windows.console.next.words()
    press(K.Key_PageDown)
    assert f"第 {QUESTION + 1} 页" in windows.console.next.words()
    windows.controller.go_to(7)
    assert "最后一页" in windows.console.next.words()


def test_the_console_says_that_the_answer_is_held_back(hold):
    windows = hold(number=QUESTION)
    assert windows.console.head.state_words() == "答案未揭晓"
    press(K.Key_A)
    assert windows.console.head.state_words() == "已揭晓"
    assert windows.console.buttons.button(Act.REVEAL).text() == "收回"


# Votes.


def test_hands_are_counted_by_letter_and_number(hold):
    windows = hold(number=QUESTION)
    press(K.Key_V)
    assert windows.console.votes.in_use
    press(K.Key_3, K.Key_1, K.Key_B, K.Key_6, K.Key_D, K.Key_Plus, K.Key_Plus, K.Key_Minus)
    assert windows.controller.presentation.poll.first == (31, 6, 0, 1)
    press(K.Key_Return)
    assert QApplication.focusWidget() is windows.console.page


def test_letters_in_a_vote_do_nothing_else(hold):
    windows = hold(number=QUESTION)
    press(K.Key_V, K.Key_B, K.Key_A, K.Key_W)
    now = windows.controller.presentation
    assert now.covered is Curtain.NONE and not now.is_revealed


def test_the_clicker_goes_on_while_hands_are_counted(hold):
    windows = hold(number=QUESTION)
    press(K.Key_V, K.Key_5, K.Key_PageDown)
    assert windows.controller.presentation.is_revealed
    assert windows.controller.presentation.poll.first == (5, 0, 0, 0)
    assert not windows.console.votes.in_use


def test_plus_and_minus_stand_beside_every_option(hold):
    windows = hold(number=QUESTION)
    buttons = {one.accessibleName(): one for one in windows.console.votes.findChildren(QAbstractButton)}
    buttons["选项 C 加一人"].click()
    buttons["选项 C 加一人"].click()
    buttons["选项 C 减一人"].click()
    assert windows.controller.presentation.poll.first == (0, 0, 1, 0)


def test_the_room_votes_again_after_the_discussion(hold):
    windows = hold(number=QUESTION)
    windows.controller.count("A", 20)
    again = next(one for one in windows.console.votes.findChildren(QAbstractButton) if one.text() == "再次作答")
    again.click()
    windows.controller.count("A", 33)
    poll = windows.controller.presentation.poll
    assert poll.first[0] == 20 and poll.second[0] == 33
    assert any("首次 20" in one.text() for one in windows.console.votes.findChildren(QLabel))


def test_there_is_no_vote_where_there_is_no_question(hold):
    windows = hold(number=2)
    assert not windows.console.votes.isVisible()
    press(K.Key_V)
    assert "没有要作答" in windows.console.toast.text()


# Dot and pen.


def at(page, x, y):
    box = page.page_box()
    return QPoint(round(box.left() + x * box.width()), round(box.top() + y * box.height()))


def test_the_dot_follows_the_mouse_while_its_button_is_held(hold):
    windows = hold()
    page = windows.console.page
    QTest.mousePress(page, Qt.LeftButton, pos=at(page, 0.25, 0.5))
    x, y = windows.audience.view.pointer
    assert (x, y) == pytest.approx((0.25, 0.5), abs=0.01)
    QTest.mouseRelease(page, Qt.LeftButton, pos=at(page, 0.25, 0.5))
    assert windows.audience.view.pointer is None


def test_the_dot_follows_the_mouse_while_its_key_is_on(hold):
    windows = hold()
    page = windows.console.page
    press(K.Key_L)
    assert windows.console.buttons.button(Act.POINTER).is_on
    QTest.mouseMove(page, at(page, 0.5, 0.5))
    assert windows.audience.view.pointer is not None
    press(K.Key_L)
    assert windows.audience.view.pointer is None


def test_the_pen_draws_for_the_room_and_takes_back(hold):
    windows = hold()
    page = windows.console.page
    press(K.Key_D)
    QTest.mousePress(page, Qt.LeftButton, pos=at(page, 0.2, 0.2))
    QTest.mouseMove(page, at(page, 0.4, 0.4))
    QTest.mouseRelease(page, Qt.LeftButton, pos=at(page, 0.4, 0.4))
    assert len(windows.audience.view.strokes) == 1
    assert len(windows.audience.view.strokes[0].points) >= 2
    press(K.Key_Z, modifiers=CTRL)
    assert windows.audience.view.strokes == ()


def test_strokes_stay_with_their_page(hold):
    windows = hold()
    windows.controller.draw_on((0.1, 0.1))
    windows.controller.lift_pen()
    press(K.Key_PageDown)
    assert windows.audience.view.strokes == ()
    press(K.Key_PageUp)
    assert len(windows.audience.view.strokes) == 1


# Clocks.


def test_the_clock_starts_when_the_first_page_is_left(hold, clock):
    windows = hold()
    clock.pass_seconds(300)
    windows.controller.ticked.emit()
    assert windows.controller.pace().elapsed == 0
    press(K.Key_PageDown)
    clock.pass_seconds(65)
    windows.controller.ticked.emit()
    assert windows.controller.pace().elapsed == 65
    assert "正常" in windows.console.top.pace_words()
    clock.pass_seconds(5_000)
    windows.controller.ticked.emit()
    assert "超时" in windows.console.top.pace_words()


def test_a_discussion_has_its_time_on_the_big_screen(hold, clock):
    windows = hold(number=QUESTION)
    press(K.Key_T)
    assert isinstance(windows.dialogs.open_dialog, CountdownPanel)
    minutes = {one.text(): one for one in windows.dialogs.open_dialog.findChildren(QAbstractButton)}
    minutes["3 分钟"].click()
    assert windows.audience.view.countdown == 180 and windows.dialogs.open_dialog is None
    clock.pass_seconds(61)
    windows.controller._tick()
    assert windows.audience.view.countdown == 119
    clock.pass_seconds(120)
    windows.controller._tick()
    assert windows.audience.view.countdown <= 0
    windows.controller.stop_countdown()
    assert windows.audience.view.countdown is None


def test_a_break_stops_the_clock_and_covers_the_screen(hold, clock):
    windows = hold()
    press(K.Key_PageDown)
    clock.pass_seconds(10)
    windows.controller.pause(True)
    clock.pass_seconds(600)
    assert windows.controller.pace().elapsed == 10
    assert windows.audience.view.curtain is Curtain.BLACK
    windows.controller.pause(False)
    clock.pass_seconds(5)
    assert windows.controller.pace().elapsed == 15
    assert windows.audience.view.curtain is Curtain.NONE


# Dialogs.


def test_the_overview_goes_to_the_page_that_is_chosen(hold):
    windows = hold()
    press(K.Key_G)
    assert isinstance(windows.dialogs.open_dialog, Overview)
    press(K.Key_Right, K.Key_Right, K.Key_Return)
    assert number(windows) == 3 and windows.dialogs.open_dialog is None
    assert windows.audience.view.number == 3


def test_attendance_is_marked_with_one_key_each(hold):
    windows = hold()
    press(K.Key_Q)
    assert isinstance(windows.dialogs.open_dialog, AttendanceDialog)
    press(K.Key_Down, K.Key_Space)
    assert windows.controller.people[1].presence is Presence.PRESENT
    press(K.Key_J)
    assert windows.controller.people[2].presence is Presence.ABSENT
    press(K.Key_J)
    assert windows.controller.people[2].presence is Presence.LEAVE
    press(K.Key_Escape)
    assert "签到 2/3" in windows.console.strip.words() and "请假 1" in windows.console.strip.words()


def test_pages_are_turned_while_somebody_marks_attendance(hold):
    windows = hold()
    press(K.Key_Q, K.Key_PageDown)
    assert number(windows) == 2 and isinstance(windows.dialogs.open_dialog, AttendanceDialog)


def test_names_are_found_by_their_initials(hold):
    windows = hold()
    press(K.Key_Q)
    dialog = windows.dialogs.open_dialog
    dialog.findChild(QLineEdit).setText("lxf")
    assert dialog.names.current.name == NAMES[1]


def test_picking_is_off_until_it_is_wanted(hold):
    windows = hold()
    assert not windows.console.buttons.button(Act.PICK).isVisible()
    press(K.Key_R)
    assert windows.dialogs.open_dialog is None and "没有打开" in windows.console.toast.text()


def test_the_room_sees_a_picked_name_only_when_the_leader_shows_it(hold):
    windows = hold(picking=True)
    press(K.Key_R)
    dialog = windows.dialogs.open_dialog
    assert isinstance(dialog, PickPanel) and dialog.found.name == NAMES[0]
    assert windows.audience.view.picked == ""
    dialog.button("show").click()
    assert windows.audience.view.picked == NAMES[0]
    press(K.Key_PageDown)
    assert windows.audience.view.picked == ""


def test_teams_get_points_for_the_question_that_is_on(hold):
    windows = hold(number=QUESTION, teams=True)
    press(K.Key_Y)
    dialog = windows.dialogs.open_dialog
    next(one for one in dialog.findChildren(QAbstractButton) if one.text() == "3 组").click()
    names = [one for one in dialog.findChildren(QAbstractButton) if one.accessibleName() == "第二组 加一分"]
    names[-1].click()
    assert windows.controller.quiz.totals == (0, 1, 0)


def test_f1_tells_all_keys(hold):
    windows = hold()
    press(K.Key_F1)
    assert isinstance(windows.dialogs.open_dialog, KeySheet)


def test_how_many_came_is_on_the_big_screen_only_where_the_leader_chose_so(hold):
    assert hold().audience.view.present == ""
    windows = hold(show_present=True)
    assert windows.audience.view.present == "到会 1 人"
    windows.controller.attend(2, Presence.PRESENT)
    assert windows.audience.view.present == "到会 2 人"


# Notes.


def test_notes_are_on_the_console_in_a_size_of_ones_own(hold):
    windows = hold(number=QUESTION)
    assert NOTE in windows.console.notes.text()
    press(K.Key_Plus, K.Key_Plus, K.Key_Minus)
    assert windows.controller.options.notes_size == 20


# Everybody can use it.


def test_every_stop_has_a_name_and_can_be_reached_by_tab(hold, nameless_stops):
    windows = hold(number=QUESTION, picking=True, teams=True)
    assert nameless_stops(windows.console) == []
    seen = set()
    for _ in range(80):
        press(K.Key_Tab)
        seen.add(QApplication.focusWidget())
    buttons = [one for one in windows.console.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    assert [one.accessibleName() for one in buttons if one not in seen] == []


def test_a_click_on_a_button_does_not_take_space_away_from_the_pages(hold):
    windows = hold()
    QTest.mouseClick(windows.console.buttons.button(Act.BLACK), Qt.LeftButton)
    press(K.Key_Space)
    assert number(windows) == 2
    assert windows.controller.presentation.covered is Curtain.BLACK


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1366, 768, 1.0), (1093, 545, 1.0), (1920, 1080, 1.3), (1920, 1080, 2.0)]
)
@pytest.mark.parametrize("shape", [(1024, 768), (1920, 1080)])
def test_nothing_is_cut_or_too_small(hold, dressed, width, height, scale, shape):
    windows = hold(number=QUESTION)
    apply_theme(dressed, DARK.with_scale(scale))
    console = ConsoleWindow(windows.controller, windows._painter, windows.player)
    console.set_shape(*shape)
    console.resize(width, height)
    console.show()
    for _ in range(4):
        QApplication.processEvents()
    assert (console.width(), console.height()) == (width, height)
    for label in console.findChildren(QLabel):
        if label.isVisible():
            assert label.font().pixelSize() >= 14 * scale, label.text()
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
    page = console.page.page_box()
    assert page.height() >= height * 0.35 and page.width() >= width * 0.4
    console.hide()
    console.deleteLater()


def test_what_cannot_be_kept_is_said_and_shown_all_the_same(hold):
    """The room does not wait for a full disk."""
    windows = hold()

    def fail(presentation):
        raise UserError("硬盘已满")

    windows.controller._log.show = fail
    press(K.Key_PageDown)
    assert windows.audience.view.number == 2
    assert "硬盘已满" in windows.console.toast.text()


def test_a_break_has_a_button_and_any_key_that_goes_on_ends_it(hold, clock):
    windows = hold(number=2)
    windows.console.buttons.button(Act.BREAK).click()
    assert windows.controller.on_break and windows.controller.audience().curtain is Curtain.BLACK
    assert windows.console.head.state_words() == "休息中"
    assert windows.console.top.pace_words() == "休息，停表"
    press(K.Key_PageDown)
    assert not windows.controller.on_break and number(windows) == 2
    assert windows.controller.audience().curtain is Curtain.NONE


def test_no_second_vote_while_the_answer_is_there_to_read(hold):
    windows = hold(number=QUESTION)
    windows.controller.count("A", 3)
    press(K.Key_A)
    windows.controller.vote_again()
    assert windows.controller.presentation.poll.second is None
    press(K.Key_A)
    windows.controller.vote_again()
    assert windows.controller.presentation.poll.second is not None
