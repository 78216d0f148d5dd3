"""The bar at the top: the tabs of a rail entry, the search box, reading size, light or dark, help."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.kit.button import button
from app.ui.kit.ground import paint_ground
from app.ui.kit.layouts import row
from app.ui.kit.search_field import SearchField
from app.ui.kit.tab_button import TabButton
from app.ui.kit.tab_order import tab_through
from app.ui.kit.theme import current_theme, px
from app.ui.shell.measures import BAR_HEIGHT, BAR_LEFT, BAR_RIGHT, FIELD_LEAST, FIELD_NARROW, FIELD_WIDE
from app.ui.shell.places import Place


class TopBar(QWidget):
    tab_chosen = Signal(str)  # page key
    searched = Signal(str)
    theme_toggled = Signal()
    size_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, TabButton] = {}
        self._tab_row: QHBoxLayout = row(spacing=4)
        self._field = SearchField("搜索案例、条文、题目、笔记", "全局搜索，快捷键 Ctrl+K", FIELD_WIDE)
        dark = current_theme().dark
        self._size = button("", "ghost", "text_font_size", tip="外观与字号", name="外观与字号")
        self._theme = button(
            "", "ghost", "weather_sunny" if dark else "weather_moon", name="换成浅色" if dark else "换成深色",
            tip="换成浅色" if dark else "换成深色",
        )  # fmt: skip
        self._help = button("", "ghost", "question_circle", tip="使用说明（F1）", name="使用说明，F1")
        self.setFixedHeight(px(BAR_HEIGHT))
        self.setLayout(
            row(
                self._tab_row,
                None,
                (self._field, 1_000),
                6,
                self._size,
                self._theme,
                self._help,
                margins=(BAR_LEFT, 0, BAR_RIGHT, 1),
                spacing=4,
            )
        )
        self._field.returnPressed.connect(lambda: self.searched.emit(self._field.text().strip()))
        self._theme.clicked.connect(self.theme_toggled)
        self._size.clicked.connect(self.size_wanted)
        self._help.clicked.connect(self.help_wanted)

    def show_tabs(self, place: Place | None, current: str) -> None:
        """The tabs of a rail entry, ``current`` being the page key of the one that is open."""
        keys = [key for key, _ in place.tabs] if place else []
        if list(self._tabs) != keys:
            for tab in self._tabs.values():
                self._tab_row.removeWidget(tab)
                tab.hide()
                tab.deleteLater()
            self._tabs = {}
            for key, text in place.tabs if place else ():
                tab = TabButton(text)
                tab.clicked.connect(lambda _=False, name=key: self.tab_chosen.emit(name))
                self._tab_row.addWidget(tab)
                self._tabs[key] = tab
            tab_through(*self._tabs.values(), self._field, self._size, self._theme, self._help)
        for key, tab in self._tabs.items():
            tab.setAutoExclusive(False)  # so that on a page without a tab of its own none is shown as chosen
            tab.setChecked(key == current)
            tab.setAutoExclusive(True)

    def has_tab(self, key: str) -> bool:
        """Whether it is one of those shown."""
        return key in self._tabs

    def set_badge(self, key: str, badge: str, said: str) -> None:
        """A short figure on a tab that is shown, or "", and what is read out for it."""
        self._tabs[key].set_badge(badge, said)

    def focus_search(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def show_field(self, shown: bool) -> None:
        """Not on a page that has a search field of its own."""
        self._field.setVisible(shown)
        self._field.clear()

    def set_narrow(self, narrow: bool) -> None:
        self._field.setMinimumWidth(px(FIELD_LEAST))  # before the tabs of 考 would run into one another
        self._field.setMaximumWidth(px(FIELD_NARROW if narrow else FIELD_WIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        paint_ground(painter, self.rect(), theme.colour("surface"))
        paint_ground(painter, QRect(0, self.height() - 1, self.width(), 1), theme.colour("border"))
