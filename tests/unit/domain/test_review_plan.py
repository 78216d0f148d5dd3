"""Today's list and the spreading of the rest, as rules."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.review import ReviewCard
from app.domain.review_plan import PATIENCE, by_urgency, forecast, plan, spread

TODAY = date(2026, 3, 2)


def day(offset):
    return (TODAY + timedelta(days=offset)).isoformat()


def card(number, due=0, stability=1.0, last=-1):
    return ReviewCard(f"q{number:03}", day(last), day(due), day(due), stability, 5.0, day(last), 1)


waiting_cards = st.lists(st.tuples(st.integers(-60, 0), st.floats(0.1, 100), st.integers(-90, -1)), max_size=120).map(
    lambda rows: [card(number, min(due, 0), s, min(last, due)) for number, (due, s, last) in enumerate(rows)]
)
later = st.dictionaries(st.integers(1, 20).map(lambda ahead: TODAY + timedelta(days=ahead)), st.integers(0, 60))


@given(waiting_cards, later, st.integers(0, 40), st.integers(1, 40))
def test_today_never_takes_more_than_the_cap_and_no_card_is_lost(cards, loads, done, cap):
    planned = plan(cards, loads, done, cap, TODAY)
    today = [one.question_id for one in planned.today]
    assert len(today) <= max(0, cap - done)
    assert sorted([*today, *planned.moved]) == sorted(one.question_id for one in cards)
    assert len(today) == min(len(cards), max(0, cap - done)), "room is never left empty"


@given(waiting_cards, later, st.integers(0, 40), st.integers(1, 40))
def test_what_is_moved_on_lifts_no_later_day_above_the_cap(cards, loads, done, cap):
    moved = list(plan(cards, loads, done, cap, TODAY).moved.values())
    for one in set(moved):
        assert one > TODAY
        assert loads.get(one, 0) + moved.count(one) <= cap


@given(st.integers(1, 300), later, st.integers(1, 40))
def test_the_rest_is_spread_evenly_over_the_fewest_days(number, loads, cap):
    names = [f"q{at:03}" for at in range(number)]
    found = spread(names, loads, cap, TODAY)
    last = max(found.values())
    days = [TODAY + timedelta(days=ahead) for ahead in range(1, (last - TODAY).days + 1)]
    room_before = sum(max(0, cap - loads.get(one, 0)) for one in days[:-1])
    assert room_before < number, "one day fewer would not do"
    after = {one: loads.get(one, 0) + list(found.values()).count(one) for one in days}
    filled = [after[one] for one in days if one in found.values()]
    level = max(filled)
    assert all(count == level for count in filled[:-1]), "all but the last to one level"
    assert all(after[one] >= level - 1 or one >= last for one in days), "no emptier day was passed over"


@given(waiting_cards)
def test_who_waits_too_long_goes_first_and_longest_first(cards):
    ordered = by_urgency(cards, TODAY)
    waits = [(TODAY - date.fromisoformat(one.due)).days for one in ordered]
    patient = [wait for wait in waits if wait >= PATIENCE]
    assert waits[: len(patient)] == sorted(patient, reverse=True)


def test_among_the_others_the_least_retrievable_goes_first():
    weak, strong, fresh = card(1, stability=2.0, last=-4), card(2, stability=30.0, last=-30), card(3, 0, 0.0, -1)
    assert by_urgency([strong, weak, fresh], TODAY) == [fresh, weak, strong]


def test_an_overload_of_seventy_is_thirty_today_and_twice_twenty():
    planned = plan([card(number) for number in range(70)], {}, 0, 30, TODAY)
    days = [one.isoformat() for one in planned.moved.values()]
    assert (len(planned.today), days.count(day(1)), days.count(day(2))) == (30, 20, 20)


def test_the_order_does_not_depend_on_how_the_cards_came():
    cards = [card(number, due=-number % 5, stability=1 + number % 3) for number in range(20)]
    assert by_urgency(cards, TODAY) == by_urgency(cards[::-1], TODAY)


@given(later, st.integers(1, 40))
def test_a_forecast_asks_no_more_than_the_cap_and_loses_nothing(loads, cap):
    coming = forecast(loads, cap)
    assert all(count <= cap for count in coming.values())
    assert sum(coming.values()) == sum(loads.values())
    assert list(coming) == sorted(coming)
