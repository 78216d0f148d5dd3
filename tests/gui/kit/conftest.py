"""The application in its theme and fonts, and one window with a specimen of every widget that takes focus."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.ui.kit.action_card import ActionCard
from app.ui.kit.answer_sheet import AnswerSheet, SheetGroup
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card_grid import CardGrid
from app.ui.kit.chip import Chip
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.option_button import OptionButton
from app.ui.kit.outline_item import OutlineItem
from app.ui.kit.rail_button import RailButton
from app.ui.kit.rich_text import RichText
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.search_field import SearchField
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tab_button import TabButton
from app.ui.kit.theme import LIGHT, apply_theme

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(autouse=True)
def theme(dressed: QApplication):
    apply_theme(dressed, LIGHT)
    yield LIGHT
    apply_theme(dressed, LIGHT)


@pytest.fixture
def show(qtbot):
    """Show a widget in an active window of 900 × 700 (or the size given) and hand back the window."""

    kept: list[QWidget] = []  # the bot's own references are weak

    def shown(*widgets: QWidget, size: tuple[int, int] = (900, 700)) -> QWidget:
        window = QWidget()
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return shown


@pytest.fixture
def gallery(show):
    text = RichText("案例正文")
    text.begin()
    text.add_paragraph("正文")
    text.end()
    grid = CardGrid([ActionCard(column(Label(name)), name) for name in ("案例甲", "案例乙")])
    widgets = [
        RailButton("xue", "学习"),
        TabButton("复习", "12"),
        SearchField("搜索案例"),
        button("继续阅读", "primary"),
        button("", "ghost", "settings", tip="设置"),
        Chip("社会救助", checked=True),
        SegmentControl([("board", "看板"), ("table", "表格")], name="视图"),
        OptionButton("A", "分段负责"),
        AnswerSheet([SheetGroup("单选题", "", (1, 2, 3))]),
        OutlineItem("一、案情回放"),
        Banner("无法保存", "red", "另存到…", closable=True),
        EmptyState("book", "还没有内容", "导入内容包"),
        grid,
        text,
    ]
    content = QWidget()
    layout = QVBoxLayout(content)
    for widget in widgets:
        layout.addWidget(widget)
    window = show(ScrollPage(content))
    assert window.findChild(QLineEdit) is not None
    return window
