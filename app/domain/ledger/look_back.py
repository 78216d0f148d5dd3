"""回头看 of an issue: by fact, at three, six and twelve months."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

AFTER_MONTHS = (3, 6, 12)
EXTRA = 0
"""The months of a look back that none of them asked for."""


class Relapse(StrEnum):
    NONE = "未反弹"
    SIGNS = "有反弹苗头"
    RELAPSED = "已反弹"


@dataclass(frozen=True, slots=True)
class LookBack:
    """``done`` is how the measures are carried out, ``public`` what people say, as facts; ``months`` after closing,
    EXTRA for one beside those.

    ``reopened``: the issue was opened again because of it. A void one stays, with why, and counts nowhere."""

    months: int
    on: date
    by: str
    done: str
    relapse: Relapse
    public: str
    reopened: bool = False
    void_reason: str = ""

    @property
    def name(self) -> str:
        return "另行回头看" if self.months == EXTRA else f"第 {self.months} 个月"


def due_days(closed_on: date) -> tuple[tuple[int, date], ...]:
    """The day of each look-back; the last day of a shorter month where the day does not exist."""
    return tuple((months, months_later(closed_on, months)) for months in AFTER_MONTHS)


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
