"""What a meeting agreed on becomes an issue: asked for from the meeting, written down here, once."""

import pytest

from app.domain.ledger.issue import IssueSource
from app.domain.meeting import MeetingKind
from app.domain.meeting_entry import EntryKind
from app.ui.rectify.follow_ups import FollowUps
from app.ui.rectify.issue_dialog import IssueDialog
from app.ui.rectify.ledger_page import LedgerPage


@pytest.fixture
def meeting(services):
    planned = services.meetings.plan(MeetingKind.LECTURE, "第三季度警示教育")
    services.meetings.start(planned.id)
    services.meetings.minutes.add(planned.id, EntryKind.FOLLOW_UP, "修订入户核查表", "县福利院", "", "2026-12-31")
    services.meetings.stage.close()
    return planned.id


@pytest.fixture
def ledger_page(services, ledger, show_page):
    def show(argument):
        page = LedgerPage(
            services.ledger,
            services.issues,
            argument,
            follow_ups=lambda made: FollowUps(
                made, services.meetings, services.ledger, services.issues, services.library
            ),
        )
        show_page(page)
        return page

    return show


def test_the_form_is_filled_in_and_the_follow_up_waits_no_longer(services, ledger, meeting, ledger_page, dialog):
    page = ledger_page(("follow_up", meeting, 1))
    went = []
    page.navigate.connect(lambda key, argument: went.append((key, argument)))
    asked = dialog(page, IssueDialog)
    assert asked.name_field.text() == "修订入户核查表" and asked.unit.chosen() == ledger.units[2]
    asked.area.choose("malfeasance")
    asked.button("save").click()
    issue = services.issues.get(went[-1][1])
    assert (issue.origin.source, issue.origin.document) == (IssueSource.MEETING, "第三季度警示教育")
    assert services.meetings.open_follow_ups() == []


def test_one_that_was_taken_already_is_told_of(services, ledger, meeting, ledger_page, dialog, qtbot):
    page = ledger_page(("follow_up", meeting, 1))
    asked = dialog(page, IssueDialog)
    asked.area.choose("malfeasance")
    services.meetings.hand_over(meeting, 1, "issue-1")
    asked.button("save").click()
    assert "已经列入台账" in asked.problem() and services.ledger.rows(ledger.campaign) == []
    with qtbot.waitSignal(page.message) as told:
        page._follow_ups(page).ask(meeting, 1, ledger.campaign)
    assert "已经列入台账" in told.args[1]


def test_coming_back_to_the_page_asks_no_more(services, meeting, ledger_page, dialog):
    page = ledger_page(("follow_up", meeting, 1))
    assert dialog(page, IssueDialog).isVisible()
    again = LedgerPage(services.ledger, services.issues, ("follow_up", meeting, 1))
    again.restore(page.state())
    again.shown()
    assert again.findChildren(IssueDialog) == []
