"""A session from its plan to its minutes, on a real database, with the program killed in between."""

from dataclasses import replace

import pytest

from app.domain import events
from app.domain.attendance import AttendanceCount, Attendee, Presence
from app.domain.audience_view import Curtain
from app.domain.deck import Deck
from app.domain.errors import UserError
from app.domain.live_meeting import MeetingState
from app.domain.meeting import MeetingKind
from app.domain.meeting_entry import EntryKind
from app.domain.minutes import FollowUp, Speech, VoteRecord
from app.domain.pace import PaceState
from app.domain.poll import Poll
from tests.unit.decks import KEYS, deck
from tests.unit.fakes import FakeClock
from tests.unit.house import House


class Kept:
    """What the bus told."""

    def __init__(self, services):
        self.facts = []
        for kind in vars(events).values():
            if isinstance(kind, type):
                services.bus.subscribe(kind, self.facts.append)

    def last(self, count=1):
        return self.facts[-count:]


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def house(tmp_path, clock):
    return House(tmp_path / "data", clock)


@pytest.fixture
def services(house):
    services = house.open()
    services.profiles.describe("周明", "市民政局", "")
    yield services
    services.close()


def again(services, house):
    """The program, started anew: nothing but what is on disk is left."""
    services.close()
    return house.open()


def named(*names):
    return [Attendee(0, name) for name in names]


def started(services, **changes):
    meeting = services.meetings.plan(MeetingKind.WARNING, "第四季度警示教育大会")
    meeting = services.meetings.save(replace(meeting, chair="周明", recorder="李华", place="三楼会议室", **changes))
    services.meetings.attendance.add(meeting.id, named("王芳", "赵强", "孙莉"))
    services.meetings.stage.begin(meeting.id, deck(), (("di-bao/", "案例《低保绿色通道》（第 1 版）"),))
    return meeting.id


def shown(services):
    return services.meetings.stage.live.presentation


def press(services, *names):
    for name in names:
        services.meetings.stage.show(getattr(shown(services), name)())


def log(services, meeting_id):
    return [kind for _, _, kind, _, _ in services._unit_journal.events(object_id=meeting_id)]


def test_a_planned_meeting_is_kept_as_it_is_changed(services, house):
    meeting = services.meetings.plan(MeetingKind.PARTY_DAY)
    assert meeting.title == "主题党日"
    changed = services.meetings.save(replace(meeting, title=" 十一月  主题党日 ", starts_at="2026-11-21T09:00"))
    assert changed.title == "十一月 主题党日"
    services = again(services, house)
    (planned,) = services.meetings.all()
    assert planned.meeting == changed
    assert (planned.state, planned.saved_by, planned.version) == (MeetingState.PLANNED, "周明", 0)


def test_a_cancelled_meeting_stays_on_record_and_can_be_planned_again(services):
    meeting = services.meetings.plan(MeetingKind.BRANCH)
    with pytest.raises(UserError, match="写明取消的原因"):
        services.meetings.cancel(meeting.id, " ")
    services.meetings.cancel(meeting.id, "改期")
    assert services.meetings.get(meeting.id).reason == "改期"
    with pytest.raises(UserError, match="已经取消"):
        services.meetings.save(meeting)
    services.meetings.restore(meeting.id)
    assert services.meetings.get(meeting.id).state is MeetingState.PLANNED


def test_another_one_like_it_takes_over_the_names_but_no_marks(services):
    first = services.meetings.plan(MeetingKind.BRANCH)
    services.meetings.attendance.add(first.id, named("王芳"))
    services.meetings.attendance.arrive(first.id, 1)
    copy = services.meetings.copy(first.id)
    assert [one.presence for one in services.meetings.attendance.people(copy.id)] == [Presence.ABSENT]


def test_a_grading_mark_is_refused_wherever_it_is_written(services):
    meeting = started(services)
    meetings = services.meetings
    plan = meetings.get(meeting).meeting
    for write in (
        lambda: meetings.save(replace(plan, requirements="机密★请带笔记本")),
        lambda: meetings.attendance.add(meeting, named("密级：机密")),
        lambda: meetings.attendance.leave(meeting, 1, "机密★"),
        lambda: meetings.minutes.add(meeting, EntryKind.SPEECH, "机密★", "王芳"),
        lambda: meetings.minutes.keep_typed(meeting, "speech", "机密★"),
        lambda: meetings.room.form_teams(["机密★", "乙"]),
    ):
        with pytest.raises(UserError, match="密级标志"):
            write()


