"""From a case to a running session in one step, and back; what was left open is offered again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.meeting import MeetingKind
from app.ui.kit.modal import Modal
from app.ui.presenter.audience_window import AudienceWindow
from app.ui.presenter.start_dialog import REHEARSE, START, StartDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(application, person, qtbot):
    with qtbot.waitSignal(application.window.settled, timeout=20_000):
        application.show(1366, 768)
    application.window.activateWindow()
    qtbot.waitUntil(lambda: application.window.page.facts.key == "home")
    yield application.window
    for other in QApplication.topLevelWidgets():
        if isinstance(other, AudienceWindow) and other.isVisible():
            other.close()


@pytest.fixture
def case_id(application, window):
    return application.services.library.cases()[0].id


def started(window, qtbot, how=START):
    """Answers the question before the start."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(StartDialog)))
    next(one for one in window.findChildren(StartDialog) if one.isVisible()).button(how).click()
    session = window._shell._projection.session
    qtbot.waitUntil(lambda: session.windows is not None)
    return session


def ended(session, how, qtbot):
    windows = session.windows
    windows.close()
    windows.ended.emit(how)
    qtbot.waitUntil(lambda: session.windows is None)


def test_f5_on_a_case_asks_for_the_screens_and_then_projects_it(window, application, case_id, qtbot):
    window.go("case", case_id)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    session = started(window, qtbot)
    live = application.services.meetings.stage.live
    assert live is not None and live.meeting.kind is MeetingKind.LECTURE
    assert live.presentation.deck.pages == application.services.decks.of_case(case_id).pages
    ended(session, "close", qtbot)
    qtbot.waitUntil(lambda: window.page.facts.key == "meeting_room")
    assert application.services.meetings.minutes.latest(live.meeting.id).version == 1


def test_the_button_of_the_reader_does_the_same(window, case_id, qtbot):
    window.go("case", case_id)
    button = next(one for one in window.findChildren(QAbstractButton) if one.accessibleName() == "投影讲授")
    button.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(StartDialog)))


def test_going_back_from_the_question_starts_nothing_and_it_can_be_asked_again(window, application, case_id, qtbot):
    window.go("case", case_id)
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F5)
        dialog = next(one for one in window.findChildren(StartDialog) if one.isVisible())
        dialog.button("back").click()
    assert application.services.meetings.all() == []


def test_a_rehearsal_leaves_no_record(window, application, case_id, qtbot):
    window.go("case", case_id)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    ended(started(window, qtbot, REHEARSE), "later", qtbot)
    assert application.services.meetings.all() == []


def test_what_was_left_for_later_is_offered_on_the_first_page_and_gone_on_with(window, application, case_id, qtbot):
    meetings = application.services.meetings
    window.go("case", case_id)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    session = started(window, qtbot)
    meetings.stage.show(meetings.stage.live.presentation.go_to(5))
    ended(session, "later", qtbot)
    assert meetings.stage.live is None and meetings.unfinished() is not None
    window.go("home")

    def offered():
        named = [one for one in window.findChildren(QAbstractButton) if one.accessibleName().startswith("继续投影")]
        return [one for one in named if one.isVisible()]

    qtbot.waitUntil(lambda: bool(offered()))
    offered()[0].click()
    session = started(window, qtbot)
    assert meetings.stage.live.presentation.number == 5
    ended(session, "close", qtbot)
    qtbot.waitUntil(lambda: window.page.facts.key == "meeting_room")


def test_another_case_waits_until_the_open_session_is_over(window, application, case_id, qtbot):
    meetings, decks = application.services.meetings, application.services.decks
    meetings.start_deck(decks.of_case(case_id), "上午的党课", case_id)
    meetings.stage.leave()
    window.go("case", application.services.library.cases()[1].id)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    dialog = next(one for one in window.findChildren(Modal) if one.isVisible())
    assert not isinstance(dialog, StartDialog)
    dialog.button("record").click()
    qtbot.waitUntil(lambda: window.page.facts.key == "meeting_room")


def test_shift_f5_starts_a_deck_at_the_page_that_is_shown(window, application, case_id, qtbot):
    deck = application.services.decks.make(case_id)
    window.go("deck_edit", deck.id)
    window.page.list.go_to(4)
    qtbot.keyClick(window, Qt.Key.Key_F5, SHIFT)
    session = started(window, qtbot)
    assert application.services.meetings.stage.live.presentation.number == 5
    ended(session, "close", qtbot)
    qtbot.waitUntil(lambda: window.page.facts.key == "meeting_room")


def test_f5_where_there_is_nothing_to_project_says_so(window, qtbot):
    window.go("settings")
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert not any(one.isVisible() for one in window.findChildren(StartDialog))


def test_the_next_planned_meeting_stands_on_the_first_page(window, application, qtbot):
    from dataclasses import replace
    from datetime import date, timedelta

    meetings = application.services.meetings
    made = meetings.plan(MeetingKind.WARNING, "警示教育大会")
    day = (date.fromisoformat(application.services.records.today()) + timedelta(days=3)).isoformat()
    meetings.save(replace(made, starts_at=f"{day}T09:00"))
    window.go("home")
    named = lambda: [one for one in window.findChildren(QAbstractButton) if "下一次会议" in one.accessibleName()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(named()))
    named()[0].click()
    qtbot.waitUntil(lambda: window.page.facts.key == "meeting_edit")
