"""Paints a cell of units × months: a shape, a word, and at the right what is still to be looked at."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.ledger.monthly_report import ReportState
from app.domain.ledger.report_grid import Cell
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.tokens import Theme, current_theme
from app.ui.kit.tone import TONES
from app.ui.rectify.collection_model import CELL, Index
from app.ui.rectify.report_words import look_of

_ICON, _PADDING = 15, 5
CHECKED, LATE = "审", "迟"


class CollectionDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        cell: Cell = index.data(CELL)
        state, rect = option.state, QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, theme.colour("ink_soft"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("border"))
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), theme.colour("border"))
        if words := cell.words:
            self._paint_words(painter, rect, cell, words.replace("（迟）", ""), theme)
        if chosen:
            painter.setPen(QPen(theme.colour("ink"), theme.px(2)))
            painter.drawRect(rect.adjusted(theme.px(1), theme.px(1), -theme.px(2), -theme.px(2)))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, cell: Cell, words: str, theme: Theme) -> None:
        """``theme`` is asked for once a cell: there are hundreds."""
        look, px = look_of(cell), theme.px
        ink, letters = TONES[look.tone][0], font(15)
        middle = rect.center().y()
        left = rect.left() + px(_PADDING)
        painter.drawPixmap(QPointF(left, middle - px(_ICON) / 2), pixmap(look.icon, _ICON, ink, look.filled))
        left += px(_ICON + 3)
        room = QRectF(left, rect.top(), rect.right() - left - px(3), rect.height())
        painter.setFont(letters)
        painter.setPen(theme.colour("text2" if look.tone == "grey" else ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        used = QFontMetricsF(letters).horizontalAdvance(words)
        if cell.late and cell.state is ReportState.ZERO:
            self._paint_end(painter, room, LATE, "amber")
        elif room.width() - used < px(18):
            return
        elif cell.flags:
            place = QPointF(rect.right() - px(_ICON + 5), middle - px(_ICON) / 2)
            painter.drawPixmap(place, pixmap("flag", _ICON, "amber", True))
        elif cell.checked_by and not cell.returned_reason:
            self._paint_end(painter, room, CHECKED, "text2")

    def _paint_end(self, painter: QPainter, room: QRectF, word: str, ink: str) -> None:
        painter.setFont(font(14))
        painter.setPen(current_theme().colour(ink))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
