"""How a session keeps to its plan: what was spent on which page, added up from what really passed.

The clock starts when the first page shown is left: people are still finding their seats before. It runs on under a
black screen; only a break that is called stops it. What passed while the program was down counts too, because the room
sat there; but after more than ``LONGEST_GAP_MS`` it was an interruption, and does not.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.countdown import passed_ms
from app.domain.deck import Deck
from app.domain.exam_clock import Mark

LONGEST_GAP_MS = 15 * 60_000
SLACK_S = 60
"""So much behind the plan is still 正常."""


class PaceState(StrEnum):
    ON_TIME = "正常"
    SLOW = "偏慢"
    OVER = "超时"


@dataclass(frozen=True, slots=True)
class PaceReading:
    """Whole seconds. ``planned`` is for all pages, ``due`` for those up to and including the current one;
    ``over`` how much the whole plan is exceeded by, ``page_over`` that of this page; 0 where they are not."""

    elapsed: int
    planned: int
    due: int
    page_spent: int
    page_planned: int
    state: PaceState

    @property
    def over(self) -> int:
        return max(self.elapsed - self.planned, 0)

    @property
    def page_over(self) -> int:
        return max(self.page_spent - self.page_planned, 0)


@dataclass(frozen=True, slots=True)
class Pace:
    """``spent``: milliseconds by page id, an entry for every page that was shown; ``page`` is on now; ``mark`` is the
    last reading, None before the first page is left."""

    spent: tuple[tuple[str, int], ...] = ()
    page: str = ""
    mark: Mark | None = None
    running: bool = False

    @property
    def started(self) -> bool:
        return self.mark is not None

    @property
    def seen(self) -> tuple[str, ...]:
        """Ids of the pages that were shown, in order of their first showing."""
        return tuple(name for name, _ in self.spent)

    def on(self, page_id: str, mark: Mark) -> "Pace":
        """That page is shown from now on."""
        if page_id == self.page:
            return self.at(mark)
        counted = self.at(mark)
        begins = bool(self.page) and not self.started
        return replace(
            counted,
            page=page_id,
            spent=_added(counted.spent, page_id, 0),
            mark=mark if begins else counted.mark,
            running=counted.running or begins,
        )

    def at(self, mark: Mark) -> "Pace":
        """Advanced to a new reading."""
        if self.mark is None:
            return self
        passed = passed_ms(self.mark, mark) if self.running else 0
        return replace(self, spent=_added(self.spent, self.page, passed), mark=mark)

    def paused(self, mark: Mark) -> "Pace":
        """A break."""
        return replace(self.at(mark), running=False)

    def resumed(self, mark: Mark) -> "Pace":
        """After a break, a crash or a power cut: see the module."""
        if self.mark is None:
            return self
        counts = self.running and passed_ms(self.mark, mark) <= LONGEST_GAP_MS
        return replace(replace(self, running=counts).at(mark), running=True)

    def reading(self, deck: Deck, mark: Mark) -> PaceReading:
        now = self.at(mark)
        index = next((place for place, page in enumerate(deck.pages) if page.id == now.page), 0)
        due = sum(page.seconds for page in deck.pages[: index + 1])
        elapsed = sum(ms for _, ms in now.spent) // 1000
        here = dict(now.spent).get(now.page, 0) // 1000
        state = PaceState.ON_TIME
        if elapsed > deck.seconds:
            state = PaceState.OVER
        elif elapsed > due + SLACK_S:
            state = PaceState.SLOW
        return PaceReading(elapsed, deck.seconds, due, here, deck.pages[index].seconds, state)


def _added(spent: tuple[tuple[str, int], ...], page_id: str, ms: int) -> tuple[tuple[str, int], ...]:
    if all(name != page_id for name, _ in spent):
        return (*spent, (page_id, ms))
    return tuple((name, before + ms) if name == page_id else (name, before) for name, before in spent)
