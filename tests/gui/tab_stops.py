"""Where the Tab key goes."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget


def tab_stops(part: QWidget) -> list[QWidget]:
    """What Tab stops at within a part of a window, in that order."""
    found, widget = [], part.window()
    while (widget := widget.nextInFocusChain()) is not part.window():
        stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if stop and widget.isVisible() and widget.isEnabled() and part.isAncestorOf(widget):
            found.append(widget)
    return found


def places(stops: list[QWidget]) -> list[QRect]:
    return [QRect(one.mapTo(one.window(), QPoint()), one.size()) for one in stops]


def against_reading(stops: list[QWidget]) -> list[tuple[str, str]]:
    """Neighbours of which the later one ends above the earlier one, or left of it in the same line."""
    found = []
    for (one, other), (before, after) in zip(pairwise(stops), pairwise(places(stops)), strict=True):
        above = after.bottom() <= before.top()
        left = not above and after.top() < before.bottom() and after.right() <= before.left()
        if above or left:
            found.append((one.accessibleName(), other.accessibleName()))
    return found
