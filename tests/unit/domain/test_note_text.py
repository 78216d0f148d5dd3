"""Notes as they are typed."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.note_text import KINDS, note_text, typed_notes

LINES = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=20).filter(
    lambda text: text.strip() and text[:1] not in KINDS
)


def test_the_mark_before_a_line_says_its_kind_with_either_colon():
    assert typed_notes("停：停十秒\n问: 谁来说？\n普通一行") == (("停", "停十秒"), ("问", "谁来说？"), ("", "普通一行"))


def test_a_word_that_begins_like_a_mark_is_none():
    assert typed_notes("停一停再讲\n问题在哪里") == (("", "停一停再讲"), ("", "问题在哪里"))


def test_empty_lines_and_marks_without_words_are_left_out():
    assert typed_notes("\n  \n停：\n讲") == (("", "讲"),)


@given(st.lists(st.tuples(st.sampled_from(("", *KINDS)), LINES)))
def test_what_is_shown_is_read_back_as_it_was(notes):
    assert typed_notes(note_text(tuple(notes))) == tuple((kind, text.strip()) for kind, text in notes)
