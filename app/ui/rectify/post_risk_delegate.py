"""Paints a cell of the table of risks: all of its text, however many lines that takes."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui.kit.fonts import font
from app.ui.kit.row_model import Index
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px
from app.ui.rectify.post_risk_model import LEVEL, POST, TONE

_SIDE, _TOP, _SIZE = 10, 9, 16


class PostRiskDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        table = self.parent()
        assert isinstance(table, QTableView)
        width = table.columnWidth(index.column())
        return QSize(width, self._block(index).height(width - 2 * px(_SIDE)) + 2 * px(_TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        theme, rect = current_theme(), QRectF(option.rect)  # type: ignore[attr-defined]
        if bool(option.state & QStyle.StateFlag.State_Selected):  # type: ignore[attr-defined]
            painter.fillRect(rect, theme.colour("ink_soft"))
            if index.column() == POST:
                painter.fillRect(QRectF(rect.left(), rect.top(), px(4), rect.height()), theme.colour("ink"))
        room = rect.width() - 2 * px(_SIDE)
        origin = QPointF(rect.left() + px(_SIDE), rect.top() + px(_TOP))
        self._block(index).draw(painter, origin, room, theme.colour(index.data(TONE)))
        painter.restore()

    def _block(self, index: Index) -> TextBlock:
        letters = font(_SIZE, bold=index.column() in (POST, LEVEL))
        return TextBlock(str(index.data()), letters, round(px(_SIZE) * 1.5))
