"""The exam without books that is under way at this PC, in whosever records: rules and keys are shut until it is handed
in."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from app.domain.clock import Clock
from app.domain.exam import Exam
from app.domain.exam_release import withheld
from app.domain.unit_exam import BookRule
from app.services.exam_service import ExamService
from app.services.home_service import HomeService
from app.services.profile_service import ProfileService
from app.storage.exam_peek import unit_exams_under_way


class ExamElsewhere(NamedTuple):
    """A unit's exam in the records of another person of this PC; ``owner`` is that person's name."""

    title: str
    candidate: str
    owner: str


class ClosedBook:
    def __init__(
        self, exams: Callable[[], ExamService], home: HomeService, profiles: ProfileService, clock: Clock
    ) -> None:
        """``exams`` is asked only where an exam was begun and not handed in."""
        self._exams, self._home, self._profiles, self._clock = exams, home, profiles, clock

    def here(self) -> Exam | None:
        """In the current person's records. Raises UserError where it would have to be handed in and cannot be saved."""
        return self._exams().closed_book() if self._home.exam_waiting() else None

    def elsewhere(self) -> ExamElsewhere | None:
        """In those of another person; only until its keys may be seen anyway: nobody may ever come back to it."""
        now = self._clock.now()
        return next((exam for exam, release in self._others if withheld(release, now) is not None), None)

    @cached_property
    def _others(self) -> list[tuple[ExamElsewhere, str]]:
        """Each with what says until when its keys are held back. Read once: only who is current changes records."""
        others = [one for one in self._profiles.all() if one.id != self._profiles.current.id]
        return [
            (ExamElsewhere(title, candidate, learner.shown_name), release)
            for learner in others
            for title, candidate, release, book in unit_exams_under_way(self._profiles.database_path(learner))
            if book == BookRule.CLOSED
        ]

    def shut(self) -> bool:
        """Whether there is one. Raises UserError as `here` does."""
        return self.here() is not None or self.elsewhere() is not None
