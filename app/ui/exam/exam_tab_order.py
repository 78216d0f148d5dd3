"""Where Tab goes in an exam. Widgets come and go with every question: the order follows from what is there now."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.scroll_page import ScrollPage


def tab_stops(page: QWidget, parts: Sequence[QWidget | None]) -> list[QWidget]:
    """The stops in ``parts``, one part after the other, then those of the window that are not on the page."""
    found = [stop for part in parts if part is not None for stop in (part, *part.findChildren(QWidget)) if _stops(stop)]
    widget: QWidget | None = page.window().nextInFocusChain()
    while widget is not None and widget is not page.window():
        if _stops(widget) and not page.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def go_to_next(stops: Sequence[QWidget], forward: bool) -> bool:
    """Focus the stop after the one that has it, round the ends, and bring it into sight."""
    if not stops:
        return False
    here = QApplication.focusWidget()
    # Else it is the page itself, which stands before its first stop.
    at = stops.index(here) if here is not None and here in stops else -1 if forward else 0
    stop = stops[(at + (1 if forward else -1)) % len(stops)]
    stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    around: QWidget | None = stop.parentWidget()
    while around is not None:
        if isinstance(around, ScrollPage):
            around.reveal(stop)
        around = around.parentWidget()
    return True


def _stops(widget: QWidget) -> bool:
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tabbed and widget.isEnabled() and widget.isVisible()
