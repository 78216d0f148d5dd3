"""Paints a line of the tree: words at the left, the count flush right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.tokens import current_theme, px
from app.ui.regulations.article_model import ARTICLE, COUNT, KIND, LEVEL, NUMBER, RULE

Index = QModelIndex | QPersistentModelIndex


_LEFT = {KIND: 22, RULE: 34, ARTICLE: 34}
_ARROW = 14


class ArticleDelegate(QStyledItemDelegate):
    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(38 if index.data(LEVEL) == KIND else 36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state, rect = option.state, QRectF(option.rect)  # type: ignore[attr-defined]
        on = bool(state & QStyle.StateFlag.State_Selected)
        # After scrolling by program Qt calls a row hovered that the pointer has never been near.
        hot = bool(state & QStyle.StateFlag.State_MouseOver) and self._view.viewport().underMouse()
        if on or hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("red_soft" if on else "surface3"))
            painter.drawRoundedRect(rect.adjusted(0, 1, -1, -1), px(6), px(6))
        level = index.data(LEVEL)
        room = rect.adjusted(px(_LEFT[level]), 0, -px(8), 0)
        if level != ARTICLE:
            arrow = "chevron_down" if state & QStyle.StateFlag.State_Open else "chevron_right"
            place = QPointF(room.left() - px(_ARROW + 6), rect.center().y() - px(_ARROW) / 2)
            painter.drawPixmap(place, pixmap(arrow, _ARROW, "text2"))
        count = index.data(COUNT) or ""
        if count:
            painter.setFont(font(14, bold=on))
            painter.setPen(theme.colour("red" if on else "text2"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
            room.setRight(room.right() - QFontMetricsF(font(14, bold=True)).horizontalAdvance(count) - px(8))
        number = index.data(NUMBER) or ""
        ink = "red" if on else "text2" if level == KIND else "text"
        if number:
            painter.setFont(font(15, bold=on))
            painter.setPen(theme.colour(ink))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, number)
            room.setLeft(room.left() + QFontMetricsF(font(15, bold=on)).horizontalAdvance(number) + px(8))
            ink = "red" if on else "text2"
        letters = font(14 if number or level == KIND else 15, level in (RULE, KIND) or (on and not number))
        words = QFontMetricsF(letters).elidedText(index.data() or "", Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(letters)
        painter.setPen(theme.colour(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
