"""Which screen is whose: chosen, swapped, pulled out, put back, mirrored, alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.presenter_options import PresenterOptions
from app.ui.presenter.act import Act
from app.ui.presenter.arrangement import Arranged, ScreenFacts, distinct
from app.ui.presenter.screen_list import ScreenList
from app.ui.presenter.screens import Screens
from app.ui.presenter.start_dialog import REHEARSE, START, StartDialog
from tests.gui.presenter.conftest import LAPTOP, PROJECTOR, PluggedScreens
from tests.gui.presenter.session_deck import NAMES, NOTE
from tests.gui.presenter.test_audience import texts_within

ROOT = Path(__file__).parents[3]
OTHER = ScreenFacts("HDMI-2", (1366, 0, 1920, 1080))
THIRD = ScreenFacts("SIDE", (-1920, 0, 1920, 1080))
QUESTION = 4
MONITORS = (("LAPTOP", "1366/361x768/203+0+0", "screen"), ("PROJECTOR", "1024/270x768/203+1366+0", "none"))


def parts(screens):
    now = screens.arrangement
    return now.arranged, now.console.name if now.console else "", now.audience.name if now.audience else ""


@pytest.fixture
def chosen(qapp, screens):
    return Screens(screens, "LAPTOP")


def test_the_leader_stays_where_the_program_is(qapp):
    assert parts(Screens(PluggedScreens(LAPTOP, PROJECTOR), "LAPTOP")) == (Arranged.TWO, "LAPTOP", "PROJECTOR")
    assert parts(Screens(PluggedScreens(LAPTOP, PROJECTOR), "PROJECTOR")) == (Arranged.TWO, "PROJECTOR", "LAPTOP")


def test_the_parts_are_exchanged_by_one_key(hold, screens):
    windows = hold()
    assert screens.placed == {"镜鉴 · 主讲人视图": "LAPTOP", "镜鉴 · 投影": "PROJECTOR"}
    QTest.keyClick(windows.console.page, Qt.Key.Key_X)
    assert screens.placed == {"镜鉴 · 主讲人视图": "PROJECTOR", "镜鉴 · 投影": "LAPTOP"}
    QTest.keyClick(windows.console.page, Qt.Key.Key_X)
    assert screens.placed["镜鉴 · 投影"] == "PROJECTOR"


def test_pulled_out_the_room_s_window_is_parked_and_comes_back(hold, screens):
    windows = hold(number=QUESTION)
    windows.controller.count("A", 7)
    screens.placed.clear()
    screens.plug(LAPTOP)
    assert not windows.audience.isVisible()
    assert "镜鉴 · 投影" not in screens.placed, "never dumped on the laptop"
    assert windows.console.isVisible() and windows.console.warned
    windows.controller.act(Act.NEXT)
    screens.plug(LAPTOP, PROJECTOR)
    assert windows.audience.isVisible() and screens.placed["镜鉴 · 投影"] == "PROJECTOR"
    assert windows.audience.view.number == QUESTION and windows.controller.presentation.is_revealed
    assert not windows.console.warned


def test_another_cable_takes_the_place_of_the_one_that_was_pulled(chosen, screens):
    screens.plug(LAPTOP)
    assert parts(chosen) == (Arranged.LOST, "LAPTOP", "")
    screens.plug(LAPTOP, OTHER)
    assert parts(chosen) == (Arranged.TWO, "LAPTOP", "HDMI-2")


def test_a_screen_that_was_there_all_the_time_is_not_taken(qapp):
    source = PluggedScreens(LAPTOP, PROJECTOR, THIRD)
    screens = Screens(source, "LAPTOP")
    source.plug(LAPTOP, THIRD)
    assert parts(screens) == (Arranged.LOST, "LAPTOP", "")
    screens.choose_audience("SIDE")
    assert parts(screens) == (Arranged.TWO, "LAPTOP", "SIDE")


def test_where_only_the_room_s_screen_is_left_no_note_is_shown_on_it(hold, screens):
    """The laptop's lid was closed."""
    windows = hold()
    screens.plug(PROJECTOR)
    assert not windows.console.isVisible()
    assert windows.audience.isVisible() and windows.audience.alone
    screens.plug(LAPTOP, PROJECTOR)
    assert windows.console.isVisible() and not windows.audience.alone


def test_all_screens_gone_and_back(hold, screens):
    windows = hold()
    screens.plug()
    assert not windows.audience.isVisible()
    screens.plug(LAPTOP, PROJECTOR)
    assert windows.audience.isVisible() and windows.console.isVisible()


