"""Paints a card of the board."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.ledger.issue_glance import IssueGlance
from app.domain.ledger.issue_row import IssueRow
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.row_model import Index
from app.ui.kit.text_block import TextBlock
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONES
from app.ui.rectify.board_model import BoardModel
from app.ui.rectify.due_fit import fitted
from app.ui.rectify.ledger_columns import due_words
from app.ui.rectify.ledger_model import ROW
from app.ui.rectify.ledger_state_look import DIMENSION_LOOKS

HEIGHT, GAP, _PAD = 194, 10, 12
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class BoardCardDelegate(QStyledItemDelegate):
    """All cards are equally high, so that only those that are seen are laid out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(180), px(HEIGHT + GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row, model = current_theme(), index.data(ROW), index.model()
        assert isinstance(model, BoardModel)
        state, rect = option.state, QRectF(option.rect)  # type: ignore[attr-defined]
        on = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(1, 1, -1, -px(GAP) - 1)
        painter.setPen(QPen(theme.colour("ink" if on else "border"), 2 if on else 1))
        painter.setBrush(theme.colour("ink_soft" if on else "surface"))
        painter.drawRoundedRect(box, px(10), px(10))
        inner = box.adjusted(px(_PAD), px(10), -px(_PAD), -px(10))
        glance = model.glance(index.row())
        self._paint_top(painter, inner, row, glance)
        block = TextBlock(f"{row.number}　{' '.join(row.title.split())}", font(16, bold=True), px(23), 2)
        block.draw(painter, inner.topLeft() + QPointF(0, px(31)), inner.width(), theme.colour("text"))
        self._paint_foot(painter, inner, row, glance, model)
        painter.restore()

    def _paint_top(self, painter: QPainter, inner: QRectF, row: IssueRow, glance: IssueGlance) -> None:
        theme = current_theme()
        icon, tone = DIMENSION_LOOKS[row.dimension]
        ink, ground, line = TONES[tone]
        letters = font(14)
        width = QFontMetricsF(letters).horizontalAdvance(row.dimension.value) + px(34)
        tag = QRectF(inner.left(), inner.top(), width, px(24))
        painter.setPen(theme.colour(line))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(tag, px(5), px(5))
        painter.drawPixmap(QPointF(tag.left() + px(6), tag.top() + px(4)), pixmap(icon, 16, ink))
        painter.setFont(letters)
        painter.setPen(theme.colour(ink))
        painter.drawText(tag.adjusted(px(26), 0, 0, 0), _LEFT, row.dimension.value)
        painter.setPen(theme.colour("text2"))
        room = QRectF(tag.right() + px(6), tag.top(), inner.right() - tag.right() - px(6), px(24))
        painter.drawText(room, _RIGHT, fitted(glance.kind_words, QFontMetricsF(letters), room.width()))

    def _paint_foot(
        self, painter: QPainter, inner: QRectF, row: IssueRow, glance: IssueGlance, model: BoardModel
    ) -> None:
        lacking, late = glance.lacking_words(row), bool(row.overdue_by(model.today))
        unit = model.names.get(row.unit, "未指定单位")
        who = f"{unit} {glance.owner_words}" if glance.owner_words else unit
        due = due_words(row, model.today) or "还没有期限"
        lines = [("warning", lacking, "red") if lacking else ("task_list_square_ltr", row.done_words(), "text2")]
        if month := model.month.look(row):
            lines.append((month.icon, month.word, month.ink))
        lines.append(("person", who, "text2"))
        lines.append(("warning", due, "red") if late else ("calendar", due, "text2"))
        step = px(23)
        first = QRectF(inner.left(), inner.bottom() - len(lines) * step, inner.width(), step)
        for at, line in enumerate(lines):
            self._line(painter, first.translated(0, at * step), *line)

    def _line(self, painter: QPainter, box: QRectF, icon: str, words: str, ink: str) -> None:
        letters = font(14, bold=ink == "red")
        painter.drawPixmap(QPointF(box.left(), box.center().y() - px(8)), pixmap(icon, 16, ink, ink == "red"))
        painter.setFont(letters)
        painter.setPen(current_theme().colour(ink))
        room = box.adjusted(px(22), 0, 0, 0)
        painter.drawText(room, _LEFT, fitted(words, QFontMetricsF(letters), room.width()))
