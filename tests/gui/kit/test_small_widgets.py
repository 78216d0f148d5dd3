import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.kit.action_card import ActionCard
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card_grid import CardGrid
from app.ui.kit.chip import Chip
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.outline_item import OutlineItem
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.progress_bar import Bar
from app.ui.kit.ring import Ring
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.search_field import SearchField
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tab_button import TabButton
from app.ui.kit.theme import LIGHT, apply_theme
from app.ui.kit.toast import Toast


def test_a_row_takes_widgets_gaps_stretches_and_pairs(dressed):
    apply_theme(dressed, LIGHT.with_scale(2.0))
    layout = row(Label("甲"), 10, (Label("乙"), 3), None, column(), margins=(1, 2, 3, 4), spacing=5)
    assert layout.count() == 5
    assert layout.stretch(2) == 3
    assert layout.spacing() == 10
    margins = layout.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (2, 4, 6, 8)


def test_a_cleared_layout_is_empty_inside_too():
    inner = row(Label("乙"))
    layout = column(Label("甲"), inner, None)
    holder = boxed(layout)
    clear(layout)
    assert layout.count() == 0
    assert holder.layout() is layout


def test_a_flow_goes_on_in_the_next_line(show):
    flow = FlowLayout(*(Chip(f"筛选条件 {number}") for number in range(12)))
    box = boxed(flow)
    show(box, size=(400, 400))
    tops = {flow.itemAt(number).geometry().top() for number in range(12)}
    assert len(tops) > 2
    assert flow.heightForWidth(2000) < flow.heightForWidth(400)


def cards(count: int) -> list[QWidget]:
    return [ActionCard(column(Label(f"案例 {number}")), f"案例 {number}") for number in range(count)]


@pytest.mark.parametrize(("width", "columns"), [(1000, 3), (640, 2), (300, 1), (100, 1)])
def test_a_grid_has_as_many_columns_as_fit(width, columns):
    grid = CardGrid(cards(7))
    grid.resize(width, 500)
    assert grid.columns() == columns


def test_arrows_move_in_the_grid(show, qtbot):
    grid = CardGrid(cards(5))
    show(grid, size=(720, 600))
    assert grid.columns() == 2
    grid.focus_card(0)
    for key, place in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_Right, 3), (Qt.Key.Key_Up, 1), (Qt.Key.Key_End, 4)):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is grid.cards()[place]


def test_new_cards_take_the_place_of_the_old(show):
    grid = CardGrid(cards(3))
    show(grid)
    grid.set_cards(cards(1))
    assert len(grid.cards()) == 1
    assert grid.cards()[0].isVisible()


def test_a_segment_is_chosen_once_by_click_and_by_arrow(show, qtbot):
    control = SegmentControl([("board", "看板"), ("table", "表格"), ("time", "时间线")], "board", "视图")
    show(control)
    told = []
    control.changed.connect(told.append)
    segments = control.findChildren(QWidget)
    qtbot.mouseClick(segments[1], Qt.MouseButton.LeftButton)
    assert (told, control.chosen()) == (["table"], "table")
    qtbot.keyClick(segments[1], Qt.Key.Key_Right)
    assert (told, control.chosen()) == (["table", "time"], "time")
    control.set_chosen("board")
    assert (told, control.chosen()) == (["table", "time"], "board")
    assert segments[0].accessibleName() == "看板，已选"


def test_progress_is_told_in_words():
    bar = Bar(0.6)
    assert bar.accessibleName() == "进度 60%"
    bar.set_value(7)
    assert (bar.value(), bar.accessibleName()) == (1.0, "进度 100%")
    assert Ring(0.86, "86", "满分 100").accessibleName() == "86，满分 100"
    assert HorizontalBar("社会救助", 0.62, "62%  薄弱", 0.66).accessibleName() == "社会救助 62%  薄弱，平均 66%"


def test_states_are_told_in_words():
    assert Chip("全部", checked=True).accessibleName() == "全部，已选"
    assert TabButton("复习", "12").accessibleName() == "复习，12 项"
    tab = TabButton("复习")
    tab.set_badge("6", "今天到期 6 题")
    assert tab.accessibleName() == "复习，今天到期 6 题"
    tab.set_badge("", "今天到期 0 题")
    assert tab.accessibleName() == "复习"
    assert OutlineItem("四、原因剖析", "done", current=True).accessibleName() == "四、原因剖析，已读，当前位置"


