"""Extra time for single people, as rosters and organisers write it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.exam import TIME_FACTORS
from app.domain.roster_extra_time import extended, factor_words, read_factor, with_extra_time
from app.domain.roster_person import RosterPerson

PEOPLE = (
    RosterPerson("周明", "社会救助科", "1001"),
    RosterPerson("李华", "办公室", "1002"),
    RosterPerson("王芳", "甲科", "A-7"),
    RosterPerson("王芳", "乙科", "1003"),
)


def factors(typed, people=PEOPLE):
    return {one.key: one.factor for one in with_extra_time(people, typed) if one.factor != 100}


def said(typed):
    with pytest.raises(UserError) as caught:
        with_extra_time(PEOPLE, typed)
    assert all(line.endswith("。") for line in str(caught.value).splitlines())
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("", 100),
        ("  ", 100),
        ("1", 100),
        ("1.25", 125),
        ("1.5", 150),
        ("1.50", 150),
        ("×1.5", 150),
        ("１．２５倍", 125),
    ],
)
def test_a_cell_is_read_as_people_write_it(text, factor):
    assert read_factor(text) == factor


@pytest.mark.parametrize("text", ["2", "0", "-1.5", "15", "1.3", "是", "30分钟", "1.5.1", "nan", "1e0", "1,25"])
def test_other_values_are_refused(text):
    with pytest.raises(ValueError):
        read_factor(text)


@given(st.text(max_size=12))
def test_whatever_stands_in_a_cell_is_one_of_the_factors_or_refused(text):
    with suppress(ValueError):
        assert read_factor(text) in TIME_FACTORS


@pytest.mark.parametrize(
    "typed",
    [
        "周明 1.5、李华 1.25",
        "周明1.5，李华1.25",
        "周 明：1.5；1002 x1.25倍",
        "周明×1.5\n李华＝１．２５",
        "1001 1.5, 李华 1.25,",
    ],
)
def test_names_and_numbers_are_found_however_they_are_typed(typed):
    assert factors(typed) == {"1001": 150, "1002": 125}


def test_of_two_people_with_one_name_the_number_tells_which():
    assert "2 个人叫“王芳”" in said("王芳 1.5") and "工号" in said("王芳 1.5")
    assert factors("A-7 1.5") == {"A-7": 150}


def test_what_is_typed_goes_before_the_file_and_the_rest_stays():
    people = (RosterPerson("周明", "", "1001", 150), RosterPerson("李华", "", "1002", 125))
    assert factors("周明 1.25", people) == {"1001": 125, "1002": 125}
    assert factors("周明 1", people) == {"1002": 125}
    assert extended(people) == 2 and extended(with_extra_time(people, "周明 1")) == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("赵六 1.5", "“赵六 1.5”不在名单上"),
        ("周明", "“周明”没有写倍数"),
        ("1.5", "没有写倍数"),
        ("周明 2", "倍数只能是 1.25 或 1.5"),
        ("周明 1.5、周明 1.25", "“周明”写了不止一次"),
        ("周明 1.5、1001 1.5", "“周明”写了不止一次"),
    ],
)
def test_what_will_not_do_is_said_and_what_to_do(typed, words):
    assert words in said(typed)


def test_every_entry_that_will_not_do_is_told_at_once():
    assert len(said("赵六 1.5、周明 3、李华").splitlines()) == 3


def test_of_a_whole_text_pasted_by_mistake_only_the_beginning_is_told():
    told = said("不是名单。" * 3 + "、不是名单" * 5_000).splitlines()
    assert len(told) == 9 and told[-1] == "另有 4993 处这样的问题，请一并核对。"


@given(st.text(max_size=60))
def test_whatever_is_typed_nobody_is_lost_and_nobody_gets_another_factor(typed):
    try:
        people = with_extra_time(PEOPLE, typed)
    except UserError as error:
        assert str(error).endswith("。")
    else:
        assert [one.key for one in people] == [one.key for one in PEOPLE]
        assert all(one.factor in TIME_FACTORS for one in people)


def test_it_is_said_in_words():
    assert [factor_words(factor) for factor in TIME_FACTORS] == ["规定用时", "1.25 倍用时", "1.5 倍用时"]
