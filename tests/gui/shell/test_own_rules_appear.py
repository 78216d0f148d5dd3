"""A rule that is published while the program runs is in 法规库 without a new start."""

from datetime import timedelta

import pytest

from app.domain.ledger.outcome import IssuedRule


@pytest.fixture
def window(person, application, qtbot):
    application.show()
    qtbot.waitUntil(lambda: application.window.page is not None, timeout=20_000)
    qtbot.waitUntil(lambda: application._tasks is not None and not application._tasks.busy(), timeout=60_000)
    return application.window


def own(application):
    return [rule.title for rule in application.services.library.regulations() if rule.own]


def test_published_and_void_again_while_the_program_runs(window, application, qtbot):
    services = application.services
    today = services.ledger.today()
    campaign = services.ledger.open_campaign("临时救助专项", today - timedelta(days=60), today + timedelta(days=60))
    rule = IssuedRule("", campaign, "入户核查双签办法", "", today, "第一条　入户核查由两人同到。")
    rule_id = services.outcomes.add_rule(rule)
    window.go("regulations")
    order = list(window.page._tree.order)
    services.outcomes.publish_rule(rule_id)
    base = f"入户核查双签办法@{today.year}/1"
    qtbot.waitUntil(lambda: window.page._tree.order == [*order, base], timeout=20_000)
    assert own(application) == ["入户核查双签办法"]
    services.outcomes.void(rule_id, "印错了")
    qtbot.waitUntil(lambda: window.page._tree.order == order, timeout=20_000)
    assert own(application) == []
