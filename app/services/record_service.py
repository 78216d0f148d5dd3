"""What was done: the learning record and the figures of 首页."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.domain.activity import Activity, ActivityKind, DayTotal
from app.domain.clock import Clock, local_day
from app.storage.activity_store import ActivityStore
from app.storage.attempt_store import AttemptStore
from app.storage.journal import Journal

if TYPE_CHECKING:
    from app.domain.finished_exam import FinishedExam

_EXAMS = (ActivityKind.EXAM, ActivityKind.UNIT_EXAM)


class YearTotals(NamedTuple):
    """``minutes`` is by the items' stated length (参考学时)."""

    minutes: int
    cases: int
    exams: int
    answered: int
    correct: int
    unit_exams: int


class RecordService:
    def __init__(
        self,
        activities: ActivityStore,
        attempts: AttemptStore,
        journal: Journal,
        clock: Clock,
        exams: Callable[[Collection[str]], list[FinishedExam]],
    ) -> None:
        """``exams`` gives those of these ids as they stand now; not asked where no exam was done."""
        self._activities, self._attempts, self._journal, self._clock = activities, attempts, journal, clock
        self._exams = exams

    def today(self) -> str:
        return local_day(self._clock.now())

    def hour(self) -> int:
        """The local hour, 0–23: how to greet."""
        return self._clock.now().astimezone().hour

    def activities(self, since: str = "") -> list[Activity]:
        """Newest first. How an exam went is said by its marks as they are now, whatever was written down then."""
        done = self._activities.since(since)
        sat = {entry.object_id for entry in done if entry.kind in _EXAMS}
        now = {exam.id: self._told(exam) for exam in self._exams(sat)} if sat else {}
        return [entry._replace(detail=now[entry.object_id]) if entry.object_id in now else entry for entry in done]

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
            sum(entry.kind is ActivityKind.UNIT_EXAM for entry in done),
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

    def _told(self, exam: FinishedExam) -> str:
        from app.domain.exam_release import withheld
        from app.domain.finished_exam import HANDED_IN

        held = withheld(exam.release, self._clock.now())
        return HANDED_IN if held is not None and not held.score else exam.words