def test_a_click_on_an_outline_does_not_move_its_mark(show, qtbot):
    item = OutlineItem("五、警示启示")
    show(item)
    with qtbot.waitSignal(item.clicked):
        qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    assert not item.isChecked()


def test_esc_empties_the_search_field_first(show, qtbot):
    field = SearchField("搜索")
    show(field)
    field.setText("低保")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_button_names_itself_by_its_text_or_its_tip():
    assert button("交卷").accessibleName() == "交卷"
    assert button("", "ghost", "settings", tip="设置").accessibleName() == "设置"
    assert button("A & B").label() == "A & B"


def test_a_toast_goes_by_itself_and_can_be_taken_back(show, qtbot):
    window = show(QLineEdit())
    toast = Toast(window)
    undone = []
    toast.say("已移出错题本", "green", lambda: undone.append(True), seconds=60)
    assert toast.isVisible()
    assert toast.geometry().bottom() < window.height()
    toast.findChild(type(button(""))).click()
    assert undone == [True]
    assert not toast.isVisible()
    toast.say("已保存", seconds=0.01)
    qtbot.waitUntil(lambda: not toast.isVisible())


@pytest.mark.parametrize("scales", [(1.0, 2.0), (2.0, 1.0), (1.0, 1.3)])
def test_a_toast_that_was_made_in_another_scale_is_as_large_as_a_new_one(show, qtbot, dressed, scales):
    """One that is shown while the scale changes, and one that is shown again after it."""
    before, after = (LIGHT.with_scale(scale) for scale in scales)
    said = "已保存到 C:\\学习\\2026年度党纪法规统考成绩册.xlsx。内部资料，注意保管，不要放在公用电脑的桌面上。"
    apply_theme(dressed, before)
    window = show(QLineEdit())
    window.resize(1366, 768)
    shown, old = Toast(window), Toast(window)
    undone = []
    shown.say(said, "green", lambda: undone.append(True), seconds=60)
    old.say("已保存", seconds=60)
    old.hide()
    apply_theme(dressed, after)
    old.say(said, "green", lambda: None, seconds=60)
    fresh = Toast(window)
    fresh.say(said, "green", lambda: None, seconds=60)
    assert old.geometry() == fresh.geometry()
    qtbot.waitUntil(lambda: shown.geometry() == fresh.geometry())
    words = shown.findChildren(Paragraph)[-1]
    assert words.height() >= words.heightForWidth(words.width()) and words.text() == said
    shown.findChildren(type(button("")))[-1].click()
    assert undone == [True]


def test_a_banner_says_and_acts(show, qtbot):
    banner = Banner("无法保存", "red", "另存到…", closable=True)
    show(banner)
    buttons = banner.findChildren(type(button("")))
    with qtbot.waitSignal(banner.acted):
        buttons[0].click()
    with qtbot.waitSignal(banner.put_away):
        buttons[1].click()
    assert not banner.isVisible()


class _Page(Page):
    facts = PageFacts("sample", "样页", "study", "案例库", (Shortcut("Ctrl+D", "收藏"),))

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[float] = []
        self.entered = 0
        self.field = QLineEdit()
        self.setLayout(column(self.field, button("甲")))

    def on_width(self, logical: float) -> None:
        self.widths.append(logical)

    def main_action(self) -> None:
        self.entered += 1


def test_a_page_is_told_its_width_without_the_scale(dressed, show):
    apply_theme(dressed, LIGHT.with_scale(2.0))
    page = _Page()
    page.resize(1000, 500)
    show(page)
    assert page.widths[-1] == pytest.approx(page.width() / 2)


def test_enter_is_the_main_action_when_nothing_else_takes_it(show, qtbot):
    page = _Page()
    show(page)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.entered == 1
    qtbot.keyClick(page.findChild(type(button(""))), Qt.Key.Key_Return)
    assert page.entered == 1


def test_a_page_never_slides_sideways(show, qtbot):
    wide = button("很宽")
    wide.setFixedWidth(2000)
    far = button("远处")
    page = ScrollPage(boxed(row(wide, far)))
    show(page, size=(500, 300))
    far.setFocus()
    page.ensureWidgetVisible(far)
    assert page.widget().x() == 0
