"""Three, six and twelve months after closing, on days that a month may not have."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.look_back import due_days, months_later

days = st.dates(date(2020, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), 3, date(2026, 6, 30)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 30), 6, date(2028, 2, 29)),
        (date(2026, 11, 29), 3, date(2027, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
    ],
)
def test_a_day_that_the_month_does_not_have_is_its_last(day, months, later):
    assert months_later(day, months) == later


@given(days, st.integers(0, 36))
def test_it_is_always_in_the_month_that_was_asked_for_and_never_later_in_it(day, months):
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later.month != months_later(later, 0).replace(day=28).month or later.day >= 28)


@given(days)
def test_the_three_look_backs_come_one_after_the_other(day):
    found = due_days(day)
    assert [months for months, _ in found] == [3, 6, 12]
    assert [when for _, when in found] == sorted({when for _, when in found})


@given(days, st.integers(0, 700))
def test_a_campaign_reports_every_month_from_its_first_to_its_last(since, length):
    until = date.fromordinal(since.toordinal() + length)
    months = Campaign("c", "专项", since, until).months()
    assert months[0] == f"{since:%Y-%m}"
    assert months[-1] == f"{until:%Y-%m}"
    assert list(months) == sorted(set(months))
    assert len(months) == (until.year * 12 + until.month) - (since.year * 12 + since.month) + 1
