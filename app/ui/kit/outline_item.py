"""A line of an outline: where one is, what has been read."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import current_theme, px

_STATES: dict[str, tuple[str, str, bool, str]] = {
    "done": ("checkmark_circle", "green", True, "已读"),
    "todo": ("circle", "text3", False, "未读"),
    "locked": ("lock_closed", "text3", False, "未开放"),
}


class OutlineItem(PaintedButton):
    """``state`` is done, todo or locked; checked means that this is where the reader is."""

    def __init__(self, text: str, state: str = "todo", current: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(current)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_state(self, state: str, current: bool) -> None:
        """Show another state, and whether the reader is here."""
        self._state = state
        self.setChecked(current)
        self._name()
        self.update()

    def nextCheckState(self) -> None:
        """A click does not check: the page says where the reader is."""

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("red_soft" if on else "surface3"))
            painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        icon, token, filled, _ = _STATES[self._state]
        if on and self._state == "todo":
            token = "red"
        side, top = px(18), (self.height() - px(18)) / 2
        painter.drawPixmap(QPointF(px(10), top), pixmap(icon, 18, token, filled))
        letters = font(15, on)
        metrics = QFontMetricsF(letters)
        left = px(10) + side + px(9)
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - left - px(6))
        painter.setFont(letters)
        ink = "red" if on else "text3" if self._state == "locked" or not self.isEnabled() else "text"
        painter.setPen(theme.colour(ink))
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, baseline), text)

    def _name(self) -> None:
        here = "，当前位置" if self.isChecked() else ""
        renamed(self, f"{self.text()}，{_STATES[self._state][3]}{here}")
