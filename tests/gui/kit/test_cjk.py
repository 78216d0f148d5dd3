import pytest

from app.ui.kit.cjk import BREAK, breakable, clean, clean_offset, raw_offset, spacing
from app.ui.kit.fonts import SANS

TEXT = "他说：“压一压”——就是不作为。共23次，（现金）《办法》“甲”“乙”。"


def test_a_line_may_break_before_an_opening_and_after_a_closing_quote():
    assert breakable("收受“辛苦费”等——共计") == f"收受{BREAK}“辛苦费”{BREAK}等{BREAK}——共计"


def test_cleaning_gives_the_text_back():
    assert clean(breakable(TEXT)) == TEXT


@pytest.mark.parametrize("offset", range(len(TEXT) + 1))
def test_offsets_go_there_and_back(offset):
    raw = breakable(TEXT)
    place = raw_offset(raw, offset)
    assert clean_offset(raw, place) == offset
    if offset < len(TEXT):
        assert raw[place] == TEXT[offset]


def test_han_and_latin_stand_apart():
    spaced = dict(spacing("共23次", SANS))
    assert spaced[0] > 0
    assert spaced[2] > 0
    assert 1 not in spaced


def test_neighbouring_punctuation_is_squeezed_by_at_most_half_a_character():
    spaced = spacing("（甲）、《乙》。", SANS)
    assert spaced
    assert all(-0.5 <= space < 0 for _, space in spaced)


def test_plain_text_needs_no_spacing():
    assert spacing("权力缺少监督", SANS) == []