def test_every_act_on_the_stage_is_an_event_of_its_own_and_told(services):
    kept = Kept(services)
    meeting = started(services)
    press(services, "next")
    services.meetings.stage.show(shown(services).counted("A", 12))
    press(services, "reveal", "vote_again")
    services.meetings.stage.show(shown(services).counted("B", 20))
    page = "di-bao/question/1"
    assert log(services, meeting)[-7:] == [
        "meeting.started",
        "meeting.page",
        "meeting.counted",
        "meeting.revealed",
        "meeting.counted",
        "meeting.revealed",
        "meeting.counted",
    ]
    assert kept.last(6) == [
        events.PageReached(meeting, page),
        events.HandsCounted(meeting, page, (12, 0, 0), None),
        events.PageRevealed(meeting, page, True),
        events.HandsCounted(meeting, page, (12, 0, 0), (0, 0, 0)),
        events.PageRevealed(meeting, page, False),
        events.HandsCounted(meeting, page, (12, 0, 0), (0, 20, 0)),
    ]
    assert services._unit_journal.broken() == []


def test_pointer_and_pen_cost_no_event(services):
    meeting = started(services)
    before = log(services, meeting)
    services.meetings.stage.show(shown(services).pointed((0.5, 0.5)))
    assert log(services, meeting) == before
    assert shown(services).pointer == (0.5, 0.5)


def test_another_deck_cannot_be_slipped_in(services):
    started(services)
    with pytest.raises(ValueError, match="another deck"):
        services.meetings.stage.show(replace(shown(services), deck=Deck("x", deck().pages[:3]), index=0))


def test_one_session_at_a_time(services):
    started(services)
    other = services.meetings.plan(MeetingKind.LECTURE)
    with pytest.raises(UserError, match="还有一次会议没有结束"):
        services.meetings.stage.begin(other.id, deck())
    with pytest.raises(UserError, match="还有一次会议没有结束"):
        services.meetings.start_deck(deck(), "党课")
    assert len(services.meetings.all()) == 2


def test_an_empty_deck_is_refused(services):
    meeting = services.meetings.plan(MeetingKind.LECTURE)
    with pytest.raises(UserError, match="课件里没有页面"):
        services.meetings.stage.begin(meeting.id, Deck("x", ()))
    assert services.meetings.get(meeting.id).state is MeetingState.PLANNED


def test_a_case_is_projected_at_once_as_a_session_of_its_own(services):
    live = services.meetings.start_deck(deck(), "低保绿色通道", "builtin/case/di-bao", page="di-bao/clause/1")
    assert live.presentation.number == 3
    assert live.meeting.kind is MeetingKind.LECTURE
    assert live.shown == (("di-bao/", "案例《低保绿色通道》（第 1 版）"),)


def test_after_a_crash_it_goes_on_where_it_was(services, house, clock):
    meeting = started(services)
    meetings = services.meetings
    press(services, "next")
    meetings.stage.show(shown(services).counted("A", 12))
    press(services, "reveal", "vote_again")
    meetings.stage.show(shown(services).counted("B", 9))
    press(services, "reveal")
    meetings.stage.set_timer(300)
    clock.sleep(100)
    meetings.attendance.arrive(meeting, 2)
    meetings.minutes.add(meeting, EntryKind.DECISION, "本周内自查一遍")
    meetings.minutes.keep_typed(meeting, "speech", "王芳说到一半")
    meetings.room.allow_pick(True)
    meetings.room.form_teams(["", ""])
    meetings.room.score(1, 5)
    before = meetings.stage.live

    services = again(services, house)
    meetings = services.meetings
    assert meetings.stage.live is None
    with pytest.raises(UserError, match="没有正在进行的会议"):
        meetings.stage.reading()
    assert meetings.unfinished().meeting.id == meeting
    clock.sleep(20)
    live = meetings.stage.resume()
    assert live.presentation == before.presentation.countdown(180)
    assert live.presentation.poll == Poll(KEYS, (12, 0, 0), (0, 9, 0))
    assert (live.people, live.quiz, live.pick, live.began_at) == (
        before.people,
        before.quiz,
        before.pick,
        before.began_at,
    )
    assert meetings.stage.time_left() == 180
    assert meetings.stage.reading().elapsed == 120
    assert meetings.minutes.typed(meeting) == {"speech": "王芳说到一半"}
    assert [one.text for one in meetings.minutes.entries(meeting)] == ["本周内自查一遍"]
    services.close()


