import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.ui.kit.button import button
from app.ui.kit.drawer import Drawer
from app.ui.kit.modal import Choice, Modal, ask
from app.ui.kit.paragraph import Paragraph

CHOICES = (Choice("submit", "仍要交卷"), Choice("stay", "继续作答", safe=True))


@pytest.fixture
def page(show):
    first, second = button("标记本题"), button("交卷")
    window = show(first, second)
    window.first, window.second = first, second
    second.setFocus()
    return window


def focused():
    return QApplication.focusWidget()


def test_the_safe_choice_has_the_focus_and_answers_enter(page, qtbot):
    modal = Modal(page, "确认交卷？", "还有 21 题未答。", CHOICES)
    modal.open()
    assert focused() is modal.button("stay")
    with qtbot.waitSignal(modal.chosen) as told:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert told.args == ["stay"]


def test_tab_stays_inside(page, qtbot):
    modal = Modal(page, "确认交卷？", "还有 21 题未答。", CHOICES)
    modal.open()
    seen = set()
    for _ in range(5):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        seen.add(focused())
    assert seen == {modal.button("stay"), modal.button("submit")}
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() in seen


def test_focus_cannot_be_taken_away_by_the_page_below(page):
    modal = Modal(page, "确认交卷？", "还有 21 题未答。", CHOICES)
    modal.open()
    page.first.setFocus()
    assert modal.isAncestorOf(focused())


@pytest.mark.parametrize("key", ["stay", "submit"])
def test_closing_gives_focus_back(page, qtbot, key):
    modal = Modal(page, "确认交卷？", "还有 21 题未答。", CHOICES)
    modal.open()
    modal.button(key).click()
    assert focused() is page.second
    assert not modal.isVisible()


def test_esc_closes_with_no_answer(page, qtbot):
    answers = []
    modal = ask(page, "确认交卷？", "还有 21 题未答。", CHOICES, answers.append)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert answers == [""]
    assert not modal.isVisible()
    assert focused() is page.second


def test_esc_does_nothing_where_an_answer_is_needed(page, qtbot):
    answers = []
    modal = ask(page, "上次考试没有交卷", "请选择。", CHOICES, answers.append, closable=False)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert answers == []
    assert modal.isVisible()


def test_every_choice_answers_once(page):
    answers = []
    modal = ask(page, "确认交卷？", "还有 21 题未答。", CHOICES, answers.append)
    modal.button("submit").click()
    assert answers == ["submit"]


def test_shortcuts_of_the_page_below_are_held_back(page, qtbot):
    pressed = []
    shortcut = QShortcut(QKeySequence("Ctrl+K"), page)
    shortcut.activated.connect(lambda: pressed.append(True))
    qtbot.keyClick(page.second, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]
    modal = Modal(page, "确认交卷？", "还有 21 题未答。", CHOICES)
    modal.open()
    qtbot.keyClick(focused(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]


def test_a_field_in_the_modal_comes_first_and_enter_in_it_means_the_safe_choice(page, qtbot):
    content = QWidget()
    layout = QVBoxLayout(content)
    field = QLineEdit()
    layout.addWidget(field)
    modal = Modal(page, "新建", content, (Choice("cancel", "取消"), Choice("save", "保存", safe=True)))
    modal.open()
    assert focused() is field
    qtbot.keyClicks(field, "abc")
    assert field.text() == "abc"
    with qtbot.waitSignal(modal.chosen) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["save"]


def test_content_too_tall_scrolls_and_leaves_the_choices_in_sight(page):
    modal = Modal(page, "说明", "很长的说明文字。" * 600, CHOICES)
    modal.open()
    below = modal.button("stay").mapTo(page, modal.button("stay").rect().bottomLeft()).y()
    assert below <= page.height()


def test_a_modal_over_a_drawer_closes_alone(page, qtbot):
    drawer = Drawer(page, "目录", button("一、案情回放"))
    drawer.open()
    modal = Modal(drawer, "确认？", "文字", CHOICES)
    modal.open()
    assert modal.isAncestorOf(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert drawer.isVisible()
    assert drawer.isAncestorOf(focused())


def test_a_drawer_closes_by_a_click_beside_it_and_gives_its_content_back(page, qtbot):
    content = Paragraph("目录")
    drawer = Drawer(page, "目录", content, width=300)
    drawer.open()
    drawer.closed.connect(drawer.take_content)
    with qtbot.waitSignal(drawer.closed):
        qtbot.mouseClick(drawer, Qt.MouseButton.LeftButton, pos=drawer.rect().center())
    assert content.text() == "目录"
    assert focused() is page.second


def test_the_layer_follows_the_window(page, qtbot):
    modal = Modal(page, "确认交卷？", "文字", CHOICES)
    modal.open()
    page.resize(1000, 600)
    qtbot.waitUntil(lambda: modal.size() == page.size())


def test_a_window_may_go_with_its_modal_open(page, show, qtbot):
    other = QWidget()
    Modal(other, "确认？", "文字", CHOICES).open()
    other.show()
    other.deleteLater()
    qtbot.wait(5)
    page.activateWindow()
    page.first.setFocus()
    page.second.setFocus()
