"""By which day of the month reports were due, before somebody changed that."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DueDays:
    """``before`` is the first month ("2026-03") for which it no longer held; ``day`` and ``days`` as `Campaign.due_day`
    and `Campaign.due_days`."""

    before: str
    day: int
    days: tuple[tuple[str, int], ...] = ()

    def of(self, unit_id: str) -> int:
        return dict(self.days).get(unit_id, self.day)
