"""A page that must stay one page: lines are counted before they are written, never too few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports.one_page import GOES_ON, shortened, shown_of, wrapped_lines

LISTS = st.lists(st.lists(st.integers(1, 3), max_size=60), min_size=1, max_size=6)
ROOM = 33.5


def taken(lists, shown):
    """Lines that it takes, with one more for each list of which some are not shown."""
    return sum(sum(lines[:count]) + (count < len(lines)) for lines, count in zip(lists, shown, strict=True))


@given(LISTS, st.integers(0, 80))
def test_never_more_than_the_room(lists, more):
    room = len(lists) + more
    assert taken(lists, shown_of(lists, room)) <= room


@given(LISTS, st.integers(0, 80))
def test_no_entry_is_left_out_for_which_there_is_room(lists, more):
    room = len(lists) + more
    shown = shown_of(lists, room)
    for place, lines in enumerate(lists):
        if shown[place] < len(lines):
            one_more = [count + (at == place) for at, count in enumerate(shown)]
            assert taken(lists, one_more) > room


@given(LISTS)
def test_with_room_enough_all_are_shown(lists):
    assert shown_of(lists, sum(map(sum, lists))) == [len(lines) for lines in lists]


def test_every_list_gets_its_turn():
    assert shown_of([[1] * 60, [1, 1], [], [1]], 10) == [6, 2, 0, 1]
    assert shown_of([[1] * 3, [1] * 3], 6) == [3, 3]
    assert shown_of([[1] * 60, [1] * 60], 6) == [2, 2]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("抽" * 33, 1),
        ("抽" * 34, 2),
        ("抽" * 65, 3),
        ("a" * 64, 1),
        ("W" * 34, 2),
        ("抽查\n电话", 2),
        ("抽" * 26 + "counterproductive", 2),  # the word goes down whole
        ("抽" * 32 + "（甲）", 2),  # so does what stands in brackets
    ],
)
def test_lines_of_a_text(text, lines):
    assert wrapped_lines(text, ROOM) == lines


@given(st.text(max_size=300))
def test_no_line_holds_more_than_its_room(text):
    least = sum(0.5 if character.isascii() else 1.0 for character in text if character != "\n") / ROOM
    assert wrapped_lines(text, ROOM) >= least


@given(st.text(max_size=200), st.text(max_size=20), st.integers(1, 3))
def test_what_is_too_long_gives_way_but_for_its_facts(name, facts, lines):
    made = shortened(name, f"（{facts}）", ROOM, lines)
    assert made.endswith("）") and "\n" not in made
    assert (GOES_ON in made) or len(made) <= len(name) + len(facts) + 2
    assert wrapped_lines(made, ROOM) <= lines
