"""Paints a head of a group, and an issue under it beside the line that joins the group."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.row_model import Index
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONES
from app.ui.rectify.due_fit import fitted
from app.ui.rectify.ledger_columns import due_words
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_group_model import ENTRY, LedgerGroupModel
from app.ui.rectify.ledger_state_look import LOOKS

HEIGHT = 46
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class LedgerGroupDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(320), px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, entry = QRectF(option.rect), index.data(ENTRY)  # type: ignore[attr-defined]
        on = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if isinstance(entry, LedgerGroup):
            self.paint_head(painter, rect, entry)
        else:
            model = index.model()
            assert isinstance(model, LedgerGroupModel)
            self._paint_issue(painter, rect, entry, model, on)
        painter.restore()

    def paint_head(
        self, painter: QPainter, rect: QRectF, group: LedgerGroup, on: bool = False, folded: bool | None = None
    ) -> None:
        """``folded`` is None where a head does not fold."""
        theme, left = current_theme(), float(px(14))
        painter.fillRect(rect, theme.colour("ink_soft" if on else "surface2"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("border"))
        if on:
            painter.fillRect(QRectF(rect.left(), rect.top(), px(4), rect.height()), theme.colour("ink"))
        if folded is not None:
            mark = pixmap("chevron_right" if folded else "chevron_down", 16, "text2")
            painter.drawPixmap(QPointF(rect.left() + left, rect.center().y() - px(8)), mark)
            left += px(24)
        left = self._words(painter, rect, left, group.title, 17, "text", bold=True)
        self._words(painter, rect, left + px(14), group.words, 15, "text2")

    def _paint_issue(self, painter: QPainter, rect: QRectF, row: IssueRow, model: LedgerGroupModel, on: bool) -> None:
        theme, look, today = current_theme(), LOOKS[row.state], model.today
        if on:
            painter.fillRect(rect, theme.colour("ink_soft"))
            painter.fillRect(QRectF(rect.left(), rect.top(), px(4), rect.height()), theme.colour("ink"))
        line = rect.left() + px(26)
        painter.fillRect(QRectF(line - 1, rect.top(), 2, rect.height()), theme.colour("border"))
        picture = pixmap(look.icon, 18, TONES[look.tone][0], look.filled)
        ground = "ink_soft" if on else "surface"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(QPointF(line, rect.center().y()), px(11), px(11))
        painter.drawPixmap(QPointF(line - px(9), rect.center().y() - px(9)), picture)
        right = self._paint_right(painter, rect, row, model, today)
        title = QRectF(rect.left() + px(48), rect.top(), right - rect.left() - px(60), rect.height())
        letters = font(16, bold=on)
        painter.setFont(letters)
        painter.setPen(theme.colour("text"))
        words = f"{row.number}　{' '.join(row.title.split())}"
        painter.drawText(
            title, _LEFT, QFontMetricsF(letters).elidedText(words, Qt.TextElideMode.ElideRight, title.width())
        )

    def _paint_right(
        self, painter: QPainter, rect: QRectF, row: IssueRow, model: LedgerGroupModel, today: date
    ) -> float:
        """Deadline, measures, state and unit, as many as there is room for; where the title has to end."""
        late = bool(row.overdue_by(today))
        unit, state = model.names.get(row.unit, "未指定"), LOOKS[row.state].word
        done = row.done_words() if row.measures else ""
        columns = [("⚠ " * late + due_words(row, today), 190, late), (done, 130, False)]
        columns += [(state, 150, False), (unit, 130, False)]
        right = rect.right() - px(8)
        for words, width, marked in columns:
            if right - px(width) < rect.left() + px(300):
                break
            right -= px(width)
            box = QRectF(right, rect.top(), px(width - 8), rect.height())
            letters = font(15, bold=marked)
            painter.setFont(letters)
            painter.setPen(current_theme().colour("red" if marked else "text2"))
            painter.drawText(box, _LEFT, fitted(words, QFontMetricsF(letters), box.width()))
        return right

    def _words(
        self, painter: QPainter, rect: QRectF, left: float, words: str, size: float, tone: str, bold: bool = False
    ) -> float:
        """Where it ends."""
        letters = font(size, bold)
        painter.setFont(letters)
        painter.setPen(current_theme().colour(tone))
        painter.drawText(rect.adjusted(left, 0, 0, 0), _LEFT, words)
        return left + QFontMetricsF(letters).horizontalAdvance(words)
