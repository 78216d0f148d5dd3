"""What an update of the content means for a deck that a leader has prepared."""

from dataclasses import dataclass

from app.domain.page_edit import Notes


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page whose content is another now: what it ``said`` (`page_words`, "" where not known) and what it ``says``.

    ``own`` are the leader's notes, which stay, and None where they were not edited; ``old`` and ``new`` are the notes
    of the content then and now, to be shown side by side."""

    id: str
    name: str
    own: Notes | None = None
    old: Notes = ()
    new: Notes = ()
    said: str = ""
    says: str = ""

    @property
    def conflicting(self) -> bool:
        """Whether the leader should look: notes were edited and what they speak of has changed."""
        return self.own is not None


@dataclass(frozen=True, slots=True)
class DeckChanges:
    """``added`` and ``changed`` are pages of the deck as built now; ``gone`` are (id, name as far as known) that the
    plan still keeps: they come back when the content does."""

    changed: tuple[ChangedPage, ...] = ()
    added: tuple[tuple[str, str], ...] = ()
    gone: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.gone)
