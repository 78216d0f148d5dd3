"""One numbered cell of an answer sheet."""

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.picture import Picture
from app.ui.kit.tokens import current_theme, px

CELL_STATES: dict[str, str] = {
    "answered": "已答",
    "unanswered": "未答",
    "right": "答对",
    "wrong": "答错",
    "partial": "部分正确",
}
"""Each state and the word for it."""

_LOOK: dict[str, tuple[str, str, float, str]] = {
    "answered": ("answered", "answered", 1.0, "on_answered"),
    "unanswered": ("surface", "border_strong", 1.2, "text"),
    "right": ("green_soft", "green_line", 1.0, "green"),
    "wrong": ("red_fill", "red_fill", 1.0, "on_red"),
    "partial": ("amber_soft", "amber", 1.6, "amber"),
}
"""Ground, line, width of line and colour of the number."""


class AnswerCell(QAbstractButton):
    """Number, state, flag (a corner) and current (a red frame), none of them by colour alone."""

    def __init__(self, number: int, side: float = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._side, self._state, self._flagged, self._current = number, side, "unanswered", False, False
        self._picture = Picture()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    def number(self) -> int:
        """The question's number."""
        return self._number

    def set_state(self, state: str, flagged: bool, current: bool) -> None:
        """Show one of CELL_STATES, the flag, and whether it is the question on the screen."""
        assert state in CELL_STATES, state
        if (state, flagged, current) != (self._state, self._flagged, self._current):
            self._state, self._flagged, self._current = state, flagged, current
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_ahead(self, ground: QColor, current: bool) -> None:
        """Paint now, on ``ground``, what will be seen when this is the question on the screen, or no longer is."""
        now, self._current = self._current, current
        self._picture.take(self, self._looks(), ground, self._paint)
        self._current = now

    def forget_picture(self) -> None:
        self._picture = Picture()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._picture.show(painter, self._looks()):
            self._paint(painter)

    def _looks(self) -> Hashable:
        return self._state, self._flagged, self._current, self.width(), self.height(), current_theme()

    def _paint(self, painter: QPainter) -> None:
        theme = current_theme()
        ground, line, width, ink = _LOOK[self._state]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.DashLine if self._state == "partial" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour(line), width, style))
        painter.setBrush(theme.colour(ground))
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        radius = px(6)
        painter.drawRoundedRect(box, radius, radius)
        if self._flagged:
            self._paint_flag(painter, box, radius)
        if self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("red"), 2.4 * theme.scale))
            half = 1.2 * theme.scale
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius + 2, radius + 2)
        painter.setFont(font(15, self._current))
        painter.setPen(theme.colour(ink))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._number))
        if self._state in ("right", "wrong"):
            name = "checkmark_circle" if self._state == "right" else "dismiss_circle"
            corner = QPointF(self.width() - px(14), self.height() - px(14))
            painter.drawPixmap(corner, pixmap(name, 13, ink, filled=True))

    def _paint_flag(self, painter: QPainter, box: QRectF, radius: float) -> None:
        leg = px(12)
        whole, corner = QPainterPath(), QPainterPath()
        whole.addRoundedRect(box, radius, radius)
        corner.moveTo(box.right() - leg, box.top())
        corner.lineTo(box.right() + 1, box.top() - 1)
        corner.lineTo(box.right(), box.top() + leg)
        corner.closeSubpath()
        painter.fillPath(whole.intersected(corner), current_theme().colour("flag"))

    def _name(self) -> None:
        flag = "，已标记" if self._flagged else ""
        current = "，当前题" if self._current else ""
        renamed(self, f"第{self._number}题，{CELL_STATES[self._state]}{flag}{current}")
