"""What a leader changed of a deck: order, skipped pages, notes, minutes and pages of one's own.

The deck itself is built anew from the content each time; the plan is laid over it. So a plan survives every update:
pages that are gone are left out but stay in the plan, new ones come where they naturally stand.
"""

from dataclasses import dataclass, replace

from app.domain.deck import Deck, DeckPage
from app.domain.deck_arrangement import arrangement
from app.domain.deck_changes import ChangedPage, DeckChanges
from app.domain.own_page import OwnPage
from app.domain.own_sheet import OWN, own_key, own_pages
from app.domain.page_edit import Notes, PageEdit
from app.domain.page_words import page_words
from app.domain.planned_page import PlannedPage


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """Saved with ``codec.to_plain`` and read with ``codec.from_plain``.

    ``title`` "" is the deck's own; ``order`` holds ids, () is the natural order; ``seen`` holds (id, name, source)
    of the pages as the leader last saw them, () before the first time, and ``words`` what those pages said, by id.
    ``numbered`` counts own pages ever made; ``minutes`` is what the leader wants the whole to take, 0 where that is
    left open.
    """

    title: str = ""
    order: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    edits: tuple[PageEdit, ...] = ()
    own: tuple[OwnPage, ...] = ()
    seen: tuple[tuple[str, str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    numbered: int = 0
    minutes: int = 0

    def ordered(self, ids: tuple[str, ...]) -> "DeckPlan":
        """The whole order, as ``arranged`` shows it, skipped pages too. Ids that the plan knew besides stay known."""
        keys = tuple(dict.fromkeys(map(own_key, ids)))
        return replace(self, order=(*keys, *(one for one in self.order if one not in keys)))

    def moved(self, page_id: str, place: int, ids: tuple[str, ...]) -> "DeckPlan":
        """``ids`` is the order as shown; the page goes to ``place`` (from 0) in it."""
        key = own_key(page_id)
        rest = [one for one in dict.fromkeys(map(own_key, ids)) if one != key]
        place = min(max(place, 0), len(rest))
        return self.ordered((*rest[:place], key, *rest[place:]))

    def skipping(self, page_id: str, skip: bool = True) -> "DeckPlan":
        key = own_key(page_id)
        others = tuple(one for one in self.skipped if one != key)
        return replace(self, skipped=(*others, key) if skip else others)

    def noted(self, page: DeckPage, notes: Notes) -> "DeckPlan":
        """``page`` as built from the content (not as edited): its notes are what these replace."""
        return self._edited(page, replace(self.edit_of(page.id), notes=notes, was=page.notes, source=page.source))

    def timed(self, page: DeckPage, seconds: int) -> "DeckPlan":
        edit = self.edit_of(page.id)
        if edit.notes is None:
            edit = replace(edit, was=page.notes, source=page.source)
        return self._edited(page, replace(edit, seconds=max(seconds, 0)))

    def as_built(self, page_id: str) -> "DeckPlan":
        """Take back what was changed of a page's notes and time; its place stays."""
        return replace(self, edits=tuple(edit for edit in self.edits if edit.id != page_id))

    def with_own(self, page: OwnPage) -> "DeckPlan":
        """Add a page (its id is given here when it has none), or replace the one with its id."""
        if not page.id:
            numbered = self.numbered + 1
            added = replace(page, id=f"{OWN}{numbered}")
            return replace(self, own=(*self.own, added), numbered=numbered)
        return replace(self, own=tuple(page if one.id == page.id else one for one in self.own))

    def without_own(self, page_id: str) -> "DeckPlan":
        key = own_key(page_id)
        return replace(
            self,
            own=tuple(one for one in self.own if one.id != key),
            order=tuple(one for one in self.order if one != key),
            skipped=tuple(one for one in self.skipped if one != key),
        )

    def accepted(self, built: Deck) -> "DeckPlan":
        """The leader has seen the deck as the content makes it now: nothing counts as changed any more, what was
        edited stays. Pages that are gone stay in the plan unless they have nothing of the leader's."""
        pages = {page.id: page for page in built.pages if not page.id.startswith(OWN)}
        edits = tuple(
            replace(edit, was=pages[edit.id].notes, source=pages[edit.id].source) if edit.id in pages else edit
            for edit in self.edits
        )
        seen = tuple((page.id, page.name, page.source) for page in pages.values())
        words = tuple((page.id, page_words(page)) for page in pages.values())
        return replace(self, edits=edits, seen=seen, words=words)

    def edit_of(self, page_id: str) -> PageEdit:
        return next((edit for edit in self.edits if edit.id == page_id), PageEdit(page_id))

    def _edited(self, page: DeckPage, edit: PageEdit) -> "DeckPlan":
        """Own pages are changed themselves: nothing of the content stands behind them."""
        own = next((one for one in self.own if one.id == own_key(page.id)), None)
        if own is None:
            others = tuple(one for one in self.edits if one.id != page.id)
            return replace(self, edits=(*others, edit))
        changed = replace(
            own,
            notes=own.notes if edit.notes is None else edit.notes,
            seconds=own.seconds if edit.seconds is None else edit.seconds,
        )
        return self.with_own(changed)


def applied(plan: DeckPlan, built: Deck) -> Deck:
    """The deck as the leader wants it. Applying a plan to its own result changes nothing more."""
    shown = tuple(line.page for line in arranged(plan, built) if not line.skipped)
    return Deck(plan.title or built.title, shown)


def arranged(plan: DeckPlan, built: Deck) -> tuple[PlannedPage, ...]:
    """Every page in its place, skipped ones too: what the editor lists."""
    own = {page.id: own_pages(page) for page in plan.own}
    content = {page.id: page for page in built.pages if not page.id.startswith(OWN)}
    edits = {edit.id: edit for edit in plan.edits}
    ids = tuple(dict.fromkeys(own_key(page.id) for page in built.pages))
    lines: list[PlannedPage] = []
    for page_id in arrangement(
        tuple(one for one in ids if one in content or one in own),
        tuple((page.id, own_key(page.after)) for page in plan.own),
        plan.order,
        frozenset(plan.skipped),
    ):
        skipped = page_id in plan.skipped
        if page_id in own:
            lines += (PlannedPage(page, skipped, own=True) for page in own[page_id])
        else:
            edit = edits.get(page_id)
            page = _with(content[page_id], edit) if edit else content[page_id]
            lines.append(PlannedPage(page, skipped, edit is not None))
    return tuple(lines)


def _with(page: DeckPage, edit: PageEdit) -> DeckPage:
    notes = page.notes if edit.notes is None else edit.notes
    return replace(page, notes=notes, seconds=page.seconds if edit.seconds is None else edit.seconds)


def changes(plan: DeckPlan, built: Deck) -> DeckChanges:
    """What the content has changed since the leader last saw it (``accepted``): call with the deck as built, before
    ``applied``. Without anything seen so far only edited pages can be compared."""
    pages = {page.id: page for page in built.pages if not page.id.startswith(OWN)}
    seen = {page_id: (name, source) for page_id, name, source in plan.seen}
    edits, words = {edit.id: edit for edit in plan.edits}, dict(plan.words)
    changed = []
    for page in pages.values():
        edit = edits.get(page.id)
        known = edit.source if edit else seen.get(page.id, ("", page.source))[1]
        if known != page.source:
            own, was = (edit.notes, edit.was) if edit else (None, ())
            said = words.get(page.id, "")
            changed.append(ChangedPage(page.id, page.name, own, was, page.notes, said, page_words(page)))
    added = tuple((page.id, page.name) for page in pages.values() if seen and page.id not in seen)
    kept = dict.fromkeys((*seen, *edits, *(() if seen else plan.order)))
    gone = tuple((one, seen.get(one, (one, ""))[0]) for one in kept if one not in pages and not one.startswith(OWN))
    return DeckChanges(tuple(changed), added, gone)
