"""Paints a cell: one line, cut off where it is too long, the whole row lit where it is chosen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.analysis.item_model import DOUBTFUL, FAINT, STEM
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.row_model import Index
from app.ui.kit.tokens import current_theme, px

_PADDING, _ICON = 10, 18


class ItemDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        painter.save()
        state, rect = option.state, QRectF(option.rect)  # type: ignore[attr-defined]
        on = bool(state & QStyle.StateFlag.State_Selected)
        if on:
            painter.fillRect(rect, theme.colour("ink_soft"))
        if on and index.column() == STEM:
            painter.fillRect(QRectF(rect.left(), rect.top(), px(4), rect.height()), theme.colour("ink"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("border"))
        room = rect.adjusted(px(_PADDING), 0, -px(_PADDING), 0)
        if index.data(DOUBTFUL):
            place = QPointF(room.left(), rect.center().y() - px(_ICON) / 2)
            painter.drawPixmap(place, pixmap("warning", _ICON, "amber", True))
            room.setLeft(room.left() + px(_ICON + 5))
        letters = font(15, bold=on and index.column() == STEM)
        words = QFontMetricsF(letters).elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(letters)
        painter.setPen(theme.colour("text3" if index.data(FAINT) else "text"))
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), words)
        painter.restore()
