"""A short message at the bottom of the window that goes by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.kit.announce import announce
from app.ui.kit.button import Button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONE_ICONS, TONES

_SECONDS = 4.0
_WIDEST = 560


class Toast(QFrame):
    """One per window. ``say`` replaces what is shown; it stays while the pointer or the focus is on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tone = "ink"
        self._undo: Callable[[], None] | None = None
        self._icon = IconLabel("info", 20, "ink", True)
        self._text = Paragraph("", 15, line=1.5)
        self._button = Button("撤销", "link")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        line = row(self._icon, (self._text, 1), self._button, margins=(16, 10, 12, 10), spacing=10)
        line.setAlignment(self._text, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self._timer.timeout.connect(self._go)
        self._button.clicked.connect(self._take_back)
        window.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        tone: str = "ink",
        undo: Callable[[], None] | None = None,
        seconds: float = _SECONDS,
        action: str = "撤销",
    ) -> None:
        """Show ``text`` for some seconds; with ``undo`` a button that calls it."""
        self._tone, self._undo = tone, undo
        self._icon.set_icon(TONE_ICONS[tone], TONES[tone][0], filled=True)
        self._text.set_text(text)
        self._button.set_label(action)
        self._button.setVisible(undo is not None)
        self._timer.start(round(seconds * 1000))
        self._place()
        self.show()
        self.raise_()
        announce(self, text)

    def text(self) -> str:
        """What is or was shown last."""
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(TONES[self._tone][0]))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))

    def _place(self) -> None:
        window, layout = self._window, self.layout()
        assert layout is not None
        layout.activate()
        width = min(layout.totalSizeHint().width() + px(8), px(_WIDEST), window.width() - px(32))
        height = layout.totalHeightForWidth(width)
        self.setGeometry((window.width() - width) // 2, window.height() - height - px(28), width, height)

    def _go(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.start(1000)
        else:
            self.hide()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self._timer.stop()
        self.hide()
        if undo is not None:
            undo()
