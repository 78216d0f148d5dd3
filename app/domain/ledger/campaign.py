"""专项: the frame that issues, reports and their deadlines belong to."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.ledger.due_days import DueDays

STEPS = ("责任单位申请", "责任领导审签", "整改办核验", "党组（党委）会议审定", "报派驻组/巡察办")
MEETING_STEP = "党组（党委）会议审定"
LEAST_MEASURES = 3
LAST_DAY = 28


class CountBy(StrEnum):
    """Where at least three concrete measures are asked for."""

    UNIT = "每个责任单位不少于3条"
    ISSUE = "每个问题不少于3条"


@dataclass(frozen=True, slots=True)
class Campaign:
    """``since`` and ``until`` are days, both included. ``due_day`` is the day of the month by which reports are due
    (1…28), ``due_days`` other days by unit id. ``steps`` are the steps of 销号 in order, at least one;
    ``minutes_steps`` those at a meeting, whose minutes have a number, whatever they are called. ``earlier_dues`` held
    for months that were over when the due days were changed, the earliest first."""

    id: str
    title: str
    since: date
    until: date
    count_by: CountBy = CountBy.UNIT
    due_day: int = 25
    due_days: tuple[tuple[str, int], ...] = ()
    steps: tuple[str, ...] = STEPS
    minutes_steps: tuple[str, ...] = (MEETING_STEP,)
    retired: bool = False
    earlier_dues: tuple[DueDays, ...] = ()

    def asks_minutes(self, step: str) -> bool:
        return step in self.minutes_steps

    @property
    def met(self) -> tuple[str, ...]:
        """Its steps at a meeting; none where they were renamed before they could be marked."""
        return tuple(step for step in self.steps if self.asks_minutes(step))

    def due_day_of(self, unit_id: str, month: str = "") -> int:
        """Of a month ("2026-03"); without one as it is now."""
        now = DueDays("", self.due_day, self.due_days)
        return next((one for one in self.earlier_dues if month and month < one.before), now).of(unit_id)

    def after(self, before: "Campaign", today: date) -> "Campaign":
        """These settings, in the place of ``before``: other due days hold from this month on, or from the next one
        where one of this month's days is over already. What is over stays as it was."""
        kept = replace(self, earlier_dues=before.earlier_dues)
        old, new = ((one.due_day, *(day for _, day in one.due_days)) for one in (before, self))
        year, month = divmod(today.year * 12 + today.month - 1 + (today.day > min(*old, *new)), 12)
        first = f"{year:04}-{month + 1:02}"
        held_since = max((one.before for one in before.earlier_dues), default=f"{before.since:%Y-%m}")
        if (before.due_day, before.due_days) == (self.due_day, self.due_days) or first <= held_since:
            return kept
        return replace(kept, earlier_dues=(*kept.earlier_dues, DueDays(first, before.due_day, before.due_days)))

    def months(self) -> tuple[str, ...]:
        """The months that are reported, "2026-09" …, in order."""
        months, year, month = [], self.since.year, self.since.month
        while (year, month) <= (self.until.year, self.until.month):
            months.append(f"{year:04}-{month:02}")
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return tuple(months)
