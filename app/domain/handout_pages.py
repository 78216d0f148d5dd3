"""Which pages of a deck a listener may be handed before the room has made up its mind."""

import re
from dataclasses import replace

from app.domain.deck import Deck, DeckPage
from app.domain.sheet import Sheet, SheetKind

_OWN = re.compile(r"(.*\bown/\d+)(?:/(\d+))?")
_GROUP = re.compile(r"(.*)/(\d+)")


def handout_pages(deck: Deck, answers: bool) -> tuple[tuple[int, DeckPage], ...]:
    """(Number on the screen, page) of what is printed, each as it is to be seen: no notes, nothing left to reveal.

    Without ``answers`` the 处理结果 and the pages after a vote that say what was right stay out; with them a page shows
    what 揭晓 shows.
    """
    numbered = enumerate(deck.pages, 1)
    if answers:
        return tuple((number, _seen(page, page.revealed or page.sheet)) for number, page in numbered)
    voted: dict[str, int] = {}
    for page in deck.pages:
        if page.ballot:
            group, place = _place(page.id)
            voted[group] = min(place, voted.get(group, place))
    return tuple((number, _seen(page, page.sheet)) for number, page in numbered if not _tells(page, voted))


def _seen(page: DeckPage, sheet: Sheet) -> DeckPage:
    return replace(page, sheet=sheet, revealed=None, notes=())


def _tells(page: DeckPage, voted: dict[str, int]) -> bool:
    if page.sheet.kind is SheetKind.OUTCOME:
        return True
    group, place = _place(page.id)
    return not page.ballot and group in voted and place > voted[group]


def _place(page_id: str) -> tuple[str, int]:
    """("…/gate", 2) of …/gate/2; ("own/3", 1) of own/3, which has no number of its own."""
    if found := _OWN.fullmatch(page_id):
        return found[1], int(found[2] or 1)
    if found := _GROUP.fullmatch(page_id):
        return found[1], int(found[2])
    return page_id, 1
