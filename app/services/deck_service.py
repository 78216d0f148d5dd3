"""我的课件: decks that a leader keeps. The deck is made from the content as it is now; what is kept is the plan."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.case_deck import pages_of_case
from app.domain.clock import Clock
from app.domain.codec import to_plain
from app.domain.confidentiality import refuse_graded
from app.domain.deck import Deck
from app.domain.deck_changes import DeckChanges
from app.domain.deck_file import DeckFile
from app.domain.deck_plan import DeckPlan, applied, arranged, changes
from app.domain.errors import UserError
from app.domain.events import DeckChanged
from app.domain.learner import Learner
from app.domain.plain_texts import plain_texts
from app.domain.planned_page import PlannedPage
from app.domain.saved_deck import SavedDeck
from app.services.bus import EventBus
from app.services.deck_files import DeckFiles
from app.services.library_service import LibraryService
from app.services.ordered_id import ordered_id
from app.storage.deck_store import DeckStore
from app.storage.journal import Journal

GONE = "找不到这份课件。请回到“我的课件”重新选择。"
NOT_SAVED = "现在不能保存单位的数据，所以不能保存课件。请先按上方提示处理；仍可以直接投影案例。"
LONGEST_TITLE, MOST_REASON = 60, 100


class DeckService:
    """Everything is on disk when a method returns."""

    def __init__(
        self,
        library: LibraryService,
        journal: Journal,
        store: DeckStore,
        files: DeckFiles,
        bus: EventBus,
        clock: Clock,
        leader: Callable[[], Learner],
        saves: bool,
    ) -> None:
        """``journal`` and ``store`` are the unit's; ``leader`` is the current person; ``saves`` is False where the
        unit's data are in memory only."""
        self._library, self._journal, self._store, self._files = library, journal, store, files
        self._bus, self._clock, self._leader, self._saves = bus, clock, leader, saves

    def all(self, everyone: bool = False) -> list[SavedDeck]:
        """The current leader's, or those of all leaders of this PC; saved last first, retired ones too."""
        return self._store.all("" if everyone else self._leader().id)

    def get(self, deck_id: str) -> SavedDeck:
        """Raises UserError where there is no such deck."""
        found = self._store.get(deck_id)
        if found is None:
            raise UserError(GONE)
        return found

    def of_case(self, case_id: str) -> Deck:
        """A case, ready to be projected; nothing is kept. Raises UserError where it is no longer in the content."""
        case = self._library.case(case_id)
        own = [one.id for one in self._library.question_summaries() if one.case == case.slug]
        pages = pages_of_case(case, self._library.article, self._library.questions(own))
        return Deck(case.title, pages)

    def make(self, case_id: str = "", title: str = "") -> SavedDeck:
        """A deck of one's own, from a case or empty. Raises UserError where it cannot be saved."""
        built = self.of_case(case_id) if case_id else Deck("", ())
        title = _title(title or built.title or "新课件")
        plan = DeckPlan(title).accepted(built)
        return self._add(title, case_id, plan)

    def built(self, deck_id: str) -> Deck:
        """As the content makes it now, without what the leader changed; empty where its case is gone."""
        deck = self.get(deck_id)
        try:
            return self.of_case(deck.case) if deck.case else Deck(deck.title, ())
        except UserError:
            return Deck(deck.title, ())

    def deck(self, deck_id: str) -> Deck:
        """Ready to be projected: with what the leader changed, without skipped pages."""
        return applied(self.get(deck_id).plan, self.built(deck_id))

    def pages(self, deck_id: str) -> tuple[PlannedPage, ...]:
        """Every page in its place, skipped ones too: what the editor lists."""
        return arranged(self.get(deck_id).plan, self.built(deck_id))

    def changes(self, deck_id: str) -> DeckChanges:
        """What an update of the content changed since the leader last looked; false where nothing."""
        return changes(self.get(deck_id).plan, self.built(deck_id))

    def accept_changes(self, deck_id: str) -> SavedDeck:
        """The leader has seen them; what was edited stays."""
        return self.save(deck_id, self.get(deck_id).plan.accepted(self.built(deck_id)))

    def save(self, deck_id: str, plan: DeckPlan) -> SavedDeck:
        """Keep a changed plan. Raises UserError where it is retired, or holds what must not be stored."""
        deck = self._in_use(deck_id)
        if plan == deck.plan:
            return deck
        before, after = to_plain(deck.plan), to_plain(plan)
        refuse_graded(*plain_texts(after | {"words": []}))
        changed = {name: after.get(name) for name in (before | after) if before.get(name) != after.get(name)}
        saved = replace(deck, plan=plan, title=_title(plan.title or deck.title))
        return self._put(saved, "deck.saved", {"changed": changed})

    def rename(self, deck_id: str, title: str) -> SavedDeck:
        """Raises UserError for an empty title."""
        if not title.strip():
            raise UserError("课件的名称不能空着。请写一个名称。")
        return self.save(deck_id, replace(self.get(deck_id).plan, title=_title(title)))

    def copy(self, deck_id: str) -> SavedDeck:
        """One's own copy, also of another leader's deck; its files are shared."""
        deck = self.get(deck_id)
        title = f"{deck.title[: LONGEST_TITLE - 8]}（副本）"
        return self._add(title, deck.case, replace(deck.plan, title=title), copy_of=deck_id)

    def retire(self, deck_id: str, reason: str = "") -> SavedDeck:
        """Put it away: it is offered no more and can be taken back. Nothing is deleted."""
        reason = reason.strip()[:MOST_REASON]
        refuse_graded(reason)
        deck = replace(self._in_use(deck_id), retired_at=self._now(), reason=reason)
        return self._put(deck, "deck.retired", {"reason": reason})

    def restore(self, deck_id: str) -> SavedDeck:
        deck = self.get(deck_id)
        return self._put(replace(deck, retired_at="", reason=""), "deck.restored", {}) if deck.retired else deck

    def add_file(self, deck_id: str, source: Path) -> DeckFile:
        """Copy a picture, film or sound into the deck's (or a meeting's) folder; ``name`` goes into an own page.

        What it is, its content says. For large ones run `files.copy_in` in the background, then `keep_file` here.
        Raises UserError where it is nothing to show, too large, or there is no room.
        """
        self._refuse_unsaved()
        file = self._files.copy_in(deck_id, source)
        self.keep_file(deck_id, file)
        return file

    def keep_file(self, deck_id: str, file: DeckFile) -> None:
        """After `files.copy_in`: from now on the file belongs to the deck."""
        self._refuse_unsaved()
        refuse_graded(file.title)
        payload = {"name": file.name, "title": file.title, "kind": file.kind.value, "size": file.size}
        with self._journal.record("deck.file", deck_id, payload | {"by": self._leader().shown_name}):
            self._store.add_file(deck_id, file, self._now())

    @property
    def files(self) -> DeckFiles:
        """`files.path(name)` says where a picture or film lies; the windows show it from there."""
        return self._files

    def files_of(self, deck_id: str) -> list[DeckFile]:
        return self._store.files(deck_id)

    def _add(self, title: str, case: str, plan: DeckPlan, copy_of: str = "") -> SavedDeck:
        leader = self._leader()
        deck = SavedDeck(ordered_id(), leader.id, leader.shown_name, title, case, plan, "")
        refuse_graded(*plain_texts(to_plain(plan) | {"words": []}))
        files = self._store.files(copy_of) if copy_of else []
        return self._put(deck, "deck.made", {"case": case, "copy_of": copy_of, "plan": to_plain(plan)}, files)

    def _put(self, deck: SavedDeck, kind: str, payload: dict[str, Any], files: Sequence[DeckFile] = ()) -> SavedDeck:
        """``files``: what a copy shares with its original; they lie where they are."""
        self._refuse_unsaved()
        saved = replace(deck, saved_at=self._now())
        with self._journal.record(kind, deck.id, payload | {"by": self._leader().shown_name}) as (seq, _):
            self._store.put(saved)
            for file in files:
                self._store.add_file(deck.id, file, saved.saved_at)
        self._bus.publish(DeckChanged(seq, deck.id))
        return saved

    def _in_use(self, deck_id: str) -> SavedDeck:
        deck = self.get(deck_id)
        if deck.retired:
            raise UserError("这份课件已停用，不能再改。请先在“我的课件”里恢复，或复制一份来改。")
        return deck

    def _refuse_unsaved(self) -> None:
        if not self._saves:
            raise UserError(NOT_SAVED)

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="milliseconds")


def _title(text: str) -> str:
    return " ".join(text.split())[:LONGEST_TITLE]
