"""When it was, who came: as an office writes it, and a line to write on where nobody knows."""

import pytest

from app.domain.attendance import Attendee, Presence
from app.domain.meeting import Meeting, MeetingKind, MeetingPart, PartKind
from app.domain.minutes_words import (
    absence_lines,
    day_words,
    moment_words,
    part_times,
    part_words,
    shows_case,
    span_words,
)


@pytest.mark.parametrize(
    ("wall", "words"),
    [
        ("2026-11-21T09:00", "2026年11月21日（星期六）上午9:00"),
        ("2026-11-21T00:05", "2026年11月21日（星期六）凌晨0:05"),
        ("2026-11-22T12:30", "2026年11月22日（星期日）中午12:30"),
        ("2026-11-23T14:05", "2026年11月23日（星期一）下午2:05"),
        ("2026-11-23T19:00", "2026年11月23日（星期一）晚上7:00"),
        ("2026-11-21", "2026年11月21日（星期六）"),
        ("", "＿＿＿＿年＿＿月＿＿日＿＿时＿＿分"),
        ("下周三上午", "下周三上午"),
    ],
)
def test_a_moment(wall: str, words: str) -> None:
    assert moment_words(wall) == words


def test_a_span_says_the_day_and_the_half_of_it_once() -> None:
    begin = "2026-11-21T09:03"
    head = "2026年11月21日（星期六）上午9:03至"
    assert span_words(begin, "2026-11-21T11:20") == f"{head}11:20"
    assert span_words(begin, "2026-11-21T15:20") == f"{head}下午3:20"
    assert span_words(begin, "2026-11-22T11:20") == f"{head}2026年11月22日（星期日）上午11:20"
    assert span_words(begin, "") == f"{head}＿＿时＿＿分"


def test_a_day() -> None:
    assert day_words("2026-01-02") == "2026年1月2日"
    assert day_words("") == "＿＿＿＿年＿＿月＿＿日"
    assert day_words("月底前") == "月底前"


def test_an_item_of_the_agenda_names_its_kind_once() -> None:
    def words(kind: PartKind, title: str) -> str:
        return part_words(MeetingPart("p", kind, title, 5))

    assert words(PartKind.FILM, "《警钟》") == "观看廉政教育纪录片：《警钟》"
    assert words(PartKind.TALK, "交流发言") == words(PartKind.TALK, "") == "交流发言"
    assert words(PartKind.TALK, "交流发言（每人三分钟）") == "交流发言（每人三分钟）"
    assert words(PartKind.OWN, "签订承诺书") == "签订承诺书"
    assert words(PartKind.OWN, " ") == "其他"


def test_times_of_the_agenda_need_a_beginning() -> None:
    parts = (MeetingPart("a", PartKind.FILM, "", 25), MeetingPart("b", PartKind.TALK, "", 40))
    at = Meeting("m", MeetingKind.WARNING, "会", starts_at="2026-11-21T09:45", parts=parts)
    assert part_times(at) == ("9:45—10:10", "10:10—10:50")
    assert part_times(Meeting("m", MeetingKind.WARNING, "会", parts=parts)) == ("25 分钟", "40 分钟")


def test_leave_stands_before_absence_and_observers_are_not_missed() -> None:
    people = (
        Attendee(1, "甲", "办公室"),
        Attendee(2, "乙", presence=Presence.LEAVE, reason="出差"),
        Attendee(3, "丙", presence=Presence.PRESENT),
        Attendee(4, "丁", observer=True),
    )
    assert absence_lines(people) == ("乙：请假，出差", "甲（办公室）：未到，原因：＿＿＿＿＿＿")
    assert absence_lines(people[:1]) == (), "a list that nobody marked says nothing"


def test_a_deck_may_hold_a_case() -> None:
    def held(**changes: str) -> bool:
        part = MeetingPart("a", PartKind.ANALYSIS, "剖析", 5, **changes)
        return shows_case(Meeting("m", MeetingKind.WARNING, "会", parts=(part,)))

    assert held(case="di-bao") and held(deck="d1") and not held()
