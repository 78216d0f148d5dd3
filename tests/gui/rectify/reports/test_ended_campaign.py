"""An ended 专项 is still looked back on: it stays choosable, marked, and its look-backs are still reminded of."""

from datetime import timedelta

import pytest

from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.campaign_ending import CampaignEnding
from app.ui.rectify.collection_page import CollectionPage
from app.ui.rectify.look_back_page import LookBackPage
from app.ui.rectify.look_back_row import LookBackRow
from app.ui.rectify.outcome_page import OutcomePage
from app.ui.rectify.report_page import ReportPage


@pytest.fixture
def other(ledger, services):
    """Opened after the one that is ended."""
    day = services.ledger.today()
    return services.ledger.open_campaign("下一个专项", day - timedelta(days=5), day + timedelta(days=300))


@pytest.fixture
def pages(services, watched):
    one = services

    def opened(argument=None):
        made = (
            LookBackPage(one.ledger, one.issues, one.outcomes, one.rule_look_backs, argument),
            ReportPage(one.ledger, one.reports, argument),
            CollectionPage(one.ledger, one.reports, one.collection, argument),
            OutcomePage(one.ledger, one.outcomes, argument),
        )
        return [watched(page) for page in made]

    return opened


def field(page):
    return page.campaign if hasattr(page, "campaign") else page.head.campaign


def choices(page):
    return [field(page).itemText(at) for at in range(field(page).count())]


def test_it_stays_among_the_choices_at_the_end_and_marked(ledger, other, services, pages):
    services.ledger.retire_campaign(ledger.campaign)
    for page in pages():
        assert field(page).chosen() == other
        assert [words.startswith("（已结束）临时救助资金监管专项") for words in choices(page)] == [False, True]


def test_whoever_asks_for_it_gets_it_and_no_other(ledger, other, services, pages):
    services.ledger.retire_campaign(ledger.campaign)
    for page in pages(ledger.campaign):
        assert field(page).chosen() == ledger.campaign
        page.restore(page.state())
        assert field(page).chosen() == ledger.campaign


def test_the_only_one_is_shown_also_when_it_is_over(ledger, services, pages, clock):
    ledger.closed()
    services.ledger.retire_campaign(ledger.campaign)
    clock.jump(timedelta(days=100).total_seconds())
    looks = pages()[0]
    assert field(looks).chosen() == ledger.campaign
    assert len([row for row in looks.findChildren(LookBackRow) if row.isVisible()]) == 1


def test_home_goes_on_reminding_of_its_look_backs_and_of_nothing_else(ledger, services, clock):
    ledger.closed()
    ledger.working("公示栏没有拍照", days=3, unit=1)
    services.ledger.retire_campaign(ledger.campaign)
    assert services.ledger_dues.entries() == []
    clock.jump(timedelta(days=100).total_seconds())
    assert services.home.unit_work().campaigns
    (entry,) = services.ledger_dues.entries()
    assert (entry.page, entry.argument) == ("look_backs", ledger.campaign) and entry.overdue


def test_whoever_ends_it_is_told_what_is_still_to_be_looked_back_on(ledger, open_ledger):
    ledger.closed()
    page = open_ledger()
    page._set_campaign()
    page.window().findChild(CampaignEnding).ask()
    asked = [one for one in page.window().findChildren(Modal) if one.isVisible()][-1]
    words = next(one.text() for one in asked.findChildren(Paragraph) if "回头看" in one.text())
    assert "还有 3 次回头看没有做" in words and "到期照样在首页提醒" in words
