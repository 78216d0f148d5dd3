"""Many widgets, one tab stop: arrows move among them (WAI-ARIA's roving tab index)."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class Roving(QObject):
    """Keeps exactly one of its members in the Tab order and moves focus among them by arrows, Home and End.

    Left and right follow the order of the members, up and down the geometry. The owner is the common parent object.
    """

    moved = Signal(int)
    """Index of the member that focus went to by a key or a click."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._members: list[QWidget] = []
        self._current = 0

    def set_members(self, members: Sequence[QWidget], current: int = 0) -> None:
        """Take these widgets, in reading order, with ``current`` as the tab stop."""
        for member in self._members:
            member.removeEventFilter(self)
        self._members = list(members)
        for member in self._members:
            member.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            member.installEventFilter(self)
        self._current = -1
        self.set_current(min(max(0, current), max(0, len(self._members) - 1)))

    def current(self) -> int:
        """Index of the tab stop."""
        return self._current

    def set_current(self, index: int) -> None:
        """Make member ``index`` the tab stop, without moving focus."""
        if not 0 <= index < len(self._members):
            return
        if 0 <= self._current < len(self._members):
            self._members[self._current].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = index
        self._members[index].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focus(self, index: int | None = None) -> None:
        """Give focus to member ``index`` (the tab stop if None)."""
        if index is not None:
            self.set_current(index)
        if self._members:
            self._members[self._current].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        if kind == QEvent.Type.FocusIn and isinstance(watched, QWidget) and watched in self._members:
            index = self._members.index(watched)
            if index != self._current:
                self.set_current(index)
                self.moved.emit(index)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() not in _KEYS or not self._members:
            return False
        if not plain:
            event.ignore()  # Ctrl+Right and the like belong to the page; a button would take them as arrows
            return True
        index = self._target(Qt.Key(event.key()))
        if index is not None and index != self._current:
            self.set_current(index)
            self._members[index].setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(index)
        return True

    def _target(self, key: Qt.Key) -> int | None:
        shown = [i for i, member in enumerate(self._members) if member.isVisible() and member.isEnabled()]
        if not shown:
            return None
        if key == Qt.Key.Key_Home:
            return shown[0]
        if key == Qt.Key.Key_End:
            return shown[-1]
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if key == Qt.Key.Key_Left else 1
            place = shown.index(self._current) + step if self._current in shown else 0
            return shown[place] if 0 <= place < len(shown) else None
        return self._above_or_below(shown, 1 if key == Qt.Key.Key_Down else -1)

    def _above_or_below(self, shown: list[int], direction: int) -> int | None:
        here = self._centre(self._current)
        reach = self._members[self._current].height() // 2
        places = [(i, self._centre(i)) for i in shown]
        beyond = [(i, place) for i, place in places if (place.y() - here.y()) * direction > reach]
        if not beyond:
            # A single row: up and down walk it, as in a menu.
            one_row = all(abs(place.y() - here.y()) <= reach for _, place in places)
            step = self._current + direction
            return step if one_row and step in shown else None
        row = min(abs(place.y() - here.y()) for _, place in beyond)
        nearest = [pair for pair in beyond if abs(pair[1].y() - here.y()) <= row + reach // 2]
        return min(nearest, key=lambda pair: abs(pair[1].x() - here.x()))[0]

    def _centre(self, index: int) -> QPoint:
        member = self._members[index]
        return member.mapTo(member.window(), member.rect().center())
