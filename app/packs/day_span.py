"""Dates as authors write them: a year, a month or a day, seen as the days from the first to the last."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class DaySpan:
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "DaySpan | None":
        """Of "2025", "2025-04" or "2025-04-14"; None where there is no such date."""
        found = WRITTEN.fullmatch(text)
        if not found or not int(found[1]):
            return None
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        try:
            if found[3]:
                return cls(date(year, month, day), date(year, month, day))
            if found[2]:
                return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        except ValueError:
            return None
        return cls(date(year, 1, 1), date(year, 12, 31))
