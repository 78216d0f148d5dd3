"""The clock of the tour goes on, and never back."""

from datetime import timedelta

from app.ui.tour.tour_clock import AT_WORK, TourClock


def test_it_goes_to_the_morning_of_a_day() -> None:
    clock = TourClock()
    day = clock.now().astimezone().date() + timedelta(days=400)
    clock.go_to(day)
    now = clock.now().astimezone()
    assert now.date() == day
    assert now.time() >= AT_WORK


def test_it_is_never_set_back() -> None:
    clock = TourClock()
    clock.go_on(30)
    before = clock.now()
    clock.go_to(before.astimezone().date() - timedelta(days=3))
    assert clock.now() >= before
