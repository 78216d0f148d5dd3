"""A round of practice that is left: what of it is kept, and what of it goes to the learning record."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.marking import Verdict
from app.domain.practice_round import Booking, KeptItem, KeptRound, credit
from app.domain.question import QuestionKind
from app.services.practice_rounds import KEY
from tests.unit.house import question

RIGHT, WRONG = Verdict.RIGHT, Verdict.WRONG
SHORT = question(17, QuestionKind.SHORT)


@pytest.fixture
def rounds(services):
    return services.practice.rounds


def kept(*verdicts, **changes):
    items = tuple(
        KeptItem(question(place), tuple("DCBA"), ("A",), "sure", True, (), verdict, "", False)
        if verdict
        else KeptItem(question(place), tuple("DCBA"))
        for place, verdict in enumerate(verdicts, 1)
    )
    return KeptRound("round", "随机练习", items, **changes)


def entries(services):
    return [(one.title, one.detail, one.minutes) for one in services.records.activities()]


def test_a_round_in_the_middle_is_there_after_a_restart(house, services, rounds):
    left = kept(RIGHT, WRONG, None, None, place=2)
    rounds.keep(left)
    services.close()
    again = house.open()
    assert again.practice.rounds.kept() == left
    again.practice.rounds.forget("another")
    assert again.practice.rounds.kept() == left
    again.practice.rounds.forget("round")
    assert again.practice.rounds.kept() is None
    again.close()


def test_a_round_that_was_not_begun_does_not_push_out_another_and_one_that_is_done_is_gone(rounds):
    rounds.keep(kept(RIGHT, None))
    rounds.keep(replace(kept(None, None), id="other"))
    assert rounds.kept().id == "round"
    rounds.keep(replace(kept(WRONG), id="search"))
    assert rounds.kept().id == "round"
    rounds.keep(kept(RIGHT, WRONG))
    assert rounds.kept() is None


def test_text_that_must_not_be_stored_is_not_kept(rounds, services):
    asked = (KeptItem(SHORT, (), ("密级：秘密",)), KeptItem(SHORT, (), ("先核对",)))
    rounds.keep(KeptRound("round", "练习", asked))
    assert [item.answer for item in rounds.kept().items] == [(), ("先核对",)]


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", '{"id": "a"}', '{"id":"a","title":"b","items":[],"place":0}', "7"]
)
def test_what_cannot_be_read_is_no_round(rounds, services, text):
    services.exams._journal.note(lambda: rounds._settings.put(KEY, text))
    assert rounds.kept() is None


def test_a_place_outside_is_no_round(rounds):
    rounds.keep(kept(RIGHT, None, place=2))
    assert rounds.kept() is None


def test_one_sitting_is_one_entry_that_grows(rounds, services):
    booked = rounds.book("随机练习", 0, 0, Booking())
    assert booked == Booking() and entries(services) == []
    booked = rounds.book("随机练习", 4, 3, booked)
    assert entries(services) == [("随机练习", "4 题，答对 3 题", 2)]
    assert rounds.book("随机练习", 4, 3, booked) == booked
    booked = rounds.book("随机练习", 10, 8, booked)
    assert entries(services) == [("随机练习", "10 题，答对 8 题", 5)]
    assert services.records.untouched()


def test_a_sitting_that_goes_on_books_what_it_adds(rounds, services):
    rounds.book("随机练习", 4, 3, Booking())
    booked = rounds.book("随机练习", 4, 3, Booking.after(4, 3))
    assert len(entries(services)) == 1
    booked = rounds.book("随机练习", 9, 8, booked)
    rounds.book("随机练习", 10, 8, booked)
    assert entries(services)[0] == ("随机练习", "6 题，答对 5 题", 3)
    assert sum(minutes for _, _, minutes in entries(services)) == credit(10)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=8))
def test_however_often_a_round_is_left_it_earns_what_it_would_at_once(places):
    marks = sorted(places)
    earned = [credit(after) - credit(before) for before, after in zip([0, *marks], marks, strict=False)]
    assert sum(earned) == credit(marks[-1]) and min(earned) >= 0


def test_what_a_killed_program_did_not_book_is_booked_once(rounds, services):
    rounds.keep(kept(RIGHT, RIGHT, WRONG, None, booked=1, booked_right=1))
    rounds.settle()
    rounds.settle()
    assert entries(services) == [("随机练习", "2 题，答对 1 题", 0)]
    assert (rounds.kept().booked, rounds.kept().booked_right) == (3, 2)


def test_the_body_of_the_question_is_kept_with_it(rounds):
    rounds.keep(kept(RIGHT, None))
    plain = json.loads(rounds._settings.get(KEY))
    assert plain["items"][1]["question"]["stem"] == question(2).stem