def test_another_resolution_is_taken_at_once(hold, screens):
    windows = hold()
    screens.plug(LAPTOP, ScreenFacts("PROJECTOR", (1366, 0, 1280, 720)))
    assert (windows.audience.width(), windows.audience.height()) == (1280, 720)
    assert windows.console.page.shape.width() == 1280
    assert windows.audience._picture.deviceIndependentSize().toSize() == windows.audience.size()


def test_the_console_keeps_its_place_in_the_session_when_it_moves_to_a_screen_of_another_size(hold, screens):
    windows = hold(number=QUESTION)
    screens.plug(ScreenFacts("LAPTOP", (0, 0, 800, 480)), PROJECTOR)
    assert windows.console.isVisible() and windows.console.width() == 800
    assert windows.console.head.state_words() == "答案未揭晓"


def test_mirrored_screens_are_one(qapp):
    twin = ScreenFacts("PROJECTOR", (0, 0, 1024, 768))
    assert distinct((LAPTOP, twin)) == (LAPTOP,)
    screens = Screens(PluggedScreens(LAPTOP, twin), "LAPTOP")
    assert parts(screens) == (Arranged.ONE, "", "LAPTOP") and screens.mirrored


# One screen.


@pytest.fixture
def alone(hold, screens):
    screens.plug(LAPTOP)
    return hold(number=QUESTION, picking=True)


def move_to(window, y):
    place = QPointF(300, y)
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.NoButton, Qt.NoButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, moved)


def test_with_one_screen_there_is_no_console_and_the_keys_go_to_the_page(alone):
    assert alone.console is None and alone.audience.isVisible()
    QTest.keyClick(alone.audience, Qt.Key.Key_PageDown)
    assert alone.controller.presentation.is_revealed
    QTest.keyClick(alone.audience, Qt.Key.Key_PageUp)
    assert alone.audience.view.number == QUESTION - 1
    QTest.keyClick(alone.audience, Qt.Key.Key_6)
    QTest.keyClick(alone.audience, Qt.Key.Key_Return)
    assert alone.audience.view.number == 6


def test_the_bar_comes_with_the_mouse_at_the_lower_edge_and_goes(alone, qtbot):
    move_to(alone.audience, 100)
    assert alone.bar is None
    move_to(alone.audience, alone.audience.height() - 2)
    assert alone.bar.isVisible()
    assert alone.bar.geometry().bottom() == alone.audience.geometry().bottom()
    alone.bar._timer.start(1)
    qtbot.waitUntil(lambda: not alone.bar.isVisible())


def test_the_bar_has_names_on_every_button_and_shows_no_note(alone, nameless_stops):
    move_to(alone.audience, alone.audience.height() - 2)
    assert nameless_stops(alone.bar) == []
    said = [one.accessibleName() for one in alone.bar.findChildren(QWidget)]
    assert not any(NOTE in text for text in said)


def test_dialogs_stand_over_the_page_and_never_become_part_of_it(alone):
    QTest.keyClick(alone.audience, Qt.Key.Key_T)
    assert alone.dialogs.open_dialog is not None
    assert not alone.audience.isAncestorOf(alone.dialogs.open_dialog)
    alone.dialogs.dismiss()
    assert not alone._cover.isVisible()


def test_the_overview_on_the_only_screen_shows_no_page_that_is_still_to_come(alone, qtbot):
    QTest.keyClick(alone.audience, Qt.Key.Key_G)
    grid = alone.dialogs.open_dialog.grid
    qtbot.waitUntil(lambda: not grid._idle.isActive())
    assert set(grid._pictures) == {QUESTION - 1}


def test_hands_are_counted_without_a_console(alone):
    QTest.keyClick(alone.audience, Qt.Key.Key_V)
    alone.dialogs.open_dialog.votes.row_of("B").field.step(4)
    assert alone.controller.presentation.poll.first == (0, 4, 0, 0)


def test_the_list_of_names_does_not_come_up_on_the_only_screen(alone):
    QTest.keyClick(alone.audience, Qt.Key.Key_Q)
    assert alone.dialogs.open_dialog is None
    assert not any(name in text for text in texts_within(alone.audience) for name in NAMES)


def test_a_projector_that_is_plugged_in_later_becomes_the_room_s(alone, screens):
    screens.plug(LAPTOP, PROJECTOR)
    assert alone.console.isVisible() and not alone.audience.alone
    assert screens.placed["镜鉴 · 投影"] == "PROJECTOR"
    assert alone.console.head.state_words() == "答案未揭晓"


