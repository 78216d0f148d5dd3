"""What 首页 asks before it asks any other service, so that those need not be made at start."""

from typing import NamedTuple

from app.domain.clock import Clock, local_day
from app.storage.glance_store import GlanceStore
from app.storage.unit_glance_store import UnitGlanceStore


class ReviewDue(NamedTuple):
    """``number`` is what today has room for; more may be waiting."""

    number: int
    wrong: int
    starred: int
    spaced: int


class UnitWork(NamedTuple):
    """Of what there is at least one: meetings on or planned, campaigns, 对照自查 that are not finished."""

    meetings: bool
    campaigns: bool
    checks: bool


class HomeService:
    def __init__(self, glance: GlanceStore, unit: UnitGlanceStore, clock: Clock) -> None:
        self._glance, self._unit, self._clock = glance, unit, clock

    def wrong_questions(self) -> int:
        """How many are in the wrong-answer book."""
        return self._glance.wrong_questions()

    def review_due(self) -> ReviewDue:
        """What is to be reviewed today; see `ReviewService.day` for which questions these are."""
        today = local_day(self._clock.now())
        waiting = self._glance.review_due(today)
        if not any(waiting):
            return ReviewDue(0, 0, 0, 0)
        from app.domain.review import CAP_KEY, DAILY_CAP

        kept = self._glance.setting(CAP_KEY)
        cap = max(1, int(kept)) if kept.isdecimal() else DAILY_CAP
        return ReviewDue(min(sum(waiting), max(0, cap - self._glance.review_done(today))), *waiting)

    def exam_waiting(self) -> bool:
        """Whether an exam was begun and not handed in; ask the exams what became of it."""
        return self._glance.exam_running()

    def results_to_hand_over(self) -> list[tuple[str, str]]:
        """(title, candidate) of the unit's exams that were sat here and whose result file was never saved, newest
        first."""
        return self._glance.results_to_hand_over()

    def unit_work(self) -> UnitWork:
        """What of 讲 and 改 is worth asking for; on most computers there is nothing."""
        return UnitWork(*self._unit.open_work())
