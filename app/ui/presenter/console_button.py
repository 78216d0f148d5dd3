"""A button of the console: the word, and under it its key. Text at full contrast in every state."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.painted_button import PaintedButton
from app.ui.kit.tokens import current_theme, px
from app.ui.presenter.act import KEY_NAMES, Act

_WORD, _KEY = 17, 14


class ConsoleButton(PaintedButton):
    """``primary`` is filled red; one that is *on* is filled with ink and says so; *calling* has an amber ground.

    It takes the focus by Tab only: after a click Space still turns the page.
    """

    def __init__(self, act: Act, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act, self._primary, self._on, self._calling = act, primary, False, False
        self.setText(act.value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def show_state(self, text: str = "", on: bool = False, calling: bool = False) -> None:
        """Another word, that it is on, that it waits to be pressed."""
        text = text or self.act.value
        if (text, on, calling) != (self.text(), self._on, self._calling):
            self.setText(text)
            self._on, self._calling = on, calling
            self._name()
            self.update()

    @property
    def is_on(self) -> bool:
        return self._on

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(font(_WORD, True)).horizontalAdvance(self.text())
        return QSize(round(width) + px(24), px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(48), px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        ground, line, ink = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(line), px(2) if self._on or self._calling else 1))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))
        painter.setPen(theme.colour(ink))
        painter.setFont(font(_WORD, bold=True))
        key = KEY_NAMES.get(self.act, "")
        middle = Qt.AlignmentFlag.AlignHCenter
        if not key:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            return
        upper = self.rect().adjusted(0, px(4), 0, -px(22))
        painter.drawText(upper, middle | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(font(_KEY))
        painter.drawText(self.rect().adjusted(0, px(28), 0, -px(4)), middle | Qt.AlignmentFlag.AlignVCenter, key)

    def _colours(self) -> tuple[str, str, str]:
        hot = self.underMouse() and self.isEnabled()
        if not self.isEnabled():
            return "bg", "border", "text3"
        if self._primary:
            return ("red_hover" if hot else "red_fill"), "red_fill", "on_red"
        if self._on:
            return "ink_fill", "ink", "on_red"
        if self._calling:
            return "amber_soft", "amber", "amber"
        return ("surface3" if hot else "surface2"), "border_strong", "text"

    def _name(self) -> None:
        state = "，已打开" if self._on else "，待揭晓" if self._calling and self.act is Act.REVEAL else ""
        renamed(self, f"{self.text()}{state}")
        key = KEY_NAMES.get(self.act, "")
        self.setAccessibleDescription(f"快捷键 {key}" if key else "")
