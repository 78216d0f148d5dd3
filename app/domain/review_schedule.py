"""When a question comes back: FSRS (py-fsrs) on whole days, without chance.

Whole days, because a card due on Tuesday must count a day since Monday evening whatever the hour; and no learning steps
of minutes, because people come for a few minutes a day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING

from app.domain.review import Rating, ReviewCard

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

LONGEST = 180
"""Days: nobody remembers for longer than half a year what was wrong once, and so every card comes back."""
RETENTION = 0.9


def rated(card: ReviewCard, rating: Rating, today: date) -> ReviewCard:
    """The card after it was rated ``today``; it comes back tomorrow at the earliest."""
    from fsrs import Rating as Grade

    grade = {Rating.AGAIN: Grade.Again, Rating.HARD: Grade.Hard, Rating.GOOD: Grade.Good}[rating]
    after, _ = _scheduler().review_card(_fsrs_card(card), grade, _moment(today))
    assert after.stability is not None and after.difficulty is not None
    due = after.due.date().isoformat()
    return replace(
        card,
        due=due,
        day=due,
        stability=after.stability,
        difficulty=after.difficulty,
        last_day=today.isoformat(),
        reviews=card.reviews + 1,
        lapses=card.lapses + (rating is Rating.AGAIN),
    )


def next_dates(card: ReviewCard, today: date) -> dict[Rating, date]:
    """When it would come back under each rating."""
    return {rating: date.fromisoformat(rated(card, rating, today).due) for rating in Rating}


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler  # not at start: only where a card is scheduled

    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )


def _fsrs_card(card: ReviewCard) -> Card:
    from fsrs import Card, State

    due = _moment(date.fromisoformat(card.due))
    if not card.last_day:
        return Card(card_id=1, due=due)
    return Card(
        card_id=1,
        state=State.Review,
        stability=card.stability,
        difficulty=card.difficulty,
        due=due,
        last_review=_moment(date.fromisoformat(card.last_day)),
    )


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
