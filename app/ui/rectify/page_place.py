"""A page that is filled anew stays where it was, with the focus on what had it."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focused_name(page: QWidget) -> str:
    """The accessible name of what has the focus, or ""."""
    here = page.focusWidget()
    return here.accessibleName() if here else ""


def focus_again(page: QWidget, name: str) -> None:
    """On what has that name now, where the focus was lost; else on the page itself."""
    inside = cast("list[QWidget]", page.findChildren(QWidget))
    stops = [one for one in inside if one.accessibleName() == name and one.isVisible()]
    focused = page.window().focusWidget()
    if name and stops and (focused is None or not page.isAncestorOf(focused)):
        stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
    elif focused is None or not focused.isVisible():
        page.setFocus()
