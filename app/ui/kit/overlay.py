"""A dimmed layer over a window that keeps focus to itself and gives it back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.ui.kit.tokens import current_theme


class Overlay(QWidget):
    """Covers the window of ``anchor``. While open, Tab stays inside, shortcuts of the page below are held back.

    Esc closes the topmost one unless ``closable`` is false. Closing returns focus to where it was.
    """

    closed = Signal()

    def __init__(self, anchor: QWidget, closable: bool = True) -> None:
        super().__init__(anchor.window())
        self._window = anchor.window()
        self._closable = closable
        self._before: QWidget | None = None
        self.hide()

    def open(self) -> None:
        """Show the layer and take focus."""
        window = self._window
        self._before = window.focusWidget()
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_focus)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.place()
        self._focus_first()

    def dismiss(self) -> None:
        """Close the layer, give focus back, and go."""
        if not self.isVisibleTo(self._window):
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.disconnect(self._keep_focus)
        self._window.removeEventFilter(self)
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def place(self) -> None:
        """Lay out what stands on the layer; called when it opens and when the window changes size."""

    def first_focus(self) -> QWidget | None:
        """The widget that takes focus on opening."""
        return next(iter(self._stops()), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the key comes as a plain key press instead of a shortcut of the page below
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._closable:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().colour("scrim", 150))

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        here = QApplication.focusWidget()
        step = 1 if forward else -1
        place = stops.index(here) + step if here in stops else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[place % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
            if tabbed and widget.isEnabled() and widget.isVisibleTo(self) and self.isAncestorOf(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _focus_first(self) -> None:
        first = self.first_focus()
        if first is None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            first = self
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self) or new is None or new is self or new.window() is not self.window():
            return
        ancestor: QWidget | None = new
        while ancestor is not None:
            if isinstance(ancestor, Overlay):
                return
            ancestor = ancestor.parentWidget()
        self._focus_first()
