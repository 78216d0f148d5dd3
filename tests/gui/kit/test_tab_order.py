"""Tab goes as one reads, whatever was made first."""

from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.kit.elided_check_box import ElidedCheckBox
from app.ui.kit.layouts import boxed, column
from app.ui.kit.tab_order import tab_through
from app.ui.shell.places import PLACES
from app.ui.shell.top_bar import TopBar
from tests.gui.tab_stops import against_reading, tab_stops


def test_parts_are_gone_through_in_the_order_given(qtbot):
    foot, head, middle = (boxed(column(QPushButton(f"{name}1"), QPushButton(f"{name}2"))) for name in "尾头中")
    page = QWidget()
    page.setLayout(column(QPushButton("别处"), foot, head, middle))
    qtbot.addWidget(page)
    page.show()
    middle.layout().addWidget(QPushButton("中3"))
    tab_through(head, middle, foot)
    qtbot.waitUntil(lambda: len(tab_stops(page)) == 8)
    assert [one.text() for one in tab_stops(page)] == ["别处", "头1", "头2", "中1", "中2", "中3", "尾1", "尾2"]
    tab_through(boxed(column()), head, middle, foot)
    assert len(tab_stops(page)) == 8


def test_the_bar_goes_from_the_tabs_to_the_search(qtbot, dressed):
    bar = TopBar()
    qtbot.addWidget(bar)
    bar.resize(1278, bar.height())
    bar.show()
    for place in (PLACES[0], PLACES[3], PLACES[1]):
        bar.show_tabs(place, place.tabs[0][0])
        assert against_reading(tab_stops(bar)) == []


def test_words_that_are_cut_are_read_out_whole(qtbot, dressed):
    words = "民办非企业单位年度检查办法（2005年，共 12 题）"
    box = ElidedCheckBox(words)
    qtbot.addWidget(box)
    box.resize(120, 40)
    box.show()
    assert box.text().endswith("…") and box.accessibleName() == words
