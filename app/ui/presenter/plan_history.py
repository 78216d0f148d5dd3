"""What a deck's plan was before each change, so that every change can be taken back while the deck is open."""

from app.domain.deck_plan import DeckPlan

MOST = 200


class PlanHistory:
    """Changes with the same ``about`` in a row (typing in one field) are taken back together."""

    def __init__(self) -> None:
        self._before: list[DeckPlan] = []
        self._after: list[DeckPlan] = []
        self._about = ""

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    def changed(self, before: DeckPlan, about: str = "") -> None:
        """``before`` is the plan that has just been replaced."""
        if not about or about != self._about or not self._before:
            self._before = [*self._before[-MOST + 1 :], before]
        self._after, self._about = [], about

    def undo(self, now: DeckPlan) -> DeckPlan:
        """The plan to go back to."""
        self._about = ""
        self._after.append(now)
        return self._before.pop()

    def redo(self, now: DeckPlan) -> DeckPlan:
        self._about = ""
        self._before.append(now)
        return self._after.pop()
