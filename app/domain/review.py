"""Questions that come back: what is kept of each, and what a person says of it once the answer is shown."""

from dataclasses import dataclass
from enum import StrEnum

DAILY_CAP = 30
CAP_KEY = "review_cap"
"""The key under which a person's own cap is kept."""
CAPS = (10, 20, 30, 50, 80)


class Rating(StrEnum):
    AGAIN = "未掌握"
    HARD = "基本掌握"
    GOOD = "已掌握"


class Origin(StrEnum):
    """Why a question is on today's list: the first that holds."""

    WRONG = "错题"
    STARRED = "收藏"
    SPACED = "间隔"


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """Days are local ISO dates. ``due`` is when it ought to come back, ``day`` on which day's list it stands: later
    than ``due`` where that list was full. ``stability`` (days) is 0 and ``last_day`` "" until it is rated."""

    question_id: str
    added_day: str
    due: str
    day: str
    stability: float = 0.0
    difficulty: float = 0.0
    last_day: str = ""
    reviews: int = 0
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class PastRating:
    """``before`` is the card as it was, ``due`` what the rating made of it."""

    seq: int
    question_id: str
    rating: Rating
    before: ReviewCard
    due: str
