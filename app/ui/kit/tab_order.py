"""The way of the Tab key, where widgets were not made in the order in which they stand."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(*parts: QWidget) -> None:
    """Tab goes through all stops of the first part, then of the second, and so on; all are in one window. To be called
    again when a part got stops that it did not have."""
    stops = [stop for part in parts for stop in _stops(part)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> list[QWidget]:
    """Whatever can have the focus, in its present order: one that Tab passes by now may be a stop later (`Roving`)."""
    window = part.window()
    found: list[QWidget] = []
    one = window.nextInFocusChain()
    while one is not None and one is not window:
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and (one is part or part.isAncestorOf(one)):
            found.append(one)
        one = one.nextInFocusChain()
    return found
