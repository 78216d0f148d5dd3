"""From when a candidate of a unit's exam may see keys: when nobody can have it before them any more."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.exam_release import ExamRelease, withheld
from app.domain.unit_exam import BookRule
from tests.unit.fakes import MORNING
from tests.unit.seated import unit_exam, window

TEN_MINUTES, GRACE = timedelta(minutes=10), timedelta(minutes=5)


def test_a_self_test_holds_nothing_back():
    assert withheld("", MORNING) is None


@pytest.mark.parametrize("book", list(BookRule))
def test_keys_wait_until_the_last_to_begin_must_have_handed_in(book):
    exam = unit_exam(make_up=None, window=window(0, 2), book=book)
    assert exam.release.opening == exam.window.closing + TEN_MINUTES + GRACE


def test_they_wait_for_the_make_up_too():
    exam = unit_exam(window=window(0, 2), make_up=window(48, 2))
    assert exam.make_up is not None
    assert exam.release.opening == exam.make_up.closing + TEN_MINUTES + GRACE


@given(st.integers(-10_000, 10_000), st.booleans())
def test_they_are_held_back_before_that_moment_and_from_then_on_never(seconds, score):
    release = unit_exam(score_shown=score).release
    held = withheld(release.written, release.opening + timedelta(seconds=seconds))
    assert held == (release if seconds < 0 else None)


def test_the_sentence_says_what_and_from_when():
    when = datetime(2026, 11, 27, 11, 35).astimezone()
    assert ExamRelease(when.isoformat()).words == (
        "统考还没有全部结束。答案、解析和各题对错，2026年11月27日 11:35 以后可以在这里查看。"
    )
    assert "。成绩、答案、解析和各题对错，" in ExamRelease(when.isoformat(), score=False).words


@pytest.mark.parametrize("written", ["2026-11-27T11:35:00+08:00", "2026-11-27/score", "x/score", "a/b/c"])
def test_what_is_no_release_is_refused(written):
    with pytest.raises(ValueError):
        ExamRelease.read(written)
