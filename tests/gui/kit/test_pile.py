"""Sheets that lie one on the other: the next one is seen as a picture first, and nobody can tell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.ui.kit.layouts import boxed, column
from app.ui.kit.option_button import OptionButton
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.pile import Pile
from app.ui.kit.tokens import current_theme


def sheet(word):
    return boxed(column(Paragraph(f"{word}：谁来核对这份名单？", 20, bold=True), OptionButton("A", word), None))


@pytest.fixture
def sheets():
    return [sheet(word) for word in ("第一题", "第二题", "第三题")]


@pytest.fixture
def pile(qtbot, sheets):
    made = Pile()
    around = boxed(column(made, margins=(0, 0, 0, 0)))
    around.setAutoFillBackground(True)
    around.resize(500, 300)
    qtbot.addWidget(around)
    around.show()
    made.show_sheet(sheets[0])
    qtbot.waitExposed(around)
    made.around = around
    return made


def ground(pile):
    return pile.around.palette().window().color()


def ready(pile, sheet):
    QApplication.processEvents()
    pile.make_ready(sheet, ground(pile))


def test_what_was_not_made_ready_is_there_at_once(pile, sheets):
    pile.show_sheet(sheets[1])
    assert sheets[1].isVisible() and not sheets[0].isVisible()


def test_the_picture_shows_what_the_sheet_will_show(pile, sheets, qtbot):
    ready(pile, sheets[1])
    pile.show_sheet(sheets[1])
    first = pile.around.grab().toImage()
    assert not sheets[1].isVisible()
    qtbot.waitUntil(sheets[1].isVisible)
    assert not sheets[0].isVisible()
    assert pile.around.grab().toImage() == first


def test_of_sheets_in_quick_succession_the_last_one_stays(pile, sheets, qtbot):
    for one in sheets[1:]:
        ready(pile, one)
    for one in sheets[1:]:
        pile.show_sheet(one)
    qtbot.waitUntil(sheets[2].isVisible)
    assert [one.isVisible() for one in sheets] == [False, False, True]


def test_a_click_on_the_picture_reaches_no_other_sheet(pile, sheets):
    pressed = []
    for one in sheets:
        one.findChild(OptionButton).clicked.connect(lambda: pressed.append(1))
    option = sheets[0].findChild(OptionButton)
    place = option.mapTo(pile.around, option.rect().center())
    QTest.mouseClick(pile.around.window().windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert pressed == [1]
    ready(pile, sheets[1])
    pile.show_sheet(sheets[1])
    QTest.mouseClick(pile.around.window().windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert pressed == [1]


def test_a_sheet_that_needs_the_focus_is_there_at_once(pile, sheets):
    ready(pile, sheets[1])
    pile.show_sheet(sheets[1], at_once=True)
    assert sheets[1].isVisible()


def test_a_picture_of_another_size_is_not_shown(pile, sheets):
    ready(pile, sheets[1])
    pile.around.resize(400, 320)
    QApplication.processEvents()
    pile.show_sheet(sheets[1])
    assert sheets[1].isVisible() and sheets[1].size() == pile.size()


def test_a_sheet_can_be_removed_while_it_still_lies_behind_the_picture(pile, sheets):
    ready(pile, sheets[1])
    pile.show_sheet(sheets[1])
    pile.remove(sheets[0])
    QApplication.sendPostedEvents(None, 52)
    pile.settle()
    assert sheets[1].isVisible()


def test_a_wide_sheet_makes_the_pile_wider(pile, sheets):
    button = QPushButton("宽")
    button.setMinimumSize(900, 40)
    wide = boxed(column(button))
    pile.make_ready(wide, current_theme().colour("bg"))
    pile.show_sheet(wide)
    assert wide.isVisible() and pile.minimumSizeHint().width() >= 900
