"""The pages of a session in order, each with what only the speaker sees."""

from dataclasses import dataclass

from app.domain.sheet import Sheet


@dataclass(frozen=True, slots=True)
class DeckPage:
    """A page as prepared.

    ``id`` is stable over edits and content updates ("ba-dian-ji-shi-de-men/facts/1", "own/3"): votes, notes and the
    place one has reached refer to it, never to a number. ``name`` is what lists call it ("案情 2/3"). ``sheet`` is what
    the room sees first; ``revealed`` what it sees after 揭晓, None where there is nothing to reveal. ``notes`` are
    (停|问|误|"", text) in order. ``seconds`` is planned. ``source`` is the hash of the content that the page was
    made from, "" for a page of one's own. ``ballot`` are the option keys of a page on which the room can vote. ``part``
    is the id of the agenda item it belongs to, "" where a case stands alone.
    """

    id: str
    name: str
    sheet: Sheet
    revealed: Sheet | None = None
    notes: tuple[tuple[str, str], ...] = ()
    seconds: int = 60
    source: str = ""
    ballot: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    title: str
    pages: tuple[DeckPage, ...]

    @property
    def seconds(self) -> int:
        return sum(page.seconds for page in self.pages)

    def index_of(self, page_id: str) -> int:
        """Raises KeyError for a page that is not in the deck."""
        for index, page in enumerate(self.pages):
            if page.id == page_id:
                return index
        raise KeyError(page_id)
