"""卷号 as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.paper_number import read_paper_number


@given(
    st.integers(1, 999_999),
    st.sampled_from(["A-{:06}", "B-{:06}", "{:06}", "{}", "卷号 {:06}", " a-{} ", "A—{:06}"]),
)
def test_a_number_is_read_however_it_stands_on_the_paper(seed: int, written: str) -> None:
    text = written.format(seed)
    wide = text.translate({ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"})
    assert read_paper_number(text) == read_paper_number(wide) == seed


@pytest.mark.parametrize("written", ["", "  ", "\u3000"])
def test_nothing_written_means_a_new_paper(written: str) -> None:
    assert read_paper_number(written) is None


@pytest.mark.parametrize("written", ["0", "A-000000", "1000000", "C-12", "十二", "12-3", "-5", "1.5", "A-", "AB-12"])
def test_what_is_no_number_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(UserError, match=f"“{written}”不是卷号。.*A-012345.*留空"):
        read_paper_number(written)


@given(st.text())
def test_whatever_is_typed_is_a_number_or_refused(written: str) -> None:
    try:
        number = read_paper_number(written)
    except UserError:
        return
    assert number is None or 1 <= number <= 999_999
