"""When a question comes back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.review import Rating, ReviewCard
from app.domain.review_schedule import LONGEST, next_dates, rated

TODAY = date(2026, 3, 2)
NEW = ReviewCard("q", TODAY.isoformat(), "2026-03-03", "2026-03-03")
histories = st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 40)), max_size=12)


def after(history):
    one, today = NEW, TODAY
    for rating, gap in history:
        today += timedelta(days=gap)
        one = rated(one, rating, today)
    return one, today


@given(histories)
def test_a_better_rating_never_brings_a_question_back_sooner(history):
    one, today = after(history)
    dates = next_dates(one, today)
    assert dates[Rating.AGAIN] <= dates[Rating.HARD] <= dates[Rating.GOOD]


@given(histories)
def test_every_question_comes_back_between_tomorrow_and_half_a_year(history):
    one, today = after(history)
    for due in next_dates(one, today).values():
        assert 1 <= (due - today).days <= LONGEST


@given(histories, st.sampled_from(Rating))
def test_the_button_tells_the_date_that_the_rating_then_gives(history, rating):
    one, today = after(history)
    promised = next_dates(one, today)[rating]
    assert rated(one, rating, today).due == promised.isoformat() == rated(one, rating, today).day


def test_the_intervals_of_a_well_known_question_grow():
    one, today, gaps = NEW, TODAY, []
    for _ in range(5):
        one = rated(one, Rating.GOOD, today)
        gaps.append((date.fromisoformat(one.due) - today).days)
        today = date.fromisoformat(one.due)
    assert gaps == sorted(gaps) and gaps[0] >= 2 and gaps[-1] > 30


@pytest.mark.parametrize("rating", list(Rating))
def test_ratings_and_lapses_are_counted(rating):
    one = rated(NEW, rating, TODAY)
    assert (one.reviews, one.lapses) == (1, int(rating is Rating.AGAIN))
