import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.ui.kit.button import button
from app.ui.kit.focus_ring import FocusRing
from app.ui.kit.scroll_page import ScrollPage


@pytest.fixture
def window(show):
    first, second, field = button("甲"), button("乙"), QLineEdit()
    made = show(first, second, field)
    made.first, made.second, made.field, made.ring = first, second, field, FocusRing(made)
    first.setFocus()
    return made


def test_the_mouse_shows_no_ring(window, qtbot):
    qtbot.mouseClick(window.second, Qt.MouseButton.LeftButton)
    window.second.setFocus()
    qtbot.wait(5)
    assert not window.ring.isVisible()


def test_tab_shows_the_ring_round_the_focused_widget(window, qtbot):
    qtbot.keyClick(window.first, Qt.Key.Key_Tab)
    qtbot.waitUntil(window.ring.isVisible)
    assert window.ring.geometry().contains(window.second.geometry())


def test_a_click_takes_the_ring_away(window, qtbot):
    qtbot.keyClick(window.first, Qt.Key.Key_Tab)
    qtbot.waitUntil(window.ring.isVisible)
    qtbot.mouseClick(window.second, Qt.MouseButton.LeftButton)
    assert not window.ring.isVisible()


def test_a_text_field_shows_its_own_border_instead(window, qtbot):
    qtbot.keyClick(window.first, Qt.Key.Key_Tab)
    qtbot.keyClick(window.second, Qt.Key.Key_Tab)
    qtbot.wait(5)
    assert QApplication.focusWidget() is window.field
    assert not window.ring.isVisible()


def test_the_ring_goes_with_the_page_when_it_scrolls(show, qtbot):
    content = QWidget()
    layout = QVBoxLayout(content)
    buttons = [button(f"第 {number} 项") for number in range(40)]
    for one in buttons:
        layout.addWidget(one)
    page = ScrollPage(content)
    window = show(page, size=(400, 300))
    ring = FocusRing(window)
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Tab)
    qtbot.waitUntil(ring.isVisible)
    before = ring.y()
    page.verticalScrollBar().setValue(20)
    qtbot.waitUntil(lambda: ring.y() == before - 20)
    page.verticalScrollBar().setValue(900)
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_a_window_may_go_before_the_ring_knows(show, qtbot):
    other = QWidget()
    layout = QVBoxLayout(other)
    layout.addWidget(button("甲"))
    FocusRing(other)
    other.show()
    other.close()
    other.deleteLater()
    window = show(button("乙"))
    qtbot.wait(5)
    window.findChildren(QWidget)[0].setFocus()