def test_an_update_of_the_content_changes_nothing_in_a_session(services, house):
    started(services)
    services = again(services, house)
    assert services.meetings.unfinished().presentation.deck == deck()
    services.close()


def test_what_was_frozen_comes_back_under_black(services, house):
    started(services)
    services.meetings.stage.show(shown(services).freeze())
    press(services, "next")
    services = again(services, house)
    assert services.meetings.stage.resume().presentation.covered is Curtain.BLACK
    services.close()


def test_a_white_screen_stays_white_over_a_restart(services, house):
    started(services)
    services.meetings.stage.show(shown(services).curtain(Curtain.WHITE))
    services = again(services, house)
    assert services.meetings.stage.resume().presentation.covered is Curtain.WHITE
    services.close()


def test_a_break_stops_the_clock_also_over_a_restart(services, house, clock):
    started(services)
    press(services, "next")
    clock.sleep(60)
    services.meetings.stage.pause()
    services = again(services, house)
    clock.sleep(600)
    services.meetings.stage.resume()
    assert services.meetings.stage.live.on_break
    services.meetings.stage.pause(False)
    clock.sleep(5)
    reading = services.meetings.stage.reading()
    assert (reading.elapsed, reading.state) == (65, PaceState.ON_TIME)
    services.close()


def test_a_session_that_is_left_for_later_goes_on_as_it_was_and_the_time_between_does_not_count(services, clock):
    meeting = started(services)
    press(services, "next")
    clock.sleep(60)
    services.meetings.stage.leave()
    assert services.meetings.stage.live is None
    clock.sleep(300)
    services.meetings.attendance.arrive(meeting, 1)
    services.meetings.minutes.add(meeting, EntryKind.DECISION, "自查一遍")
    live = services.meetings.stage.resume()
    assert live.presentation.page.id == "di-bao/question/1"
    assert live.people[0].presence is Presence.LATE
    clock.sleep(5)
    assert services.meetings.stage.reading().elapsed == 65


def test_one_that_was_over_long_before_it_is_closed_says_when(services, clock):
    started(services)
    clock.sleep(3 * 24 * 3600)
    assert services.meetings.stage.close("2026-03-02T10:30").ended_at == "2026-03-02T10:30"


def test_a_heartbeat_keeps_the_time_without_an_event(services, house, clock):
    meeting = started(services)
    press(services, "next")
    clock.sleep(1000)
    before = log(services, meeting)
    assert services.meetings.stage.beat().elapsed == 1000
    assert log(services, meeting) == before
    clock.sleep(1000)
    services = again(services, house)
    services.meetings.stage.resume()
    assert services.meetings.stage.reading().elapsed == 1000  # away for longer than fifteen minutes
    services.close()


def test_attendance_counts_and_arrivals_after_the_start_are_late(services, clock):
    meeting = services.meetings.plan(MeetingKind.WARNING).id
    attendance = services.meetings.attendance
    attendance.add(meeting, [*named("甲", "乙", "丙", "丁"), Attendee(0, "戊", observer=True)])
    attendance.arrive(meeting, 1)
    attendance.leave(meeting, 2, "下乡")
    attendance.arrive(meeting, 5)
    assert attendance.count(meeting) == AttendanceCount(4, 1, 1, 2, 1)
    services.meetings.stage.begin(meeting, deck())
    people = attendance.arrive(meeting, 3)
    here = clock.now().astimezone().strftime("%H:%M")
    assert (people[2].presence, people[2].at) == (Presence.LATE, here)
    assert attendance.count(meeting) == AttendanceCount(4, 2, 1, 1, 1)
    assert services.meetings.stage.live.people == people
    assert attendance.arrive(meeting, 1)[0].presence is Presence.PRESENT  # was there before: not late by a second key
    people = attendance.mark(meeting, 3, Presence.PRESENT)
    assert (people[2].presence, people[2].at) == (Presence.PRESENT, "")


