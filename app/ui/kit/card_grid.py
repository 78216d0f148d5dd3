"""Cards in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.roving import Roving
from app.ui.kit.tokens import px


class CardGrid(QWidget):
    """Columns of at least ``narrowest`` design pixels; cards of one row are equally high. Arrows move among them."""

    def __init__(
        self, cards: Sequence[QWidget] = (), narrowest: float = 284, gap: float = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._narrowest, self._gap = px(narrowest), px(gap)
        self._cards: list[QWidget] = []
        self._roving = Roving(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_cards(cards)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards instead of those before, which are deleted."""
        for card in self._cards:
            if card not in cards:
                card.hide()
                card.deleteLater()
        self._cards = list(cards)
        for card in self._cards:
            card.setParent(self)
            card.show()
        self._roving.set_members(self._cards)
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def cards(self) -> list[QWidget]:
        """The cards shown."""
        return list(self._cards)

    def columns(self) -> int:
        """How many columns there are at the present width."""
        return max(1, (self.width() + self._gap) // (self._narrowest + self._gap))

    def focus_card(self, index: int = 0) -> None:
        """Give focus to a card."""
        if self._cards:
            self._roving.focus(min(index, len(self._cards) - 1))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(max(width, self._narrowest), move=False)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._narrowest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._narrowest, px(160)), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange(self.width(), move=True)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _arrange(self, whole: int, move: bool) -> int:
        count = max(1, (whole + self._gap) // (self._narrowest + self._gap))
        width = (whole - self._gap * (count - 1)) // count
        top = 0
        for first in range(0, len(self._cards), count):
            line = self._cards[first : first + count]
            height = max(self._height(card, width) for card in line)
            for place, card in enumerate(line if move else ()):
                card.setGeometry(place * (width + self._gap), top, width, height)
            top += height + self._gap
        return max(0, top - self._gap)

    def _height(self, card: QWidget, width: int) -> int:
        card.ensurePolished()
        layout = card.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(card.minimumHeight(), layout.totalHeightForWidth(width))
        return max(card.minimumHeight(), card.sizeHint().height())
