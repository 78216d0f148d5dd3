"""What a candidate answered and is not on disk, by the question's place."""

Answer = tuple[str, ...]


class UnsavedAnswers:
    """``failed`` could not be written and can be tried again, all of it together. ``refused`` is text that must not be
    stored: it stays here and on screen until it is written otherwise, and goes nowhere else."""

    def __init__(self) -> None:
        self.failed: dict[int, Answer] = {}
        self.refused: dict[int, Answer] = {}

    def __bool__(self) -> bool:
        return bool(self.failed or self.refused)

    @property
    def places(self) -> list[int]:
        return sorted({*self.failed, *self.refused})

    def at(self, place: int) -> Answer | None:
        """What was answered there last; None where that is on disk."""
        return self.failed.get(place, self.refused.get(place))

    def fail(self, place: int, answer: Answer) -> None:
        self.refused.pop(place, None)
        self.failed[place] = answer

    def refuse(self, place: int, answer: Answer) -> None:
        self.failed.pop(place, None)
        self.refused[place] = answer

    def drop(self, place: int) -> None:
        """What was answered there last is on disk."""
        self.failed.pop(place, None)
        self.refused.pop(place, None)
