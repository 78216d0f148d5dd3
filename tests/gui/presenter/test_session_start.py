"""From 开始投影 to the minutes, with the real services underneath."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.attendance import Attendee, Presence
from app.domain.live_meeting import MeetingState
from app.domain.meeting import MeetingKind
from app.ui.presenter.session_start import SessionStart
from tests.gui.presenter.session_deck import NAMES, session_deck


@pytest.fixture
def window(dressed, qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def session_start(services, window, screens, clock):
    find, choices = services.decks.files.path, services.presenter_choices
    return SessionStart(window, services.meetings, find, clock, choices, screens)


@pytest.fixture
def started(services, window, screens, clock):
    """A case in a meeting of its own, one name on its list."""
    start = session_start(services, window, screens, clock)
    deck = session_deck()
    start.ask(lambda: services.meetings.start_deck(deck, "警示教育", kind=MeetingKind.WARNING), deck)
    yield start
    if start.windows is not None:
        start.windows.close()


def running(services):
    live = services.meetings.stage.live
    assert live is not None
    return live


def test_what_the_leader_does_is_on_disk_at_once(services, started):
    started.dialog.button("start").click()
    windows = started.windows
    QTest.keyClick(windows.console.page, Qt.Key.Key_4)
    QTest.keyClick(windows.console.page, Qt.Key.Key_Return)
    windows.controller.count("A", 31)
    QTest.keyClick(windows.console.page, Qt.Key.Key_PageDown)
    meeting = running(services).meeting
    stored = services.meetings._desk.stage.get(meeting, ())
    assert stored.presentation.number == 4 and stored.presentation.is_revealed
    assert stored.presentation.poll.first == (31, 0, 0, 0)


def test_the_end_leaves_minutes_with_the_votes(services, started, qtbot):
    started.dialog.button("start").click()
    windows, meeting = started.windows, running(services).meeting
    windows.controller.go_to(4)
    windows.controller.count("C", 12)
    windows.controller.end_wanted.emit()
    with qtbot.waitSignal(started.closed) as told:
        windows.dialogs.open_dialog.button("close").click()
    assert told.args == [meeting.id]
    assert services.meetings.get(meeting.id).state is MeetingState.CLOSED
    assert services.meetings.minutes.latest(meeting.id).votes[0].poll.first == (0, 0, 12, 0)
    assert started.windows is None


def test_later_keeps_the_place_for_another_day(services, started, qtbot):
    started.dialog.button("start").click()
    started.windows.controller.go_to(5)
    started.windows.controller.end_wanted.emit()
    with qtbot.waitSignal(started.left):
        started.windows.dialogs.open_dialog.button("later").click()
    started.ask_to_resume()
    started.dialog.button("start").click()
    assert started.windows.controller.presentation.number == 5
    assert started.windows.audience.view.number == 5


def test_a_rehearsal_leaves_nothing(services, started):
    started.dialog.button("rehearse").click()
    QTest.keyClick(started.windows.console.page, Qt.Key.Key_PageDown)
    assert not started.windows.audience.isVisible()
    assert services.meetings.all() == [] and services.meetings.unfinished() is None


def test_a_late_arrival_gets_the_time(services, window, screens, clock):
    meeting = services.meetings.plan(MeetingKind.WARNING, "警示教育大会")
    services.meetings.attendance.add(meeting.id, [Attendee(0, name) for name in NAMES])
    services.meetings.attendance.arrive(meeting.id, 1)
    deck = services.meetings.deck(meeting.id)
    start = session_start(services, window, screens, clock)
    start.ask(lambda: services.meetings.start(meeting.id), deck, services.meetings.attendance.people(meeting.id))
    start.dialog.button("start").click()
    start.windows.controller.attend(2, Presence.PRESENT)
    late = start.windows.controller.people[1]
    assert late.presence is Presence.LATE and late.at
    assert "签到 2/3" in start.windows.console.strip.words()
    start.windows.controller.attend(2, Presence.ABSENT)
    assert "签到 1/3" in start.windows.console.strip.words()
    start.windows.close()


def test_a_meeting_that_cannot_begin_says_why(services, started, qtbot):
    services.meetings.start_deck(session_deck(), "另一次")
    with qtbot.waitSignal(started.failed) as told:
        started.dialog.button("start").click()
    assert "没有结束" in told.args[0] and started.windows is None


def test_an_empty_deck_is_refused(services, window, screens, clock, qtbot):
    start = session_start(services, window, screens, clock)
    meeting = services.meetings.plan(MeetingKind.LECTURE)
    with qtbot.waitSignal(start.failed) as told:
        start.ask(lambda: services.meetings.start(meeting.id), replace(session_deck(), pages=()))
    assert "没有页面" in told.args[0] and start.dialog is None


def test_the_next_session_is_offered_as_the_last_one_was_run(services, window, screens, clock, started):
    started.dialog._theme.set_chosen("dark")
    started.dialog._picking.setChecked(True)
    started.dialog.button("rehearse").click()
    started.windows.controller.resize_notes(1)
    started.windows.dialogs.ended.emit("close")
    again = session_start(services, window, screens, clock)
    again.ask(lambda: services.meetings.start_deck(session_deck(), "警示教育"), session_deck())
    offered = again.dialog.options()
    assert (offered.theme, offered.picking, offered.teams, offered.notes_size) == ("dark", True, False, 20)
    again.dialog.dismiss()
