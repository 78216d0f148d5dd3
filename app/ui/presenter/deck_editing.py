"""What 备课 does to a deck: every change is on disk when the method returns, and can be taken back."""

from dataclasses import replace

from app.domain.deck import Deck, DeckPage
from app.domain.deck_changes import DeckChanges
from app.domain.deck_plan import DeckPlan, arranged, changes
from app.domain.deck_update import settled
from app.domain.own_page import OwnPage
from app.domain.own_sheet import own_key
from app.domain.page_edit import Notes
from app.domain.planned_page import PlannedPage
from app.services.deck_service import DeckService
from app.ui.presenter.plan_history import PlanHistory


class DeckEditing:
    """Raises UserError where the deck is gone or cannot be saved; nothing is changed then."""

    def __init__(self, decks: DeckService, deck_id: str, history: PlanHistory | None = None) -> None:
        self._decks, self.deck_id = decks, deck_id
        self.history = history or PlanHistory()
        self.saved = decks.get(deck_id)
        self.built: Deck = decks.built(deck_id)
        self.pages: tuple[PlannedPage, ...] = ()
        self.changes = DeckChanges()
        self._look()

    @property
    def plan(self) -> DeckPlan:
        return self.saved.plan

    @property
    def shown(self) -> tuple[PlannedPage, ...]:
        """Without those that are skipped."""
        return tuple(one for one in self.pages if not one.skipped)

    @property
    def seconds(self) -> int:
        return sum(one.page.seconds for one in self.shown)

    def row_of(self, page_id: str) -> int:
        """0 where it is gone."""
        return next((row for row, one in enumerate(self.pages) if one.page.id == page_id), 0)

    def move(self, row: int, place: int) -> bool:
        """``place`` counted without the page itself; a page of one's own takes its continuations along."""
        if not 0 <= row < len(self.pages) or place < 0:
            return False
        ids = tuple(one.page.id for one in self.pages)
        mine = own_key(ids[row])
        rest = [name for number, name in enumerate(ids) if number != row]
        before = list(dict.fromkeys(own_key(name) for name in rest[:place] if own_key(name) != mine))
        return self._put(self.plan.moved(ids[row], len(before), ids))

    def skip(self, page_id: str, on: bool) -> bool:
        return self._put(self.plan.skipping(page_id, on))

    def note(self, page_id: str, notes: Notes) -> bool:
        page = self._base(page_id)
        if page is None:
            return False
        return self._put(self.plan.noted(page, notes), f"notes {own_key(page_id)}")

    def time(self, page_id: str, seconds: int) -> bool:
        """Of a page of one's own that goes on over several, its parts keep their shares."""
        page = self._base(page_id)
        if page is None:
            return False
        key = own_key(page_id)
        parts = [one for one in self.pages if own_key(one.page.id) == key]
        return self._put(self.plan.timed(page, seconds * len(parts)), f"time {key}")

    def plan_minutes(self, minutes: int) -> bool:
        return self._put(replace(self.plan, minutes=minutes), "minutes")

    def restore(self, page_id: str) -> bool:
        return self._put(self.plan.as_built(page_id))

    def add(self, page: OwnPage) -> str:
        """Gives its id."""
        before = {one.id for one in self.plan.own}
        self._put(self._placed(page))
        return next((one.id for one in self.plan.own if one.id not in before), page.id)

    def own(self, page_id: str) -> OwnPage | None:
        return next((one for one in self.plan.own if one.id == own_key(page_id)), None)

    def remove_own(self, page_id: str) -> bool:
        return self._put(self.plan.without_own(page_id))

    def settle(self, page_id: str, take_new: bool) -> bool:
        """What an update has changed on this page has been looked at."""
        page = next((one for one in self.built.pages if one.id == page_id), None)
        return page is not None and self._put(settled(self.plan, page, take_new))

    def accept_all(self) -> bool:
        return self._put(self.plan.accepted(self.built))

    def natural_order(self) -> bool:
        """As the case itself has it, nothing skipped; notes and own pages stay."""
        return self._put(replace(self.plan, order=(), skipped=()))

    def undo(self) -> bool:
        return self.history.can_undo and self._go(self.history.undo(self.plan))

    def redo(self) -> bool:
        return self.history.can_redo and self._go(self.history.redo(self.plan))

    # private

    def _placed(self, page: OwnPage) -> DeckPlan:
        """Once the leader has an order of their own, a new page needs its place in it."""
        made = self.plan.with_own(page)
        if page.id or not made.order or not page.after:
            return made
        ids = tuple(one.page.id for one in self.pages)
        keys = list(dict.fromkeys(map(own_key, ids)))
        place = keys.index(own_key(page.after)) + 1 if own_key(page.after) in keys else len(keys)
        return made.moved(made.own[-1].id, place, ids)

    def _base(self, page_id: str) -> DeckPage | None:
        """As the content makes it; a page of one's own as it stands."""
        built = next((one for one in self.built.pages if one.id == page_id), None)
        return built or next((one.page for one in self.pages if one.page.id == page_id), None)

    def _put(self, plan: DeckPlan, about: str = "") -> bool:
        before = self.plan
        if plan == before:
            return False
        self.saved = self._decks.save(self.deck_id, plan)
        self.history.changed(before, about)
        self._look()
        return True

    def _go(self, plan: DeckPlan) -> bool:
        """Back or forth. The count of own pages never goes back: an id is never used again."""
        plan = replace(plan, numbered=max(plan.numbered, self.plan.numbered))
        self.saved = self._decks.save(self.deck_id, plan)
        self._look()
        return True

    def _look(self) -> None:
        self.pages, self.changes = arranged(self.plan, self.built), changes(self.plan, self.built)
