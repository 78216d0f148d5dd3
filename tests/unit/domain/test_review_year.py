"""A year of review as a person lives it: holidays, and one answer in five wrong."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.review import Rating, ReviewCard
from app.domain.review_plan import PATIENCE, plan
from app.domain.review_schedule import LONGEST, rated

FIRST = date(2026, 1, 1)
CARDS, CAP, DAYS = 800, 30, 365
HOLIDAYS = [(date(2026, 2, 15), 9), (date(2026, 5, 1), 5), (date(2026, 7, 20), 21), (date(2026, 10, 1), 8)]


def off(today):
    """Weekends and holidays."""
    return today.weekday() >= 5 or any(0 <= (today - start).days < length for start, length in HOLIDAYS)


class Year:
    """All cards come in on the first day, the worst that can be; ``entering`` a day otherwise."""

    def __init__(self, cap, entering=CARDS):
        self.cap, self.chance = cap, random.Random(5)
        self.cards, self.asked, self.shown = {}, Counter(), {}
        self.waits, self.debts = [], []
        for number in range(DAYS):
            today = FIRST + timedelta(days=number)
            self.enter(today, entering)
            if not off(today):
                self.work(today)

    def enter(self, today, number):
        for _ in range(min(number, CARDS - len(self.cards))):
            name, due = f"q{len(self.cards):03}", (today + timedelta(days=1)).isoformat()
            self.cards[name] = ReviewCard(name, today.isoformat(), due, due)

    def work(self, today):
        iso = today.isoformat()
        waiting = [card for card in self.cards.values() if card.day <= iso]
        loads = Counter(date.fromisoformat(card.day) for card in self.cards.values() if card.day > iso)
        planned = plan(waiting, loads, 0, self.cap, today)
        for name, day in planned.moved.items():
            self.cards[name] = replace(self.cards[name], day=day.isoformat())
        assert sum(card.day <= iso for card in self.cards.values()) == len(planned.today)
        for card in planned.today:
            self.asked[today] += 1
            self.waits.append((today - date.fromisoformat(card.due)).days)
            self.shown.setdefault(card.question_id, []).append(today)
            rating = Rating.GOOD if self.chance.random() < 0.8 else Rating.AGAIN
            self.cards[card.question_id] = rated(card, rating, today)
        self.debts.append(sum(card.due <= iso for card in self.cards.values()))


@pytest.fixture(scope="module")
def year():
    return Year(CAP)


def test_no_day_asks_more_than_the_cap(year):
    assert max(year.asked.values()) <= CAP


def test_nothing_is_asked_on_days_off_and_work_goes_on_after_them(year):
    assert not any(off(day) for day in year.asked)
    for start, length in HOLIDAYS:
        back = start + timedelta(days=length)
        assert sum(year.asked[back + timedelta(days=ahead)] for ahead in range(4)) > 0


def test_every_card_is_seen_again_in_bounded_time(year):
    moved_on = CARDS / CAP + 1  # the farthest list that a day can move a card to
    before_it = 7 / 5 * (CARDS / CAP + 1)  # once it has waited long: those that have waited longer, on working days
    longest = moved_on + PATIENCE + before_it + max(length for _, length in HOLIDAYS)
    assert max(year.waits) <= longest
    assert set(year.shown) == set(year.cards)
    last = FIRST + timedelta(days=DAYS - 1)
    for name, days in year.shown.items():
        gaps = [(later - earlier).days for earlier, later in zip(days, [*days[1:], last], strict=True)]
        assert max(gaps) <= LONGEST + longest, name


def test_the_debt_of_the_first_day_and_of_the_holidays_is_worked_off():
    """With a cap that the load fits, what is due and not done goes down to nothing and stays small."""
    year = Year(60, entering=4)
    assert year.debts[-1] == 0
    assert max(year.debts[-40:]) <= 60


def test_the_same_year_twice_is_the_same(year):
    assert Year(CAP).asked == year.asked
