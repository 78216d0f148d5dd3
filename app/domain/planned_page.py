"""A line of the editor: a page in its place, with what the leader did to it."""

from dataclasses import dataclass

from app.domain.deck import DeckPage


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """``page`` as it will be projected; ``edited`` where notes or time are the leader's."""

    page: DeckPage
    skipped: bool = False
    edited: bool = False
    own: bool = False