def test_a_rehearsal_shows_the_console_and_projects_nothing(hold, screens):
    windows = hold()
    windows._screens.rehearse(True)
    assert not windows.audience.isVisible() and windows.console.isVisible()
    assert not windows.console.warned


# Before the start.


@pytest.fixture
def window(dressed, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def test_every_screen_is_named_before_the_start(window, chosen, screens):
    dialog = StartDialog(window, chosen, PresenterOptions())
    dialog.open()
    assert [text.split()[0] for text in dialog._names.texts()] == ["主讲人屏幕", "投影屏幕（大家看到的）"]
    assert "PROJECTOR（1024×768）" in dialog.words()
    chosen.swap()
    assert [text.split()[0] for text in dialog._names.texts()] == ["投影屏幕（大家看到的）", "主讲人屏幕"]
    dialog.dismiss()
    assert dialog._names.texts() == []


def test_with_one_screen_the_notes_are_offered_on_paper_first(window, qtbot, screens):
    screens.plug(LAPTOP)
    dialog = StartDialog(window, Screens(screens, "LAPTOP"), PresenterOptions())
    dialog.open()
    assert "一块屏幕" in dialog.words() and dialog._print.isVisible()
    with qtbot.waitSignal(dialog.print_wanted):
        dialog._print.click()
    dialog.dismiss()


@pytest.mark.parametrize("key", [START, REHEARSE])
def test_what_was_chosen_comes_with_the_start(window, chosen, qtbot, key):
    dialog = StartDialog(window, chosen, PresenterOptions(theme="dark"))
    dialog.open()
    dialog._picking.setChecked(True)
    with qtbot.waitSignal(dialog.decided) as told:
        dialog.button(key).click()
    assert told.args == [key, PresenterOptions(theme="dark", picking=True)]


# The real thing.


def test_the_signals_of_the_system_are_listened_to(qapp, qtbot):
    source = ScreenList()
    for signal in (qapp.screenAdded, qapp.screenRemoved, qapp.primaryScreenChanged):
        with qtbot.waitSignal(source.changed):
            signal.emit(qapp.primaryScreen())
    with qtbot.waitSignal(source.changed):
        qapp.primaryScreen().geometryChanged.emit(qapp.primaryScreen().geometry())
    assert [screen.name() for screen in QGuiApplication.screens()] == [screen.name for screen in source.all()]


def run_apart(script, platform, *arguments):
    """In a process of its own, because screens are given at its start."""
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(Path(__file__).parent / script), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


def test_two_screens_of_qt_s_own(tmp_path):
    """Offscreen with two screens: each window fills its own, the keys stay with the console, and they are exchanged."""
    screens = [
        {"name": "LAPTOP", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1.0},
        {"name": "PROJECTOR", "x": 1366, "y": 0, "width": 1024, "height": 768, "dpr": 1.0},
    ]
    for one in screens:
        one |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    facts = {"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": screens}
    (tmp_path / "screens.json").write_text(json.dumps(facts))
    done = run_apart("two_screens.py", f"offscreen:configfile={tmp_path / 'screens.json'}")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["start"] == {"console": ["LAPTOP", 1366, 768], "audience": ["PROJECTOR", 1024, 768]}
    assert told["swapped"] == {"console": ["PROJECTOR", 1024, 768], "audience": ["LAPTOP", 1366, 768]}
    assert told["active"] == "console"


@pytest.mark.skipif(not all(map(shutil.which, ("Xvfb", "xrandr"))), reason="Xvfb or xrandr is not on this machine")
def test_a_monitor_is_pulled_out_and_put_back_under_x(tmp_path):
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "2390x768x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as said:
            environment = {**os.environ, "DISPLAY": f":{said.readline().strip()}"}
        for name, shape, output in MONITORS:
            subprocess.run(["xrandr", "--setmonitor", name, shape, output], env=environment, check=True)
        environment |= {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        script = Path(__file__).parent / "pulled_monitor.py"
        done = subprocess.run(
            [sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=120
        )
    finally:
        server.terminate()
        server.wait()
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["start"] == {"arranged": "投影已连接", "audience": True, "console": True}
    assert told["pulled"] == {"arranged": "投影已断开", "audience": False, "console": True}
    assert told["back"] == {"arranged": "投影已连接", "audience": True, "console": True}
    assert told["screen"] == "PROJECTOR"
