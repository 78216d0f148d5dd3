"""Lines of Chinese text: full width, closing marks never first, opening marks never last, numbers in one piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.line_breaks import NEVER_FIRST, NEVER_LAST, balanced_room, line_count, lines, width

WORDS = st.lists(
    st.sampled_from("甲某 低保 审核确认 2026年7月 18元 【3】 “过年嘛” ， 。 ？ （二） WPS".split()),
    max_size=60,
).map("".join)
ROOM = st.floats(10, 26)


@given(WORDS, ROOM)
def test_lines_joined_are_the_text(text: str, room: float) -> None:
    assert "".join(lines(text, room)) == text


@given(WORDS, ROOM)
def test_no_line_is_longer_than_the_room(text: str, room: float) -> None:
    assert all(width(line.rstrip()) <= room for line in lines(text, room))


@given(WORDS.filter(lambda text: not any(two in text for two in ("，，", "。。", "？？", "，。"))), ROOM)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text: str, room: float) -> None:
    broken = lines(text, room)
    stretch = max((len(run) for run in _marks(text)), default=0)
    if stretch < 5:
        assert not any(line[0] in NEVER_FIRST for line in broken[1:])
        assert not any(line[-1] in NEVER_LAST for line in broken[:-1])


def _marks(text: str) -> list[str]:
    """Runs of marks: some are longer than a line and have to break somewhere."""
    return "".join(one if one in NEVER_FIRST | NEVER_LAST else " " for one in text).split()


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("单笔500元至3000元", 5.0, ("单笔500元", "至3000元")),
        ("一二三四五。六", 5.0, ("一二三四", "五。六")),
        ("他说“好”", 4.0, ("他说", "“好”")),
        ("第一段\n第二段", 20.0, ("第一段\n", "第二段")),
        ("", 20.0, ("",)),
    ],
)
def test_where_lines_end(text: str, room: float, expected: tuple[str, ...]) -> None:
    assert lines(text, room) == expected


@given(WORDS, ROOM)
def test_a_balanced_paragraph_takes_no_more_lines(text: str, room: float) -> None:
    narrow = balanced_room(text, room)
    assert narrow <= room
    assert line_count(text, narrow) == line_count(text, room)


def test_no_last_word_stands_alone_in_a_balanced_title() -> None:
    title = "登记簿整本只有一行，分管领导那一头该由谁去问吗？"
    assert len(lines(title, 22.0)[-1]) < 5
    assert len(lines(title, balanced_room(title, 22.0))[-1]) >= 10
