"""Paints a cell of the ledger: one line, with the icon of a state and the mark of what is late."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.domain.ledger.stub import Stub
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.row_model import Index
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONES
from app.ui.rectify.due_fit import fitted
from app.ui.rectify.ledger_columns import DEADLINE, DIMENSION, STATE, TITLE
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_group_delegate import LedgerGroupDelegate
from app.ui.rectify.ledger_model import FOLDED, LATE, ROW
from app.ui.rectify.ledger_state_look import DIMENSION_LOOKS, LOOKS

_PADDING, _ICON = 10, 18


class LedgerDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heads = LedgerGroupDelegate(self)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, column = current_theme(), index.column()
        painter.save()
        state, rect = option.state, QRectF(option.rect)  # type: ignore[attr-defined]
        on = bool(state & QStyle.StateFlag.State_Selected)
        if isinstance(group := index.data(ROW), LedgerGroup):
            self._paint_head(painter, rect, group, on, index)
            painter.restore()
            return
        if on:
            painter.fillRect(rect, theme.colour("ink_soft"))
            if column == 0:
                painter.fillRect(QRectF(rect.left(), rect.top(), px(4), rect.height()), theme.colour("ink"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("border"))
        room = rect.adjusted(px(_PADDING), 0, -px(6), 0)
        icon, tone, ink = self._look(index, column)
        if icon:
            filled = column == DEADLINE or (column == STATE and LOOKS[index.data(ROW).state].filled)
            place = QPointF(room.left(), rect.center().y() - px(_ICON) / 2)
            painter.drawPixmap(place, pixmap(icon, _ICON, tone, filled))
            room.setLeft(room.left() + px(_ICON + 6))
        letters = font(15, bold=ink == "red" or (column == TITLE and on))
        words = fitted(index.data(), QFontMetricsF(letters), room.width())
        painter.setFont(letters)
        painter.setPen(theme.colour(ink))
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), words)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRectF, group: LedgerGroup, on: bool, index: Index) -> None:
        """Each cell paints its part of one head that goes across all of them, whichever are hidden."""
        view = self.parent()
        assert isinstance(view, QTableView)
        painter.setClipRect(rect)
        across = QRectF(0, rect.top(), view.viewport().width(), rect.height())
        self._heads.paint_head(painter, across, group, on, bool(index.data(FOLDED)))

    def _look(self, index: Index, column: int) -> tuple[str, str, str]:
        """Icon, its colour, and that of the words."""
        if isinstance(index.data(ROW), Stub):
            return "", "", "text2"
        if column == STATE:
            look = LOOKS[index.data(ROW).state]
            return look.icon, TONES[look.tone][0], "text"
        if column == DIMENSION:
            icon, tone = DIMENSION_LOOKS[index.data(ROW).dimension]
            return icon, tone, "text"
        if column == DEADLINE and index.data(LATE):
            return "warning", "red", "red"
        return "", "", "text" if column == TITLE else "text2"
