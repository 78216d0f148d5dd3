"""One version of a meeting's minutes as it was put on record."""

from dataclasses import dataclass

from app.domain.minutes import Minutes


@dataclass(frozen=True, slots=True)
class MinutesVersion:
    """``made_at`` is ISO 8601 in UTC; ``reason`` says why it was corrected, "" for version 1."""

    minutes: Minutes
    made_at: str
    made_by: str
    reason: str = ""
