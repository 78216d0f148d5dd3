"""What 首页 asks before it asks 讲 and 改: whether they have anything to show."""

from datetime import date

import pytest

from app.domain.ledger.self_check import Finding
from app.domain.meeting import MeetingKind
from tests.unit.decks import deck

NOTHING = (False, False, False)


@pytest.fixture
def campaign(services):
    return services.ledger.open_campaign("临时救助资金监管专项", date(2026, 9, 1), date(2027, 3, 31))


def test_nothing_where_nobody_has_planned_or_opened_anything(services):
    assert services.home.unit_work() == NOTHING


def test_a_meeting_counts_until_it_is_cancelled(services):
    meeting = services.meetings.plan(MeetingKind.WARNING, "警示教育会")
    assert services.home.unit_work() == (True, False, False)
    services.meetings.cancel(meeting.id, "改期")
    assert services.home.unit_work() == NOTHING


def test_a_meeting_that_is_on_counts_until_it_is_closed(services):
    services.meetings.start_deck(deck(), "党课")
    assert services.home.unit_work().meetings
    services.meetings.stage.close()
    assert not services.home.unit_work().meetings


def test_a_campaign_counts_also_when_it_is_over_for_it_is_still_looked_back_on(services, campaign):
    assert services.home.unit_work() == (False, True, False)
    services.ledger.retire_campaign(campaign)
    assert services.home.unit_work() == (False, True, False)


def test_a_self_check_counts_until_it_is_finished(services, campaign):
    check = services.self_checks.begin(campaign, services.ledger.add_unit("财务股"))
    assert services.home.unit_work() == (False, True, True)
    for item in check.items:
        services.self_checks.answer(check.id, item.id, Finding.NOT_FOUND)
    services.self_checks.finish(check.id)
    assert services.home.unit_work() == (False, True, False)


def test_a_self_check_of_a_campaign_that_is_put_away_does_not_count(services, campaign):
    services.self_checks.begin(campaign, services.ledger.add_unit("财务股"))
    services.ledger.retire_campaign(campaign)
    assert services.home.unit_work() == (False, True, False)
