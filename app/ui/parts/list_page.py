"""A page of lines under heads, filled anew after each change."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.ui.kit.layouts import centred, clear, column
from app.ui.kit.page import Page
from app.ui.kit.scroll_page import ScrollPage


class ListPage(Page):
    """A subclass fills ``_place``, which is at most ``widest`` design pixels wide and stands in the middle."""

    def __init__(self, widest: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: QVBoxLayout = column(margins=(28, 18, 28, 24), spacing=10)
        self._scroll = ScrollPage(centred(self._place, widest))
        self.setLayout(column(self._scroll, spacing=0))

    def state(self) -> object:
        return self._scroll.verticalScrollBar().value()

    def restore(self, state: object) -> None:
        if isinstance(state, int):
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(state))

    # for subclasses

    def _fill(self) -> None:
        raise NotImplementedError

    def _refill(self) -> None:
        place = self._scroll.verticalScrollBar().value()
        clear(self._place)
        self._fill()
        self.setFocus()
        self._scroll.scroll_to(place)

    def _do(self, action: Callable[[], object], said: str) -> None:
        """Do it, show the lines as they are then, and say so; or say why it cannot be done."""
        try:
            action()
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._refill()
        self.message.emit("green", said)
