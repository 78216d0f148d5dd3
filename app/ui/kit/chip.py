"""A round filter that is on or off."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import current_theme, px

_MARK = 14


class Chip(PaintedButton):
    """Checkable; a checked one carries a tick, or a cross when ``removable`` (then a click takes it away)."""

    def __init__(
        self, text: str, checked: bool = False, removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._word, self._removable = text, removable
        self.setCheckable(True)
        self.setChecked(checked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._name)
        self._name()

    def label(self) -> str:
        """The word shown."""
        return self._word

    def set_label(self, text: str) -> None:
        """Another word."""
        if text != self._word:
            self._word = text
            self.updateGeometry()
            self._name()

    def sizeHint(self) -> QSize:
        mark = px(_MARK) + px(5) if self.isCheckable() else 0
        width = QFontMetricsF(font(14, bold=True)).horizontalAdvance(self._word)
        return QSize(round(width) + mark + px(22), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = current_theme(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(theme.colour("red" if on else "text2" if hot else "border_strong"), 1))
        painter.setBrush(theme.colour("red_soft" if on else "surface"))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        letters = font(14, on)
        metrics = QFontMetricsF(letters)
        mark = px(_MARK) + px(5) if on else 0
        width = metrics.horizontalAdvance(self._word)
        left = (self.width() - width - mark) / 2
        ink = "text3" if not self.isEnabled() else "red" if on else "text2"
        painter.setFont(letters)
        painter.setPen(theme.colour(ink))
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left + (0 if self._removable else mark), baseline), self._word)
        if on:
            at = left + width + px(5) if self._removable else left
            picture = pixmap("dismiss" if self._removable else "checkmark", _MARK, ink)
            painter.drawPixmap(QPointF(at, (self.height() - px(_MARK)) / 2), picture)

    def _name(self) -> None:
        hint = "，按下取消" if self._removable else "，已选"
        renamed(self, self._word + (hint if self.isChecked() else ""))
        self.update()
