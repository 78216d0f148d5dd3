"""The machine's clock, which the tour may set some days on: questions come back the day after."""

from datetime import date, datetime, time, timedelta

from app.services.system_clock import SystemClock

AT_WORK = time(9, 30)


class TourClock(SystemClock):
    def __init__(self) -> None:
        super().__init__()
        self._ahead = timedelta()

    @property
    def days_ahead(self) -> int:
        return self._ahead.days

    def now(self) -> datetime:
        return super().now() + self._ahead

    def go_on(self, days: int) -> None:
        """From now on it is so many days later."""
        self._ahead += timedelta(days=days)

    def go_to(self, day: date) -> None:
        """The morning of that day, where it is still to come; a clock is never set back."""
        ahead = datetime.combine(day, AT_WORK).astimezone() - self.now()
        self._ahead += max(ahead, timedelta())
