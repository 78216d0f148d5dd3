import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chinese_numbers import to_chinese, to_number


@given(st.integers(0, 9999))
def test_a_number_written_in_chinese_reads_back(number: int) -> None:
    assert to_number(to_chinese(number)) == number


@given(st.text("零〇一二三四五六七八九十百千两万x", max_size=12))
def test_any_characters_give_a_number_or_none(numeral: str) -> None:
    number = to_number(numeral)
    assert number is None or 0 <= number < 10**8


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "零"), (10, "十"), (19, "十九"), (20, "二十"), (105, "一百零五"), (110, "一百一十"), (124, "一百二十四"),
     (1005, "一千零五"), (1050, "一千零五十"), (9999, "九千九百九十九")],
)  # fmt: skip
def test_numbers_are_written_as_laws_write_them(number: int, words: str) -> None:
    assert to_chinese(number) == words


@pytest.mark.parametrize(("numeral", "number"), [("二〇二六", 2026), ("两百", 200), ("一十五", 15), ("百", 100)])
def test_other_ways_of_writing_are_understood(numeral: str, number: int) -> None:
    assert to_number(numeral) == number


@pytest.mark.parametrize("numeral", ["", "一百五", "十百", "五百二千", "十万", "一二十", "第五", "五" * 5000])
def test_what_is_no_number_is_none(numeral: str) -> None:
    assert to_number(numeral) is None


@pytest.mark.parametrize("number", [-1, 10_000])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        to_chinese(number)