def test_marks_are_taken_back_one_by_one_also_after_a_restart(services, house):
    meeting = services.meetings.plan(MeetingKind.WARNING).id
    attendance = services.meetings.attendance
    start = attendance.add(meeting, named("甲", "乙", "丙"))
    first = attendance.arrive(meeting, 1)
    attendance.leave(meeting, 1, "下乡")
    attendance.arrive_all(meeting, [1, 2, 3])
    services = again(services, house)
    attendance = services.meetings.attendance
    assert [one.presence for one in attendance.undo(meeting)] == [Presence.LEAVE, Presence.ABSENT, Presence.ABSENT]
    assert attendance.undo(meeting) == first
    assert attendance.undo(meeting) == start
    with pytest.raises(UserError, match="没有可以撤销的签到"):
        attendance.undo(meeting)
    services.close()


def test_numbers_on_the_list_are_never_used_again(services):
    meeting = services.meetings.plan(MeetingKind.WARNING).id
    attendance = services.meetings.attendance
    attendance.add(meeting, named("甲", "乙"))
    attendance.remove(meeting, [2])
    assert [(one.number, one.name) for one in attendance.add(meeting, named("丙"))] == [(1, "甲"), (3, "丙")]
    changed = attendance.change(meeting, replace(attendance.people(meeting)[1], name="丙丙", pickable=False))
    assert (changed[1].name, changed[1].pickable) == ("丙丙", False)
    with pytest.raises(UserError, match="没有这个人"):
        attendance.arrive(meeting, 2)


def test_picking_is_off_until_switched_on_and_never_shows_a_name_by_itself(services):
    meeting = started(services)
    with pytest.raises(UserError, match="抽点没有打开"):
        services.meetings.room.pick()
    services.meetings.room.allow_pick(True)
    with pytest.raises(UserError, match="还没有人签到"):
        services.meetings.room.pick()
    services.meetings.attendance.arrive_all(meeting, [1, 3])
    turns = {services.meetings.room.pick().name for _ in range(2)}
    assert turns == {"王芳", "孙莉"}
    assert shown(services).audience().picked == ""


def test_teams_are_off_until_formed(services):
    started(services)
    with pytest.raises(UserError, match="没有这一组"):
        services.meetings.room.score(0, 5)
    with pytest.raises(UserError, match="2 到 6 组"):
        services.meetings.room.form_teams(["甲"])
    services.meetings.room.form_teams(["机关", "基层"])
    services.meetings.room.score(1, 5)
    assert services.meetings.stage.live.quiz.totals == (0, 5)
    assert not services.meetings.room.form_teams([]).quiz.on


