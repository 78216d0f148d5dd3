"""A deck that a leader keeps."""

from dataclasses import dataclass

from app.domain.deck_plan import DeckPlan


@dataclass(frozen=True, slots=True)
class SavedDeck:
    """``owner`` is the id of the leader's profile and ``owner_name`` the name then; ``case`` the case that it is made
    from, "" where it began empty. Times are ISO 8601 in UTC; ``retired_at`` and ``reason`` are "" while it is in use.
    """

    id: str
    owner: str
    owner_name: str
    title: str
    case: str
    plan: DeckPlan
    saved_at: str
    retired_at: str = ""
    reason: str = ""

    @property
    def retired(self) -> bool:
        return bool(self.retired_at)
