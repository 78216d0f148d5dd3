"""The list of pages in 备课: small pictures, moved by the mouse or by Alt+↑ and Alt+↓."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.planned_page import PlannedPage
from app.domain.script_words import seconds_words
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.tokens import current_theme, px
from app.ui.presenter.deck_page_model import CHANGED_ROLE, NUMBER_ROLE, PAGE_ROLE, DeckPageModel

PICTURE = QSize(112, 84)
"""Design pixels."""
_ROW, _LEFT, _GAP = 102, 34, 10


class DeckPageList(QListView):
    """One tab stop. Space skips or takes back, Delete is for the page to decide."""

    picked = Signal(int)
    """The row that is current now."""
    moved = Signal(int, int)
    """A row shall stand at another place, counted without itself."""
    skip_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, model: DeckPageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = model
        self.setModel(model)
        self.setItemDelegate(_PageDelegate(model, self))
        self.setAccessibleName("页面列表")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.verticalScrollBar().setSingleStep(px(_ROW) // 3)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._pick)

    def go_to(self, row: int) -> None:
        """Make a row current and show it."""
        row = min(max(row, 0), self._pages.rowCount() - 1)
        if row >= 0:
            self.setCurrentIndex(self._pages.index(row))
            self.scrollTo(self._pages.index(row))

    @property
    def row(self) -> int:
        """-1 where there is none."""
        return self.currentIndex().row()

    def place_at(self, point: QPoint) -> int:
        """Before which row something lands that is let go there."""
        index = self.indexAt(point)
        if not index.isValid():
            return self._pages.rowCount() if point.y() > 0 else 0
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _pick(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(now.row())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.row >= 0:
            step = -1 if key is Qt.Key.Key_Up else 1
            self.moved.emit(self.row, self.row + step)
        elif key is Qt.Key.Key_Space and not event.isAutoRepeat():
            self.skip_wanted.emit()
        elif key is Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The model is not touched: the plan is, and the list follows it."""
        place, row = self.place_at(event.position().toPoint()), self.row
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if row >= 0:
            self.moved.emit(row, place - (place > row))


class _PageDelegate(QStyledItemDelegate):
    def __init__(self, model: DeckPageModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(220), px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        page: PlannedPage = index.data(PAGE_ROLE)
        box: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        theme = current_theme()
        if chosen:
            painter.fillRect(box, theme.colour("red_soft"))
            painter.fillRect(QRect(box.left(), box.top(), px(3), box.height()), theme.colour("red"))
        number = index.data(NUMBER_ROLE)
        painter.setFont(font(15, bold=chosen))
        painter.setPen(theme.colour("text2"))
        edge = QRect(box.left() + px(4), box.top() + px(8), px(_LEFT - 8), px(22))
        if number:
            painter.drawText(edge, Qt.AlignmentFlag.AlignRight, str(number))
        else:
            painter.drawPixmap(edge.right() - px(18), edge.top(), pixmap("eye_off", 18, "text2"))
        picture = QRect(box.left() + px(_LEFT), box.top() + (box.height() - px(84)) // 2, px(112), px(84))
        self._paint_picture(painter, picture, index, page.skipped, chosen)
        left = picture.right() + px(_GAP)
        words = QRect(left, picture.top(), box.right() - left - px(4), picture.height())
        self._paint_words(painter, words, index, page)
        painter.restore()

    def _paint_picture(
        self,
        painter: QPainter,
        box: QRect,
        index: QModelIndex | QPersistentModelIndex,
        skipped: bool,
        chosen: bool,
    ) -> None:
        theme, found = current_theme(), self._pages.picture(index)
        painter.setOpacity(0.4 if skipped else 1.0)
        if found is None:
            painter.fillRect(box, theme.colour("surface3"))
        else:
            painter.drawPixmap(box, found)
        painter.setOpacity(1.0)
        painter.setPen(QPen(theme.colour("red" if chosen else "border_strong"), px(2) if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _paint_words(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, page: PlannedPage
    ) -> None:
        theme = current_theme()
        painter.setPen(theme.colour("text2" if page.skipped else "text"))
        painter.setFont(font(15, bold=True))
        wrap = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(QRect(box.left(), box.top(), box.width(), px(44)), wrap, page.page.name)
        marks = ["有更新" if index.data(CHANGED_ROLE) else "", "跳过" if page.skipped else ""]
        marks.append("自己的" if page.own else "改过" if page.edited else "")
        painter.setFont(font(14))
        painter.setPen(theme.colour("text2"))
        lower = QRect(box.left(), box.bottom() - px(40), box.width(), px(20))
        painter.drawText(lower.translated(0, px(20)), Qt.AlignmentFlag.AlignLeft, seconds_words(page.page.seconds))
        painter.setPen(theme.colour("amber" if index.data(CHANGED_ROLE) else "text2"))
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft, " ".join(mark for mark in marks if mark))
