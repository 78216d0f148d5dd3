"""签到与纪实: marks, entries and drafts while a meeting is on; minutes, documents and corrections afterwards."""

import pytest
from PySide6.QtCore import Qt

from app.domain.attendance import Presence
from app.domain.errors import UserError
from app.domain.live_meeting import MeetingState
from app.domain.meeting import MeetingKind
from app.domain.meeting_entry import EntryKind
from app.ui.presenter.close_dialog import CloseDialog
from app.ui.presenter.correction_dialog import CorrectionDialog
from app.ui.presenter.meeting_papers import MeetingPapers
from app.ui.presenter.meeting_room_page import MeetingRoomPage
from tests.gui.presenter.page_help import FileAnswers, heard, labels, open_modal, press

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def files(tmp_path):
    return FileAnswers(folder=tmp_path / "out")


@pytest.fixture
def meeting(services):
    meetings = services.meetings
    made = meetings.plan(MeetingKind.WARNING, "警示教育大会", "某县民政局")
    meetings.attendance.add(made.id, meetings.attendance.read_typed("周明远 救助股\n李晓芳 办公室\n王建国").people)
    return made


@pytest.fixture
def room(services, show_page, files):
    def show(meeting_id=None, size=(1278, 712)):
        page = MeetingRoomPage(
            services.meetings, MeetingPapers(services.meetings, services.meeting_documents, files), meeting_id
        )
        show_page(page, size)
        return page

    return show


@pytest.fixture
def running(services, meeting):
    services.meetings.start(meeting.id)
    return meeting


@pytest.fixture
def closed(services, running):
    minutes = services.meetings.minutes
    minutes.add(running.id, EntryKind.SPEECH, "我们股也只看台账。", "周明远")
    minutes.add(running.id, EntryKind.FOLLOW_UP, "修订核查表", "救助股", "", "2026-12-31")
    services.meetings.stage.close()
    return running


def presences(services, meeting):
    return [one.presence for one in services.meetings.attendance.people(meeting.id)]


def test_space_is_there_j_is_leave_and_both_go_on_to_the_next_name(services, meeting, room, qtbot):
    names = room(meeting.id).attendance.names
    qtbot.keyClick(names, Qt.Key.Key_Space)
    qtbot.keyClick(names, Qt.Key.Key_J)
    assert presences(services, meeting) == [Presence.PRESENT, Presence.LEAVE, Presence.ABSENT]


def test_the_counts_follow_and_control_z_takes_a_mark_back(services, meeting, room, qtbot):
    page = room(meeting.id)
    press(page, "其余都到")
    assert "应到 3 · 实到 3 · 请假 0 · 未到 0" in labels(page)
    qtbot.keyClick(page.attendance.names, Qt.Key.Key_Z, CONTROL)
    assert presences(services, meeting) == [Presence.ABSENT] * 3
    assert "应到 3 · 实到 0 · 请假 0 · 未到 3" in labels(page)


def test_who_comes_once_it_is_on_is_late_with_the_time(services, running, room, qtbot):
    qtbot.keyClick(room(running.id).attendance.names, Qt.Key.Key_Space)
    person = services.meetings.attendance.people(running.id)[0]
    assert person.presence is Presence.LATE and person.at


def test_a_name_is_found_by_its_initials(meeting, room, qtbot):
    page = room(meeting.id)
    page.attendance._search.setText("lxf")
    assert page.attendance.names.current.name == "李晓芳"


def test_the_reason_of_a_leave_is_kept(services, meeting, room):
    page = room(meeting.id)
    press(page, "请假原因")
    dialog = open_modal(page)
    dialog.field.setText("出差")
    dialog.button("save").click()
    assert services.meetings.attendance.people(meeting.id)[0].reason == "出差"


def test_control_return_writes_an_entry_down(services, running, room, qtbot):
    page = room(running.id)
    page.record.who.setText("周明远")
    page.record.text.setPlainText("下周起双人签名。")
    page.record.text.setFocus()
    qtbot.keyClick(page.record.text, Qt.Key.Key_Return, CONTROL)
    entry = services.meetings.minutes.entries(running.id)[0]
    assert (entry.kind, entry.who, entry.text) == (EntryKind.SPEECH, "周明远", "下周起双人签名。")
    assert page.record.text.toPlainText() == ""
    qtbot.waitUntil(lambda: "下周起双人签名。" in labels(page))


def test_an_entry_can_be_changed_and_removed(services, running, room, qtbot):
    services.meetings.minutes.add(running.id, EntryKind.DECISION, "两周内交清单")
    page = room(running.id)
    press(page, "修改：两周内交清单")
    page.record.text.setPlainText("十日内交清单")
    press(page, "改好")
    assert services.meetings.minutes.entries(running.id)[0].text == "十日内交清单"
    qtbot.waitUntil(lambda: "十日内交清单" in labels(page))
    press(page, "移除：十日内交清单")
    assert services.meetings.minutes.entries(running.id) == ()


