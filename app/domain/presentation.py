"""One state of what is projected, two windows that only draw it.

Every method gives a new state; none knows the time or a file. ``audience`` is the only thing that the audience's window
is ever handed: no note, no other page, no answer before it is revealed, no name unless the speaker chose to show it.
"""

from dataclasses import dataclass, replace

from app.domain.audience_view import AudienceView, Curtain, Point, Stroke
from app.domain.deck import Deck, DeckPage
from app.domain.poll import Poll
from app.domain.sheet import Bars, Sheet


@dataclass(frozen=True, slots=True)
class Presentation:
    """``index`` counts from 0; ``revealed`` are page ids; ``polls`` go by page id, ``strokes`` by page id and face, and
    those without any are left out; ``held`` is what the audience goes on seeing while frozen; ``seconds_left`` of a
    discussion, as last read from its `Countdown`; ``shown_name`` was picked and may be seen; ``present`` are words
    ("到会 42 人"), "" where they stay off the big screen.

    Raises ValueError for a deck without pages or an index that is not in it.
    """

    deck: Deck
    index: int = 0
    revealed: frozenset[str] = frozenset()
    polls: tuple[tuple[str, Poll], ...] = ()
    covered: Curtain = Curtain.NONE
    held: AudienceView | None = None
    pointer: Point | None = None
    strokes: tuple[tuple[str, tuple[Stroke, ...]], ...] = ()
    seconds_left: int | None = None
    shown_name: str = ""
    present: str = ""
    reveal_first: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.index < len(self.deck.pages):
            raise ValueError(f"no page {self.index} in a deck of {len(self.deck.pages)}")

    # What is on.

    @property
    def page(self) -> DeckPage:
        return self.deck.pages[self.index]

    @property
    def number(self) -> int:
        """From 1."""
        return self.index + 1

    @property
    def total(self) -> int:
        return len(self.deck.pages)

    @property
    def following(self) -> DeckPage | None:
        """The page after this one, for the console only."""
        return self.deck.pages[self.index + 1] if self.index + 1 < self.total else None

    @property
    def frozen(self) -> bool:
        return self.held is not None

    @property
    def is_revealed(self) -> bool:
        return self.page.id in self.revealed

    @property
    def can_reveal(self) -> bool:
        """Whether this page holds something back: an answer, or hands that were counted."""
        poll = self.poll_of(self.page)
        counted = poll is not None and bool(sum(poll.first) + poll.total)
        return not self.is_revealed and (self.page.revealed is not None or counted)

    @property
    def poll(self) -> Poll | None:
        """Of this page: nought at first; None where there is nothing to vote on."""
        return self.poll_of(self.page)

    @property
    def may_vote_again(self) -> bool:
        """A second vote is for a room that has not read the answer; hands alone may be shown before it."""
        return self.poll is not None and not (self.is_revealed and self.page.revealed is not None)

    def poll_of(self, page: DeckPage) -> Poll | None:
        if not page.ballot:
            return None
        return dict(self.polls).get(page.id) or Poll.empty(page.ballot)

    def sheet_at(self, index: int) -> Sheet:
        """Of a page as the audience would see it now. Only `audience` decides which one they do see."""
        page = self.deck.pages[index]
        if page.id not in self.revealed:
            return page.sheet
        sheet, poll = page.revealed or page.sheet, self.poll_of(page)
        bars = _bars(poll) if poll is not None else None
        return replace(sheet, blocks=(*sheet.blocks, bars)) if bars is not None else sheet

    def audience(self) -> AudienceView:
        """Frozen, only the curtain and the countdown go on."""
        if self.held is not None:
            return replace(self.held, curtain=self.covered, countdown=self.seconds_left)
        sheet = self.sheet_at(self.index)
        return AudienceView(
            key=sheet_key(self.page.id, sheet),
            sheet=sheet,
            number=self.number,
            total=self.total,
            curtain=self.covered,
            pointer=self.pointer,
            strokes=self.drawn_here,
            countdown=self.seconds_left,
            picked=self.shown_name,
            present=self.present,
        )

    # Going from page to page.

    def next(self) -> "Presentation":
        """Reveals what is held back, where ``reveal_first``; otherwise the page after it; the last one stays."""
        if self.reveal_first and self.can_reveal:
            return self.reveal()
        return self._to(min(self.index + 1, self.total - 1))

    def previous(self) -> "Presentation":
        """The first one stays."""
        return self._to(max(self.index - 1, 0))

    def go_to(self, number: int) -> "Presentation":
        """By the number that the room sees, from 1. A number that there is not changes nothing."""
        return self._to(number - 1) if 1 <= number <= self.total else self

    def go_to_id(self, page_id: str) -> "Presentation":
        """Raises KeyError for a page that is not in the deck."""
        return self._to(self.deck.index_of(page_id))

    # What the room sees of this page.

    def reveal(self) -> "Presentation":
        """Answer and hands counted; a page that holds nothing back stays as it is."""
        return replace(self, revealed=self.revealed | {self.page.id}) if self.can_reveal else self

    def hide(self) -> "Presentation":
        return replace(self, revealed=self.revealed - {self.page.id})

    def curtain(self, which: Curtain) -> "Presentation":
        """The same again lifts it. Pages can be turned behind it."""
        return replace(self, covered=Curtain.NONE if which is self.covered else which)

    def freeze(self) -> "Presentation":
        """The audience goes on seeing this, whatever the console does; without the pointer, which would stand still."""
        return self if self.frozen else replace(self, held=replace(self.audience(), pointer=None))

    def thaw(self) -> "Presentation":
        return replace(self, held=None)

    def pointed(self, point: Point | None) -> "Presentation":
        return replace(self, pointer=point)

    def drawn(self, stroke: Stroke) -> "Presentation":
        return self._with_strokes((*self.drawn_here, stroke))

    def undo_stroke(self) -> "Presentation":
        return self._with_strokes(self.drawn_here[:-1])

    def wipe(self) -> "Presentation":
        """All strokes of this page."""
        return self._with_strokes(())

    # The room decides.

    def counted(self, key: str, hands: int) -> "Presentation":
        """Hands for one option in the vote that is on. Raises ValueError where there is no such option here."""
        return self._with_poll(self._poll_here().counted(key, hands))

    def vote_again(self) -> "Presentation":
        """Open the second vote: the first stays as it is, and what was revealed is held back again."""
        return self._with_poll(self._poll_here().again()).hide()

    def clear_vote(self) -> "Presentation":
        """The vote that is on back to nought."""
        return self._with_poll(self._poll_here().cleared())

    def countdown(self, seconds: int | None) -> "Presentation":
        """How many seconds of the discussion are left now; None takes it away."""
        return replace(self, seconds_left=seconds)

    def picked(self, name: str) -> "Presentation":
        """Show a name large until the page is turned; "" takes it away."""
        return replace(self, shown_name=name)

    def attended(self, words: str) -> "Presentation":
        """How many came, in words, on the big screen; "" takes it away."""
        return replace(self, present=words)

    def _to(self, index: int) -> "Presentation":
        return self if index == self.index else replace(self, index=index, pointer=None, shown_name="")

    @property
    def drawn_here(self) -> tuple[Stroke, ...]:
        """Of this page as it is now: once revealed, its words stand elsewhere, and older strokes would cross them."""
        return dict(self.strokes).get(self._face, ())

    @property
    def _face(self) -> str:
        return f"{self.page.id}#revealed" if self.is_revealed else self.page.id

    def _with_strokes(self, strokes: tuple[Stroke, ...]) -> "Presentation":
        others = tuple(entry for entry in self.strokes if entry[0] != self._face)
        return replace(self, strokes=(*others, (self._face, strokes)) if strokes else others)

    def _poll_here(self) -> Poll:
        poll = self.poll
        if poll is None:
            raise ValueError(f"nothing to vote on: {self.page.id}")
        return poll

    def _with_poll(self, poll: Poll) -> "Presentation":
        others = tuple(entry for entry in self.polls if entry[0] != self.page.id)
        return replace(self, polls=(*others, (self.page.id, poll)))


def sheet_key(page_id: str, sheet: Sheet) -> str:
    """Changes with what is drawn; holds within one run of the program."""
    return f"{page_id}#{hash(sheet):x}"


def _bars(poll: Poll) -> Bars | None:
    """None where no hand went up; the second vote only once there are hands in it."""
    second = poll.second if poll.second is not None and any(poll.second) else None
    return Bars(poll.keys, poll.first, second) if any(poll.first) or second else None
