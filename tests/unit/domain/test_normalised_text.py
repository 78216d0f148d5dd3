import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.normalised_text import normalise, normalise_with_map

texts = st.text(max_size=60) | st.text(alphabet="低保公示　，。三十八百〇Ａａé1각 ㈱ﬁ", max_size=30)


@given(texts)
@example("e\u0301tude")
@example("각")  # Hangul letters that join
@example("か\u3099")
def test_both_ways_of_normalising_agree(text):
    assert normalise_with_map(text).text == normalise(text)


@given(texts)
def test_every_kept_character_comes_from_inside_the_original(text):
    mapped = normalise_with_map(text)
    assert len(mapped.text) == len(mapped.starts) == len(mapped.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(mapped.starts, mapped.ends, strict=True))
    assert list(mapped.starts) == sorted(mapped.starts)
    assert list(mapped.ends) == sorted(mapped.ends)


@given(texts, st.data())
def test_the_original_behind_a_hit_holds_what_was_searched_for(text, data):
    mapped = normalise_with_map(text)
    if not mapped.text:
        return
    start = data.draw(st.integers(0, len(mapped.text) - 1))
    length = data.draw(st.integers(1, len(mapped.text) - start))
    left, right = mapped.original_span(start, length)
    assert 0 <= left < right <= len(text)
    # Only whole numerals are read as numbers, so a stretch inside one says less than the whole of it.
    if not any(unicodedata.numeric(one, None) is not None for one in text):
        assert mapped.text[start : start + length] in normalise(text[left:right])


@given(texts)
def test_nothing_that_a_person_does_not_type_is_left(text):
    assert not any(unicodedata.category(one)[0] in "PZCS" for one in normalise(text))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("第三十八条", "第38条"),
        ("《条例》第一百二十四条", "条例第124条"),
        ("ＡＢｃ", "abc"),
        ("低 保", "低保"),
        ("二〇二六年", "2026年"),
        ("“四风”", "四风"),
    ],
)
def test_width_case_punctuation_and_numerals_do_not_matter(written, typed):
    assert normalise(written) == normalise(typed)
