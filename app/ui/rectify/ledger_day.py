"""Dates as people type them: 2026-12-10, 2026.12.10, 12.10, 12月10日."""

import re
from datetime import date

SHAPES = "{}-12-10 或 12.10"
"""With the year of today."""
_PARTS = re.compile(r"^\s*(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*$")


def read_day(text: str, today: date, past: bool = False) -> date | None:
    """None where it is empty. Without a year it is the nearest such day, with ``past`` the last one up to ``today``.

    Raises ValueError for what is no date.
    """
    if not text.strip():
        return None
    found = _PARTS.match(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    if year:
        return date(int(year), int(month), int(day))
    days = [made for one in (-1, 0, 1) if (made := _day(today.year + one, int(month), int(day)))]
    if past:
        days = [one for one in days if one <= today]
    if not days:
        raise ValueError(text)
    return max(days) if past else min(days, key=lambda one: abs((one - today).days))


def short_day(day: date | None, today: date) -> str:
    """11-28 within this year, else with its year; "" for None."""
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == today.year else f"{day:%Y-%m-%d}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
