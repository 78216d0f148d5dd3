"""Ids stand in for the order in which things were made, where the clock cannot tell."""

from app.services.ordered_id import ordered_id


def test_later_ones_sort_later_and_none_comes_twice():
    made = [ordered_id() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_an_id_is_32_hexadecimal_digits():
    assert len(ordered_id()) == 32
    int(ordered_id(), 16)


def test_a_clock_that_is_set_back_does_not_change_the_order(monkeypatch):
    before = ordered_id()
    monkeypatch.setattr("app.services.ordered_id.time.time_ns", lambda: 1)
    assert before < ordered_id()
