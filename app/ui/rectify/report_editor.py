"""A text of several lines that is as tall as what stands in it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from app.ui.kit.fonts import font
from app.ui.kit.tokens import px

_LEAST, _MOST = 5, 22


class ReportEditor(QPlainTextEdit):
    """Five lines at least; beyond 22 it scrolls. Tab goes on to the next cell."""

    left = Signal()
    """The focus went elsewhere."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFont(font(16))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._grow)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._timer.start(0))
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._timer.start(0)

    def _grow(self) -> None:
        lines = round(self.document().size().height())  # of a plain text it is counted in lines
        spacing = QFontMetricsF(self.font()).lineSpacing()
        wanted = round(min(max(lines, _LEAST), _MOST) * spacing) + px(34)
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)