def test_closing_leaves_minutes_that_say_what_happened(services, clock):
    meeting = started(services)
    meetings = services.meetings
    meetings.attendance.arrive_all(meeting, [1, 2])
    press(services, "next")
    meetings.stage.show(shown(services).counted("A", 2))
    press(services, "reveal", "next")
    meetings.minutes.add(meeting, EntryKind.SPEECH, "要先核对再办理。", "王芳", "交流发言")
    gone = meetings.minutes.add(meeting, EntryKind.DECISION, "写错了")
    meetings.minutes.remove(meeting, gone.number)
    meetings.minutes.add(meeting, EntryKind.DECISION, "本周内自查一遍")
    meetings.minutes.add(meeting, EntryKind.FOLLOW_UP, "修订公示办法", "社会救助科", deadline="2026-12-31")
    clock.sleep(3600)
    minutes = meetings.stage.close()
    assert minutes == meetings.minutes.latest(meeting)
    assert minutes.speeches == (Speech("王芳", "要先核对再办理。", "交流发言"),)
    assert minutes.decisions == ("本周内自查一遍",)
    options = tuple((key, f"选项di-bao/question/1{key}") for key in KEYS)
    assert minutes.votes == (VoteRecord("题di-bao/question/1", options, Poll(KEYS, (2, 0, 0)), ("B",)),)
    assert minutes.shown == (
        "案例《低保绿色通道》（第 1 版）",
        "《社会救助暂行办法》（2019）第十一条，2019年3月2日起施行",
    )
    assert minutes.meeting.chair == "周明"
    assert minutes.began_at < minutes.ended_at
    assert services.meetings.get(meeting).state is MeetingState.CLOSED
    assert meetings.stage.live is None
    assert meetings.unfinished() is None
    assert meetings.minutes.typed(meeting) == {}
    for late in (
        lambda: meetings.attendance.arrive(meeting, 3),
        lambda: meetings.minutes.add(meeting, EntryKind.SPEECH, "补一句", "王芳"),
        lambda: meetings.save(replace(minutes.meeting, chair="李华")),
    ):
        with pytest.raises(UserError, match="会议已经结束"):
            late()


def test_a_correction_is_a_new_version_and_every_one_stays_readable(services, house):
    meeting = started(services)
    first = services.meetings.stage.close()
    correct = services.meetings.minutes.correct
    with pytest.raises(UserError, match="更正的原因"):
        correct(meeting, replace(first, decisions=("补记",)), " ")
    with pytest.raises(UserError, match="没有改动"):
        correct(meeting, first, "看看")
    second = correct(meeting, replace(first, decisions=("补记",)), "漏记一项")
    assert second.version == 2
    services = again(services, house)
    versions = services.meetings.minutes.versions(meeting)
    assert [(one.minutes, one.reason, one.made_by) for one in versions] == [
        (first, "", "周明"),
        (second, "漏记一项", "周明"),
    ]
    assert services.meetings.get(meeting).version == 2
    services.close()


def test_what_was_agreed_on_waits_until_it_is_handed_over(services):
    meeting = started(services)
    meetings = services.meetings
    for text in ("修订公示办法", "补签责任书"):
        meetings.minutes.add(meeting, EntryKind.FOLLOW_UP, text)
    assert meetings.open_follow_ups() == []
    first = meetings.stage.close()
    assert [(one.number, one.follow_up.what) for one in meetings.open_follow_ups()] == [
        (1, "修订公示办法"),
        (2, "补签责任书"),
    ]
    meetings.hand_over(meeting, 1, "issue-1")
    corrected = (first.follow_ups[0], FollowUp("补签责任书和承诺书"))
    meetings.minutes.correct(meeting, replace(first, follow_ups=corrected), "说得更全")
    (open_one,) = meetings.open_follow_ups()
    assert (open_one.number, open_one.follow_up.what) == (3, "补签责任书和承诺书")
    with pytest.raises(UserError, match="已经移交"):
        meetings.hand_over(meeting, 1, "issue-2")


def test_without_a_place_to_save_nothing_begins(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "unit.db").write_bytes(b"not a database at all, and long enough" * 40)
    services = House(folder).open()
    with pytest.raises(UserError, match="不能记录会议"):
        services.meetings.plan(MeetingKind.WARNING)
    services.close()


def test_where_the_disk_is_full_nothing_is_half_there_and_the_same_key_works_again(services):
    meeting = started(services)
    press(services, "next")
    before = log(services, meeting)
    connection = services._unit.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError):
        for _ in range(400):
            services.meetings.minutes.add(meeting, EntryKind.SPEECH, "话" * 2000, "王芳")
    entries = services.meetings.minutes.entries(meeting)
    with pytest.raises(UserError):
        for number in range(400):
            live = services.meetings.stage.live
            services.meetings.stage.show(shown(services).go_to(2).counted("A", number))
    assert services.meetings.stage.live == live
    connection.execute("PRAGMA max_page_count = 1000000")
    assert services._unit_journal.broken() == []
    assert services.meetings.minutes.entries(meeting) == entries
    press(services, "next")
    assert log(services, meeting)[: len(before)] == before
