"""What was done: the learning record and the figures of 首页."""

from datetime import timedelta
from typing import NamedTuple

from app.domain.activity import Activity, ActivityKind, DayTotal
from app.domain.clock import Clock, local_day
from app.storage.activity_store import ActivityStore
from app.storage.attempt_store import AttemptStore
from app.storage.journal import Journal


class YearTotals(NamedTuple):
    """``minutes`` is by the items' stated length (参考学时)."""

    minutes: int
    cases: int
    exams: int
    answered: int
    correct: int


class RecordService:
    def __init__(self, activities: ActivityStore, attempts: AttemptStore, journal: Journal, clock: Clock) -> None:
        self._activities, self._attempts, self._journal, self._clock = activities, attempts, journal, clock

    def today(self) -> str:
        return local_day(self._clock.now())

    def hour(self) -> int:
        """The local hour, 0–23: how to greet."""
        return self._clock.now().astimezone().hour

    def activities(self, since: str = "") -> list[Activity]:
        """Newest first."""
        return self._activities.since(since)

    def year(self) -> YearTotals:
        first = f"{self.today()[:4]}-01-01"
        done = self._activities.since(first, limit=10_000)
        daily = self._attempts.daily(first)
        return YearTotals(
            sum(entry.minutes for entry in done),
            len({entry.object_id for entry in done if entry.kind is ActivityKind.CASE}),
            sum(entry.kind is ActivityKind.EXAM for entry in done),
            sum(day.answered for day in daily),
            sum(day.correct for day in daily),
        )

    def daily(self, days: int) -> list[DayTotal]:
        """Answers by topic of the last days, today included."""
        since = self._clock.now().astimezone().date() - timedelta(days=days - 1)
        return self._attempts.daily(since.isoformat())

    def minutes_by_day(self, days: int) -> dict[str, int]:
        """ISO day → minutes of completed items, for every one of the last days."""
        today = self._clock.now().astimezone().date()
        names = [(today - timedelta(days=back)).isoformat() for back in range(days - 1, -1, -1)]
        sums = dict.fromkeys(names, 0)
        for entry in self._activities.since(names[0], limit=10_000):
            sums[entry.day] = sums.get(entry.day, 0) + entry.minutes
        return sums

    def untouched(self) -> bool:
        """Whether the chain of the log still verifies."""
        return not self._journal.broken()