def test_what_is_being_typed_survives_leaving_and_a_crash(services, running, room, qtbot):
    page = room(running.id)
    page.record.kind.set_chosen(EntryKind.DECISION.value)
    page.record.text.setPlainText("写了一半")
    qtbot.waitUntil(lambda: services.meetings.minutes.typed(running.id).get("text") == "写了一半")
    again = room(running.id)  # as after a kill: the first page never left
    assert (again.record.text.toPlainText(), again.record.kind.chosen()) == ("写了一半", EntryKind.DECISION.value)


def test_a_page_without_anything_typed_does_not_wipe_what_another_kept(services, running, room):
    page = room(running.id)
    services.meetings.minutes.keep_typed(running.id, "text", "别处写的")
    page.leave()
    assert services.meetings.minutes.typed(running.id)["text"] == "别处写的"


def test_a_meeting_can_be_held_without_projecting(services, meeting, room):
    page = room(meeting.id)
    press(page, "开始（不投影）")
    assert services.meetings.get(meeting.id).state is MeetingState.RUNNING
    assert page.projection(False) == ("resume",)


def test_closing_writes_the_documents_and_lists_them(services, running, room, files, qtbot):
    services.meetings.minutes.add(running.id, EntryKind.SPEECH, "双人签名。", "周明远")
    services.meetings.stage.leave()
    page = room(running.id)
    press(page, "结束会议")
    dialog = open_modal(page, CloseDialog)
    dialog.button("save").click()
    assert services.meetings.get(running.id).state is MeetingState.CLOSED
    names = sorted(path.name for path in files.answer_folder.iterdir())
    assert [any(word in name for name in names) for word in ("会议记录", "签到表", "信息简报")] == [True] * 3
    qtbot.waitUntil(lambda: any("会议记录.docx" in text for text in labels(page.window())))
    press(page, "打开所在文件夹")
    assert files.shown == [files.answer_folder]


def test_nothing_is_lost_where_nobody_chose_a_folder(services, running, room, files):
    files.answer_folder = None
    page = room(running.id)
    press(page, "结束会议")
    open_modal(page, CloseDialog).button("save").click()
    assert services.meetings.minutes.latest(running.id).version == 1 and page.minutes is not None


def test_a_correction_is_a_new_version_with_a_reason(services, closed, room, qtbot):
    page = room(closed.id)
    press(page, "更正")
    dialog = open_modal(page, CorrectionDialog)
    dialog.speeches[0][0].setText("周明")
    dialog.decisions.setPlainText("两周内交清单")
    dialog.button("save").click()
    assert dialog.isVisible() and services.meetings.minutes.latest(closed.id).version == 1
    dialog.reason.setText("发言人姓名有误")
    dialog.button("save").click()
    versions = services.meetings.minutes.versions(closed.id)
    assert [one.reason for one in versions] == ["", "发言人姓名有误"]
    latest = versions[-1].minutes
    assert (latest.speeches[0].speaker, latest.decisions) == ("周明", ("两周内交清单",))
    assert latest.follow_ups == versions[0].minutes.follow_ups
    qtbot.waitUntil(lambda: any("更正：发言人姓名有误" in text for text in labels(page)))


def test_a_deadline_that_is_no_day_is_refused(closed, room):
    page = room(closed.id)
    press(page, "更正")
    dialog = open_modal(page, CorrectionDialog)
    dialog.follow_ups.setPlainText("修订核查表｜救助股｜年底前")
    with pytest.raises(UserError, match="不是日期"):
        dialog.minutes()


def test_follow_ups_wait_for_the_ledger_until_they_are_handed_over(services, closed, room):
    page = room(closed.id)
    assert "等待列入台账" in {tag.text() for tag in _tags(page)}
    asked = heard(page.navigate)
    press(page, "列入台账：修订核查表")
    assert asked == [("ledger", ("follow_up", closed.id, 1))]
    services.meetings.hand_over(closed.id, 1, "issue-1")
    assert "已列入台账" in {tag.text() for tag in _tags(room(closed.id))}


def test_without_an_id_the_running_meeting_comes_first(services, running, room):
    services.meetings.plan(MeetingKind.LECTURE, "下一次")
    assert room()._planned.meeting.id == running.id


def test_with_no_meeting_at_all_it_says_where_to_begin(room):
    page = room()
    asked = heard(page.navigate)
    press(page, "去安排会议")
    assert asked == [("meetings", None)]


@pytest.mark.parametrize("size", [(1278, 712), (880, 480)])
def test_every_stop_has_a_name(services, running, room, nameless_stops, size):
    assert nameless_stops(room(running.id, size).window()) == []
    services.meetings.stage.close()
    assert nameless_stops(room(running.id, size).window()) == []


def _tags(page):
    from app.ui.kit.tag import Tag

    return page.findChildren(Tag)
