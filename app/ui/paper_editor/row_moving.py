"""Moving one row of a list that is put together by hand."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget


class FocusTaking(Protocol):
    def take_focus(self) -> None: ...


R = TypeVar("R", bound=FocusTaking)


def move_row(rows: list[R], place: QBoxLayout, one: R, step: int, settle: Callable[[], None]) -> bool:
    """Move ``one`` in ``rows`` and in their layout; False where it is at the end already.

    ``settle`` numbers the rows anew. The focus stays on the button that was pressed, unless it is of no use there.
    """
    here = rows.index(one)
    if not 0 <= here + step < len(rows):
        return False
    assert isinstance(one, QWidget)
    kept = QApplication.focusWidget()
    rows.insert(here + step, rows.pop(here))
    place.removeWidget(one)
    place.insertWidget(here + step, one)
    settle()
    if kept is not None and kept.isEnabled() and one.isAncestorOf(kept):
        kept.setFocus()
    else:
        one.take_focus()
    return True
