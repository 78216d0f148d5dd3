"""投影: what the room's window shows, and what it must not even know."""

import gc
import types

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.audience_view import Curtain
from app.ui.presenter.act import Act
from app.ui.presenter.audience_window import HIDE_MOUSE_MS
from app.ui.presenter.sheet_style import page_rect
from tests.gui.presenter.session_deck import ANSWER, NAMES, NOTE

QUESTION = 4


def texts_within(root):
    """Every text that can be reached from an object without going through code or classes."""
    seen, found, todo = {id(root)}, set(), [root]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            found.add(one)
        skipped = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.CodeType)
        for other in gc.get_referents(one):
            if id(other) not in seen and not isinstance(other, skipped):
                seen.add(id(other))
                todo.append(other)
    return found


def holds(windows, words):
    return any(words in text for text in texts_within(windows.audience))


def settle():
    for _ in range(20):
        QApplication.processEvents()
        QTest.qWait(5)


def colour_at(window, x, y):
    return QColor(window.grab().toImage().pixel(round(x * window.width()), round(y * window.height())))


def test_the_window_holds_no_note_no_name_and_no_answer_before_it_is_revealed(hold):
    windows = hold(number=QUESTION - 1, picking=True)
    settle()  # pages ahead are prepared by now, the answer among them
    windows.controller.act(Act.NEXT)
    settle()
    assert holds(windows, "一人经手到底"), "the walk must find what is shown"
    for words in (NOTE, "代签一次", *NAMES, ANSWER, "谢谢"):
        assert not holds(windows, words), words
    windows.controller.act(Act.REVEAL)
    assert holds(windows, ANSWER)
    assert not holds(windows, NOTE)


def test_an_answer_that_is_taken_back_is_gone(hold):
    windows = hold(number=QUESTION)
    windows.controller.act(Act.REVEAL)
    windows.controller.act(Act.REVEAL)
    assert not holds(windows, ANSWER)


def test_nothing_of_the_session_stays_after_it(hold):
    windows = hold(number=QUESTION)
    windows.controller.act(Act.REVEAL)
    windows.close()
    assert not holds(windows, ANSWER) and not holds(windows, "一人经手到底")


def test_pages_ahead_are_prepared_outside_of_the_window(hold):
    windows = hold()
    settle()
    assert len(windows._projection._pictures._cache) > 1


@pytest.mark.parametrize(("curtain", "shown"), [(Act.BLACK, "#000000"), (Act.WHITE, "#ffffff")])
def test_a_curtain_hides_everything(hold, curtain, shown):
    windows = hold()
    windows.controller.start_countdown(60)
    windows.controller.point((0.5, 0.5))
    windows.controller.act(curtain)
    colours = {colour_at(windows.audience, x / 10, y / 10).name() for x in range(1, 10) for y in range(1, 10)}
    assert colours == {shown}


def test_the_dot_is_where_the_leader_points(hold):
    windows = hold(number=2)
    before = colour_at(windows.audience, 0.7, 0.8)
    windows.controller.point((0.7, 0.8))
    assert colour_at(windows.audience, 0.7, 0.8) == QColor("red") != before


def test_a_stroke_is_seen_while_it_is_drawn(hold):
    windows = hold(number=2)
    for x in range(30, 60):
        windows.controller.draw_on((x / 100, 0.8))
    assert colour_at(windows.audience, 0.45, 0.8).red() > 100 > colour_at(windows.audience, 0.45, 0.8).green()


def test_the_countdown_is_large(hold):
    windows = hold(number=2)
    before = windows.audience.grab().toImage()
    windows.controller.start_countdown(180)
    after = windows.audience.grab().toImage()
    changed = [
        (x, y)
        for x in range(0, after.width(), 8)
        for y in range(0, after.height(), 8)
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    assert max(y for _, y in changed) - min(y for _, y in changed) > 0.1 * after.height()


def test_another_resolution_is_drawn_anew(hold):
    windows = hold()
    windows.audience.resize(1920, 1080)
    settle()
    assert windows.audience._picture.deviceIndependentSize().toSize() == windows.audience.size()
    assert page_rect(QRectF(windows.audience.rect())).width() == pytest.approx(1920, abs=2)


def test_the_mouse_hides_after_two_seconds(hold, qtbot):
    windows = hold()
    assert HIDE_MOUSE_MS == 2_000
    assert windows.audience.cursor().shape() is Qt.CursorShape.BlankCursor
    place = QPointF(300, 300)
    moved = QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.NoButton, Qt.NoButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(windows.audience, moved)
    assert windows.audience.cursor().shape() is Qt.CursorShape.ArrowCursor
    windows.audience._mouse.setInterval(1)
    windows.audience._mouse.start()
    qtbot.waitUntil(lambda: windows.audience.cursor().shape() is Qt.CursorShape.BlankCursor)


def test_the_window_beside_a_console_takes_no_focus(hold):
    windows = hold()
    assert windows.audience.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert windows.audience.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert QApplication.activeWindow() is windows.console


def test_a_click_or_a_wheel_on_the_room_s_window_turns_nothing(hold):
    windows = hold()
    QTest.mouseClick(windows.audience, Qt.LeftButton, pos=QPoint(100, 100))
    assert windows.audience.view.number == 1


def test_a_dark_theme_is_dark(hold):
    assert colour_at(hold(number=2, theme="dark").audience, 0.9, 0.7).lightness() < 60
    assert colour_at(hold(number=2).audience, 0.9, 0.7).lightness() > 240


def test_the_curtain_comes_with_the_view(hold):
    windows = hold()
    windows.controller.act(Act.BLACK)
    assert windows.audience.view.curtain is Curtain.BLACK
