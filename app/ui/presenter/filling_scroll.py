"""A list in a card that takes the height that is left, and asks for no more than its least."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px


class FillingScroll(ScrollPage):
    def __init__(self, content: QWidget, least: float) -> None:
        """``least`` in design pixels."""
        super().__init__(content)
        self._least = least
        self.set_least(least)

    def set_least(self, least: float) -> None:
        self._least = least
        self.setMinimumHeight(px(least))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(self._least))
