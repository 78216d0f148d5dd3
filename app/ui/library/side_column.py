"""Cards beside the text, each at the height of its paragraph, pushed down where they would overlap."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.ui.kit.tokens import px
from app.ui.parts.clause_card import ClauseCard

_GAP = 10


@dataclass(frozen=True)
class Beside:
    """A card and where it wants to be, in pixels from the top of the column (asked anew at every layout)."""

    card: QWidget
    wanted: Callable[[], int]


class SideColumn(QWidget):
    """Give it the cards in reading order; ``arrange`` puts them where they belong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Beside] = []

    def set_cards(self, cards: list[Beside]) -> None:
        """Show these cards; those left out are deleted."""
        kept = {id(entry.card) for entry in cards}
        for old in self._cards:
            if id(old.card) not in kept:
                old.card.hide()
                old.card.deleteLater()
        self._cards = cards
        for entry in cards:
            entry.card.setParent(self)
            entry.card.show()

    def cards(self) -> list[QWidget]:
        """The cards in the order of the text."""
        return [entry.card for entry in self._cards]

    def light(self, reference: str) -> None:
        """Frame the cards of an article; ``""`` frames none."""
        for entry in self._cards:
            if isinstance(entry.card, ClauseCard):
                entry.card.set_lit(bool(reference) and entry.card.reference() == reference)

    def arrange(self) -> int:
        """Place all cards; answers where the last one ends."""
        places = sorted(((entry.wanted(), entry.card) for entry in self._cards), key=lambda pair: pair[0])
        bottom = -px(_GAP)
        for number, (wanted, card) in enumerate(places):
            top = max(wanted, bottom + px(_GAP))
            following = places[number + 1][0] if number + 1 < len(places) else None
            height = self._height(card, top, following)
            card.setGeometry(0, top, self.width(), height)
            bottom = top + height
        return max(0, bottom)

    def _height(self, card: QWidget, top: int, following: int | None) -> int:
        """A clause shows its words where the next card leaves room for them."""
        if not isinstance(card, ClauseCard):
            return self._asked(card)
        card.set_compact(True)
        least = self._asked(card)
        if following is not None and top + least + card.words_height() + px(_GAP) > following:
            return least
        card.set_compact(False)
        return self._asked(card)

    def _asked(self, card: QWidget) -> int:
        card.ensurePolished()
        layout = card.layout()
        if layout is None:
            return card.sizeHint().height()
        layout.activate()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.width())
        return layout.totalSizeHint().height()
