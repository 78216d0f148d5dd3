from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.annotation import Annotation, AnnotationKind, locate

texts = st.text(alphabet="低保公示人情，。\n", min_size=1, max_size=80)


def anchored(text, start, end, context=24):
    before, after = text[max(0, start - context) : start], text[end : end + context]
    return Annotation(1, "case", AnnotationKind.NOTE, "案情", text[start:end], before, after, "", "", "")


def context(text, start, end):
    note = anchored(text, start, end)
    return note.before, note.after


@given(texts, st.data())
def test_in_unchanged_text_the_quote_is_found_where_the_context_fits(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = locate(anchored(text, start, end), text)
    assert found is not None
    again = anchored(text, found, found + end - start)
    assert (again.quote, again.before, again.after) == (text[start:end], *context(text, start, end))


@given(texts, texts, st.data())
def test_text_put_in_before_moves_the_place_and_nothing_else(text, put_in, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    note = anchored(text, start, end, context=len(text))
    assume(text.count(note.quote) == 1 and note.quote not in put_in + text[: start + len(note.quote) - 1])
    assert locate(note, put_in + text) == len(put_in) + start


def test_of_two_equal_passages_the_one_with_the_fitting_neighbours_is_meant():
    text = "甲说没有公示。乙说没有公示，丙没有说。"
    note = anchored(text, text.rindex("没有公示"), text.rindex("没有公示") + 4)
    assert locate(note, "新加的一句。" + text) == text.rindex("没有公示") + 6


def test_a_passage_that_is_gone_is_nowhere():
    assert locate(anchored("没有公示", 0, 4), "已经公布") is None


def test_a_note_on_nothing_in_particular_is_nowhere():
    assert locate(anchored("没有公示", 0, 0), "没有公示") is None
