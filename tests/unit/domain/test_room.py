"""Picking from who is there, team points, the list of names, and what a file is."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.attendance import Attendee, Presence
from app.domain.deck_file import FileKind, recognised
from app.domain.name_list import typed_names
from app.domain.random_pick import RandomPick, eligible
from app.domain.team_quiz import TeamQuiz

THERE = (Presence.PRESENT, Presence.LATE)


@st.composite
def rooms(draw):
    marks = st.tuples(st.sampled_from(list(Presence)), st.booleans(), st.booleans())
    return tuple(
        Attendee(number, "某", presence=presence, observer=observer, pickable=pickable)
        for number, (presence, observer, pickable) in enumerate(draw(st.lists(marks, max_size=12)), 1)
    )


@given(rooms(), st.integers(0, 10**6))
def test_everybody_who_can_be_picked_has_a_turn_before_anybody_has_a_second(room, seed):
    able, pick, chance = eligible(room), RandomPick(on=True), random.Random(seed)
    assert all(one.presence in THERE and one.pickable and not one.observer for one in able)
    if not able:
        with pytest.raises(ValueError, match="nobody"):
            pick.drawn(room, chance)
        return
    for _ in range(2):
        turns = []
        for _ in able:
            pick = pick.drawn(room, chance)
            turns.append(pick.now)
        assert sorted(turns) == [one.number for one in able]


@given(st.integers(0, 10**6))
def test_nobody_is_picked_twice_running_when_a_new_round_begins(seed):
    room = tuple(Attendee(number, "某", presence=Presence.PRESENT) for number in (1, 2, 3))
    pick, chance, before = RandomPick(on=True), random.Random(seed), 0
    for _ in range(12):
        pick = pick.drawn(room, chance)
        assert pick.now != before
        before = pick.now


def test_picking_is_off_until_it_is_switched_on():
    room = (Attendee(1, "某", presence=Presence.PRESENT),)
    with pytest.raises(ValueError, match="nobody"):
        RandomPick().drawn(room, random.Random(1))
    assert RandomPick().switched(True).drawn(room, random.Random(1)).now == 1


def test_who_comes_late_joins_the_round_that_is_on():
    early = Attendee(1, "某", presence=Presence.PRESENT)
    pick = RandomPick(on=True).drawn((early,), random.Random(1))
    late = Attendee(2, "某", presence=Presence.LATE)
    assert pick.drawn((early, late), random.Random(1)).now == 2


def test_teams_score_by_question_and_stand_in_their_own_order():
    quiz = TeamQuiz.of(("", "机关", ""))
    assert quiz.teams == ("第一组", "机关", "第三组")
    quiz = quiz.scored("p1", 0, 5).scored("p1", 2, 10).scored("p2", 0, 5).scored("p1", 2, 3)
    assert quiz.totals == (10, 0, 3)
    assert quiz.of_page("p1") == (5, 0, 3)
    assert quiz.scored("p1", 0, -4).scored("p2", 0, 1_000).totals == (100, 0, 3)


@pytest.mark.parametrize("names", [("甲",), tuple("甲乙丙丁戊己庚"), ("甲", "甲")])
def test_teams_are_two_to_six_and_have_names_of_their_own(names):
    with pytest.raises(ValueError, match="team"):
        TeamQuiz.of(names)
    with pytest.raises(ValueError, match="no team"):
        TeamQuiz().scored("p", 0, 1)


def test_typed_names_take_a_person_a_line_with_what_stands_behind():
    read = typed_names("周明 办公室 主任 不抽点\n李 华　社会救助科\n\n王芳，养老服务科\n赵强（列席）\n孙莉、钱进、周明")
    assert [(one.number, one.name, one.unit, one.post) for one in read.people] == [
        (1, "周明", "办公室", "主任"),
        (2, "李华", "社会救助科", ""),
        (3, "王芳", "养老服务科", ""),
        (4, "赵强", "", ""),
        (5, "孙莉", "", ""),
        (6, "钱进", "", ""),
        (7, "周明", "", ""),
    ]
    assert [one.number for one in read.people if one.observer] == [4]
    assert [one.number for one in read.people if not one.pickable] == [1]
    assert read.notes == ("“周明”有 2 位：第 1 位（办公室）、第 7 位。已分别登记；如果是同一个人，请移出多余的。",)


def test_a_typed_line_that_cannot_be_taken_says_which_and_why():
    read = typed_names(f"周明\n13800138000\n{'长' * 31}")
    assert [one.name for one in read.people] == ["周明"]
    assert [(one.line, one.advice) for one in read.problems] == [
        (2, "签到不登记身份证号和手机号，请删去"),
        (3, "检查是不是填错了列"),
    ]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileKind.PICTURE),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", FileKind.PICTURE),
        (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00", FileKind.VIDEO),
        (b"\x00\x00\x00\x20ftypM4A \x00\x00\x02\x00", FileKind.SOUND),
        (b"ID3\x04\x00\x00\x00\x00\x00\x23TSSE", FileKind.SOUND),
        (b"\xff\xfb\x90\x64\x00\x00\x00\x00", FileKind.SOUND),
        (b"MZ\x90\x00\x03\x00\x00\x00", None),
        (b"GIF89a\x01\x00", None),
        (b"<svg xmlns=", None),
        (b"%PDF-1.7", None),
        (b"\xff\xf1\x50\x80", None),
        (b"", None),
        (b"\xff", None),
    ],
)
def test_what_a_file_is_its_content_says(head, kind):
    found = recognised(head)
    assert (found[0] if found else None) is kind
