"""A short message at the bottom of the window that goes by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.kit.announce import announce
from app.ui.kit.button import Button
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import current_theme, px
from app.ui.kit.tone import TONE_ICONS, TONES

_SECONDS = 4.0
_WIDEST = 560


class Toast(QFrame):
    """One per window. ``say`` replaces what is shown; it stays while the pointer or the focus is on it.

    It outlives the pages, so it is made anew for another scale itself.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tone = "ink"
        self._undo: Callable[[], None] | None = None
        self._said, self._action = "", "撤销"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._body = column(spacing=0)
        self.setLayout(self._body)
        self._dress()
        self._timer.timeout.connect(self._go)
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
        self._said, self._tone, self._undo, self._action = text, tone, undo, action
        if self._dressed_for is current_theme():
            self._show_said()
        else:
            self._dress()
        self._timer.start(round(seconds * 1000))
        self._place()
        self.show()
        self.raise_()
        announce(self, text)

    def text(self) -> str:
        """What is or was shown last."""
        return self._said

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            # Not within it: Qt is going through all widgets.
            QTimer.singleShot(0, self, self._dress_again)

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

    def _dress(self) -> None:
        """Its parts, in the sizes of the current theme."""
        clear(self._body)
        self._dressed_for = current_theme()
        self._icon = IconLabel("info", 20, "ink", True)
        self._text = Paragraph("", 15, line=1.5)
        self._button = Button("撤销", "link")
        line = row(self._icon, (self._text, 1), self._button, margins=(16, 10, 12, 10), spacing=10)
        line.setAlignment(self._text, Qt.AlignmentFlag.AlignVCenter)
        self._body.addLayout(line)
        for part in (self._icon, self._text):  # else they would count only from the next turn of the event loop
            part.show()
        self._button.clicked.connect(self._take_back)
        self._show_said()

    def _dress_again(self) -> None:
        if self._dressed_for is not current_theme():
            focused = self._button.hasFocus()
            self._dress()
            self._place()
            if focused:
                self._button.setFocus()

    def _show_said(self) -> None:
        self._icon.set_icon(TONE_ICONS[self._tone], TONES[self._tone][0], filled=True)
        self._text.set_text(self._said)
        self._button.set_label(self._action)
        self._button.setVisible(self._undo is not None)

    def _place(self) -> None:
        window, layout = self._window, self._body
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
