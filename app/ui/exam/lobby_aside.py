"""What stands beside a list that is longer than the window, and stays in sight while the list scrolls."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from app.ui.kit.tokens import px

_TOP = 16


class LobbyAside(QWidget):
    """As high as the list beside it; within that ``content`` keeps to the view."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._scroll: QScrollArea | None = None
        content.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self, scroll: QScrollArea) -> None:
        """``scroll`` is what it stands in."""
        self._scroll = scroll
        scroll.verticalScrollBar().valueChanged.connect(self._place)
        scroll.verticalScrollBar().rangeChanged.connect(self._place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._content.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        high = self._content.heightForWidth(self.width())
        self._content.setGeometry(0, self._lowered(high), self.width(), high)

    def _lowered(self, high: int) -> int:
        """How far below its own top. What is taller than the view keeps to the bottom of it, once one has scrolled."""
        if self._scroll is None:
            return 0
        view = self._scroll.viewport()
        wanted = min(px(_TOP), view.height() - px(_TOP) - high)
        return max(min(wanted - self.mapTo(view, QPoint(0, 0)).y(), self.height() - high), 0)
