"""The pages of a deck for the list in 备课: what they are called, and small pictures of them as they come."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QPixmap

from app.domain.planned_page import PlannedPage
from app.domain.presentation import sheet_key
from app.domain.script_words import seconds_words
from app.ui.presenter.sheet_painter import SheetPainter

PAGE_ROLE = Qt.ItemDataRole.UserRole
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 1
CHANGED_ROLE = Qt.ItemDataRole.UserRole + 2
IDLE_MS = 4
"""Between two pictures there is time for keys and painting."""
Index = QModelIndex | QPersistentModelIndex


class DeckPageModel(QAbstractListModel):
    """A picture is drawn when nothing else happens, one at a time, those asked for last first, then all others, so that
    scrolling finds them ready; it is kept by what the page shows, so that reordering draws nothing anew."""

    def __init__(self, painter: SheetPainter, size: QSize, ratio: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painter, self._size, self._ratio = painter, size, ratio
        self._pages: tuple[PlannedPage, ...] = ()
        self._numbers: list[int] = []
        self._changed: frozenset[str] = frozenset()
        self._pictures: dict[str, QPixmap] = {}
        self._wanted: dict[str, PlannedPage] = {}
        self._idle = QTimer(self, interval=IDLE_MS)
        self._idle.timeout.connect(self._draw_one)

    def set_pages(self, pages: Sequence[PlannedPage], changed: frozenset[str]) -> None:
        """``changed``: ids of pages that an update has changed."""
        same = [one.page.id for one in pages] == [one.page.id for one in self._pages]
        if not same:
            self.beginResetModel()
        self._pages, self._changed = tuple(pages), changed
        number = 0
        self._numbers = []
        for one in pages:
            number += not one.skipped
            self._numbers.append(0 if one.skipped else number)
        if same:
            self.dataChanged.emit(self.index(0), self.index(max(len(pages) - 1, 0)))
        else:
            self.endResetModel()
        kept = {sheet_key(one.page.id, one.page.sheet): one for one in pages}
        self._pictures = {key: picture for key, picture in self._pictures.items() if key in kept}
        asked = {key: kept[key] for key in self._wanted if key in kept}
        missing = {key: one for key, one in reversed(kept.items()) if key not in self._pictures}
        self._wanted = missing | asked
        if self._wanted:
            self._idle.start()

    def picture(self, index: Index) -> QPixmap | None:
        """None until it has been drawn; asking for it has it drawn."""
        page = self._pages[index.row()]
        key = sheet_key(page.page.id, page.page.sheet)
        found = self._pictures.get(key)
        if found is None:
            self._wanted.pop(key, None)
            self._wanted[key] = page
            self._idle.start()
        return found

    def stop(self) -> None:
        self._idle.stop()
        self._wanted.clear()

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._pages)

    def flags(self, index: Index) -> Qt.ItemFlag:
        drop = Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else drop

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._pages):
            return None
        page = self._pages[index.row()]
        if role == PAGE_ROLE:
            return page
        if role == NUMBER_ROLE:
            return self._numbers[index.row()]
        if role == CHANGED_ROLE:
            return page.page.id in self._changed
        if role == Qt.ItemDataRole.DisplayRole:
            return page.page.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(index.row(), page)
        return None

    # private

    def _said(self, row: int, page: PlannedPage) -> str:
        number = self._numbers[row]
        words = [f"第 {number} 页" if number else "投影时跳过", page.page.name, page.page.sheet.title]
        words.append(seconds_words(page.page.seconds))
        if page.page.id in self._changed:
            words.append("内容有更新")
        if page.edited:
            words.append("自己的页面" if page.own else "改过")
        return "，".join(word for word in words if word)

    def _draw_one(self) -> None:
        if not self._wanted:
            self._idle.stop()
            return
        key, page = self._wanted.popitem()
        self._pictures[key] = self._painter.pixmap(page.page.sheet, self._size, ratio=self._ratio)
        for row, one in enumerate(self._pages):
            if one.page.id == page.page.id:
                self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])
