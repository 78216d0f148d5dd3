"""A ring round the widget that has the focus, shown only to those who use the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.ui.kit.page import Page
from app.ui.kit.tokens import current_theme, px

_FRAMED = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
"""These show their focus by a thicker border of their own."""
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)


class FocusRing(QWidget):
    """One per window, on top of everything. It watches the focused widget and its ancestors only, so it costs little.

    Only a key press tells the keyboard: Qt gives Tab as the reason when it moves focus off a hidden widget, too.

    A widget with a method ``focus_rect()`` has the ring round that part of it, or none if the part is empty.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._by_key = False
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._place)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or self._is_move(event):
                self._by_key = True
                self._timer.start(0)
        elif kind == QEvent.Type.MouseButtonPress:
            self._by_key = False
            self.hide()
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and watched is self._target:
            if event.reason() == Qt.FocusReason.MouseFocusReason:
                self._by_key = False
        elif kind in _MOVES and self._by_key:
            self._timer.start(0)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = 2.5 * theme.scale
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(theme.colour("surface"), 5 * theme.scale))
        painter.drawRoundedRect(box, px(10), px(10))
        painter.setPen(QPen(theme.colour("focus"), 2.6 * theme.scale))
        painter.drawRoundedRect(box, px(10), px(10))

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self):
            return
        for widget in self._watched:
            if isValid(widget) and widget is not self._window:
                widget.removeEventFilter(self)
        self._watched = []
        self._target = new if new is not None and new.window() is self._window else None
        ancestor = self._target
        while ancestor is not None and ancestor is not self._window:
            ancestor.installEventFilter(self)
            self._watched.append(ancestor)
            ancestor = ancestor.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not self._by_key or isinstance(target, (*_FRAMED, Page)):
            self.hide()
            return
        own = getattr(target, "focus_rect", None)
        part = own() if callable(own) else target.rect()
        shown = part.intersected(target.visibleRegion().boundingRect())
        if part.isEmpty() or shown.isEmpty():
            self.hide()
            return
        gap = px(5)
        box = QRect(target.mapTo(self._window, shown.topLeft()), shown.size()).adjusted(-gap, -gap, gap, gap)
        self.setGeometry(box.intersected(QRect(QPoint(0, 0), self._window.size())))
        self.show()
        self.raise_()

    def _is_move(self, event: QKeyEvent) -> bool:
        return not isinstance(self._target, QAbstractScrollArea) and event.key() in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        )
