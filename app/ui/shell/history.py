"""Where one has been, for going back."""

LEFT_FOR_GOOD = ("exam",)
"""It may be another person who sits there by then."""


class Visit:
    """One page on the way; ``state`` is what the page said of itself when it was left."""

    def __init__(self, key: str, argument: object = None, state: object = None) -> None:
        self.key, self.argument, self.state = key, argument, state


class History:
    LIMIT = 50

    def __init__(self) -> None:
        self._visits: list[Visit] = []

    @property
    def current(self) -> Visit | None:
        return self._visits[-1] if self._visits else None

    @property
    def can_go_back(self) -> bool:
        return len(self._visits) > 1

    def visit(self, key: str, argument: object) -> Visit:
        """Going where one already is replaces the visit; so does leaving a page that is `LEFT_FOR_GOOD`."""
        if self.current and self.current.key in (key, *LEFT_FOR_GOOD):
            self._visits.pop()
        self._visits.append(Visit(key, argument))
        del self._visits[: -self.LIMIT]
        return self._visits[-1]

    def back(self) -> Visit | None:
        """The visit before this one, which becomes current; None at the beginning."""
        if not self.can_go_back:
            return None
        self._visits.pop()
        return self._visits[-1]

    def forget(self, key: str) -> None:
        """Leave out a page that must not be gone back to (a finished exam)."""
        self._visits = [visit for visit in self._visits if visit.key != key]
