"""Paints an entry of what a department may go by: its name, and under it what it is about."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.kit.fonts import font
from app.ui.kit.tokens import current_theme, px

Index = QModelIndex | QPersistentModelIndex
_SIDE, _TOP, _TITLE, _DETAIL = 14, 7, 26, 22


class SelfCheckCaseDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), px(2 * _TOP + _TITLE + _DETAIL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        theme, rect = current_theme(), QRectF(option.rect)  # type: ignore[attr-defined]
        on = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.fillRect(rect, theme.colour("ink_soft" if on else "surface"))
        if on:
            painter.fillRect(QRectF(rect.left(), rect.top(), px(4), rect.height()), theme.colour("ink"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("border"))
        title, _, detail = str(index.data()).partition("\n")
        room = rect.adjusted(px(_SIDE), px(_TOP), -px(_SIDE), 0)
        self._line(painter, room, title, 16, "text", on)
        self._line(painter, room.adjusted(0, px(_TITLE), 0, 0), detail, 15, "text2", False)
        painter.restore()

    def _line(self, painter: QPainter, room: QRectF, words: str, size: float, tone: str, bold: bool) -> None:
        letters = font(size, bold)
        painter.setFont(letters)
        painter.setPen(current_theme().colour(tone))
        shown = QFontMetricsF(letters).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)
