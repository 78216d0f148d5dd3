"""Where one is in a case, what has been read, what is left."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.chinese_numbers import to_chinese
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.outline_item import OutlineItem
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.progress_bar import Bar
from app.ui.kit.roving import Roving
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import current_theme, px

_BEFORE_CHECK = "完成“学后检测”后可标记。"


class CaseOutline(QWidget):
    """``titles`` by key of the stop. Arrows move among the items, Enter goes there."""

    section_requested = Signal(str)
    back_requested = Signal()
    learned_requested = Signal()

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = {
            key: OutlineItem(f"{to_chinese(number)}、{title}") for number, (key, title) in enumerate(titles.items(), 1)
        }
        for key, item in self._items.items():
            item.setFixedHeight(px(36))
            item.clicked.connect(lambda _=False, to=key: self.section_requested.emit(to))
        self._roving = Roving(self)
        self._roving.set_members(list(self._items.values()))
        self._share = Label("0%", 14, bold=True)
        self._bar = Bar(0, name="阅读进度")
        self._left = Label("", 14, "text2")
        self._learned = button("标为已学", "primary", "checkmark_circle").stretch()
        self._why = Paragraph(_BEFORE_CHECK, 14, "text2", line=1.5)
        back = button("返回案例库", "link", "arrow_left")
        self._scroll = ScrollPage(boxed(column(*self._items.values(), None, margins=(0, 0, 6, 0), spacing=0)))
        self.setLayout(
            column(
                row(back, None),
                (self._scroll, 1),
                row(Label("阅读进度", 14, "text2"), None, self._share),
                self._bar,
                self._left,
                self._learned,
                self._why,
                margins=(14, 8, 14, 12),
                spacing=7,
            )
        )
        back.clicked.connect(self.back_requested)
        self._learned.clicked.connect(self.learned_requested)

    def take_focus(self) -> None:
        """Put the focus on the section that is being read."""
        self._roving.focus()

    def show_state(self, states: dict[str, str], current: str) -> None:
        """``states``: done, todo or locked by key."""
        for key, item in self._items.items():
            item.set_state(states.get(key, "todo"), key == current)
        if current in self._items:
            self._roving.set_current(list(self._items).index(current))
            self._scroll.reveal(self._items[current])

    def show_progress(self, share: float, minutes: int, learned: bool, checked: bool | None) -> None:
        """``checked``: the check at the end was done, so that it may be marked by hand; None: there is none."""
        self._share.setText(f"{round(share * 100)}%")
        self._bar.set_value(share, "green" if learned else "red_fill")
        self._left.setText("已学完" if learned else f"预计还需 {minutes} 分钟" if minutes else "正文已读完")
        self._learned.setEnabled(checked is not False and not learned)
        self._learned.set_label("已学" if learned else "标为已学")
        before = "检测未达 80%，可再做一次，也可直接标记。" if checked else _BEFORE_CHECK
        why = "" if learned or checked is None else before
        self._why.set_text(why)
        self._why.setVisible(bool(why))
        set_tip(self._learned, why)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_theme().colour("surface2"))
