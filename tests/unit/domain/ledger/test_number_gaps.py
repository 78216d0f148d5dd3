"""A list of issues tells which numbers are not in it because their issues are void."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.number_gaps import MOST, gap_words, number_words
from tests.unit.ledgers import issue


def rows(states):
    """By number; None where there is nothing left of an issue."""
    standing = [(number, state) for number, state in states.items() if state]
    return [IssueRow.of(issue(id=f"i{number}", state=state), number) for number, state in standing]


V, W = IssueState.VOID, IssueState.WORKING


@pytest.mark.parametrize(
    ("states", "shown", "words"),
    [
        ({}, (), ""),
        ({1: W, 2: W}, (1, 2), ""),
        ({1: W, 2: W}, (1,), ""),  # left out by a filter, which the count tells
        ({1: W, 2: W, 3: V, 4: W, 7: V, 5: W, 6: W}, (1, 2, 4, 5, 6), "序号 3、7 已作废（原因见台账历史），不再编号。"),
        ({1: V}, (1,), ""),  # those that are void are what is asked for
        ({1: W, 2: None, 3: W}, (1, 3), "序号 2 系误录，已清除，不再编号。"),
        ({1: V, 2: None, 3: W}, (3,), "序号 1 已作废（原因见台账历史）；序号 2 系误录，已清除，不再编号。"),
    ],
)
def test_what_is_missing_is_said(states, shown, words):
    assert gap_words(rows(states), {f"i{number}" for number in shown}) == words


def test_the_last_number_is_told_too_where_it_was_wiped():
    assert gap_words(rows({1: W, 2: W}), {"i1", "i2"}, [3, 5]) == "序号 3、5 系误录，已清除，不再编号。"
    assert gap_words(rows({1: W, 2: None, 3: W}), {"i1", "i3"}, [2]) == "序号 2 系误录，已清除，不再编号。"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], ""), ([3], "3"), ([7, 3], "3、7"), ([3, 4], "3、4"), ([3, 4, 5, 9], "3—5、9")],
)
def test_runs_are_drawn_together(numbers, words):
    assert number_words(numbers) == words


def test_of_very_many_the_first_and_how_many():
    assert number_words(range(1, 200, 2)).endswith("、23 等 100 个")
    assert number_words(range(1, 200)) == "1—199"


@given(st.sets(st.integers(1, 60)))
def test_no_number_is_lost_or_added(numbers):
    words = number_words(numbers)
    if " 等 " in words:
        assert int(words.split(" 等 ")[1].removesuffix(" 个")) == len(numbers) and words.count("、") == MOST - 1
        return
    told = set()
    for part in filter(None, words.split("、")):
        first, _, last = part.partition("—")
        told |= set(range(int(first), int(last or first) + 1))
    assert told == numbers
