"""A list to choose one entry from, with a field to search it: cases, questions, articles, decks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import column
from app.ui.kit.search_field import SearchField
from app.ui.kit.tokens import px

PAUSE_MS, MOST = 150, 60
"""``MOST`` entries are enough to look through; whoever finds more hands over the first."""


@dataclass(frozen=True)
class Entry:
    key: str
    title: str
    detail: str = ""


class SearchList(QWidget):
    """``find(words)`` gives what matches. The arrows of the field walk the list; Enter is the dialog's."""

    picked = Signal(str)
    """Key of an entry that was clicked twice."""

    def __init__(self, hint: str, find: Callable[[str], Sequence[Entry]], height: float = 340) -> None:
        super().__init__()
        self._find = find
        self.field, self.list, self._count = SearchField(hint), QListWidget(), Label("", 14, "text2")
        self.list.setAccessibleName("找到的条目")
        self.list.setFixedHeight(px(height))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(px(2))
        self.setLayout(column(self.field, self._count, self.list, spacing=8))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.field.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda item: self.picked.emit(str(item.data(Qt.ItemDataRole.UserRole))))
        self.refresh()

    def chosen(self) -> str:
        """The key of the entry that is marked, "" for none."""
        if self._pause.isActive():
            self.refresh()
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def choose(self, key: str) -> None:
        for number in range(self.list.count()):
            if self.list.item(number).data(Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentRow(number)

    def refresh(self) -> None:
        self._pause.stop()
        self.list.clear()
        found = self._find(self.field.text().strip())
        for entry in found:
            words = f"{entry.title}\n{entry.detail}" if entry.detail else entry.title
            item = QListWidgetItem(words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, entry.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", "，"))
        more = len(found) >= MOST
        words = f"先列出 {MOST} 条，写几个字可以缩小范围" if more else f"共 {len(found)} 条"
        self._count.setText(words if found else "没有找到。试试更短的词。")
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
            step = steps.get(Qt.Key(event.key()))
            if step and self.list.count():
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)
