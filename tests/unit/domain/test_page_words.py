"""What a page said and says now, line by line."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.case_deck import pages_of_case
from app.domain.page_words import REVEALED, compared, page_words
from tests.unit.domain.delivered import article_of, cases

LINES = st.lists(st.sampled_from("甲乙丙丁"), max_size=12).map("\n".join)


@given(LINES, LINES)
def test_every_line_is_there_and_what_is_not_marked_is_the_same_on_both_sides(before: str, now: str) -> None:
    old, new = compared(before, now)
    assert [text for text, _ in old] == before.splitlines()
    assert [text for text, _ in new] == now.splitlines()
    assert [text for text, changed in old if not changed] == [text for text, changed in new if not changed]


@given(LINES)
def test_nothing_is_marked_where_nothing_changed(text: str) -> None:
    assert not any(changed for side in compared(text, text) for _, changed in side)


def test_the_words_of_a_page_go_without_its_numbers_and_with_its_answer() -> None:
    pages = pages_of_case(cases()[0], article_of)
    asking = next(page for page in pages if page.ballot and page.revealed)
    words = page_words(asking)
    assert asking.sheet.kicker not in words and asking.sheet.title in words
    assert words.index(REVEALED) > words.index(asking.sheet.title)
