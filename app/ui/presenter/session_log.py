"""What a session leaves on disk while it goes on, as the controller sees it."""

import random
from collections.abc import Sequence
from typing import Protocol

from app.domain.attendance import Attendee, Presence, marked
from app.domain.countdown import Countdown
from app.domain.errors import UserError
from app.domain.pace import Pace
from app.domain.presentation import Presentation
from app.domain.random_pick import RandomPick
from app.domain.team_quiz import TeamQuiz


class SessionLog(Protocol):
    """Every call returns once it is on disk, and raises UserError where it cannot be."""

    @property
    def people(self) -> tuple[Attendee, ...]: ...

    @property
    def quiz(self) -> TeamQuiz: ...

    @property
    def began_with(self) -> tuple[Presentation, Pace, Countdown | None]:
        """Where to begin, or to go on after a crash; the pace has its page."""

    @property
    def kept(self) -> bool:
        """Whether this is a meeting; else a rehearsal."""

    def show(self, presentation: Presentation) -> None:
        """The leader has changed what is projected."""

    def set_timer(self, seconds: int | None) -> None: ...

    def beat(self) -> None:
        """Every few seconds: the time spent so far."""

    def pause(self, paused: bool) -> None: ...

    def mark(self, number: int, presence: Presence) -> None:
        """到 becomes 迟到 with the time once the session is on; 未到 takes a mark back."""

    def allow_pick(self, on: bool) -> None: ...

    def pick(self) -> Attendee: ...

    def form_teams(self, names: Sequence[str]) -> None: ...

    def score(self, page_id: str, team: int, points: int) -> None: ...


class RehearsalLog:
    """Nothing is kept. The list of names may be tried out all the same."""

    kept = False

    def __init__(
        self, presentation: Presentation, pace: Pace, people: tuple[Attendee, ...] = (), seed: int | None = None
    ) -> None:
        self.people, self.quiz = people, TeamQuiz()
        self.began_with: tuple[Presentation, Pace, Countdown | None] = (presentation, pace, None)
        self._chance = random.Random(seed)
        self._pick = RandomPick(on=True)

    def show(self, presentation: Presentation) -> None:
        return None

    def set_timer(self, seconds: int | None) -> None:
        return None

    def beat(self) -> None:
        return None

    def pause(self, paused: bool) -> None:
        return None

    def mark(self, number: int, presence: Presence) -> None:
        self.people = marked(self.people, number, presence)

    def allow_pick(self, on: bool) -> None:
        return None

    def pick(self) -> Attendee:
        try:
            self._pick = self._pick.drawn(self.people, self._chance)
        except ValueError as error:
            raise UserError("没有可以抽点的人：还没有人签到，或都不参加抽点。请先签到。") from error
        return next(one for one in self.people if one.number == self._pick.now)

    def form_teams(self, names: Sequence[str]) -> None:
        try:
            self.quiz = TeamQuiz.of(tuple(names)) if names else TeamQuiz()
        except ValueError as error:
            raise UserError("分组竞答要 2 到 6 组，组名不能相同。") from error

    def score(self, page_id: str, team: int, points: int) -> None:
        self.quiz = self.quiz.scored(page_id, team, points)
