"""What the unit publishes while the program runs is in 法规库 and 案例库 without a new start."""

from datetime import timedelta

import pytest

from app.domain.ledger.outcome import GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict


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


def test_a_good_practice_comes_into_the_library_page_that_is_open(window, application, qtbot):
    services = application.services
    today = services.ledger.today()
    campaign = services.ledger.open_campaign("临时救助专项", today - timedelta(days=60), today + timedelta(days=60))
    practice = services.outcomes.add_practice(GoodPractice("", campaign, "当场比对", "", "窗口试行当场比对。"))
    window.go("library")
    services.outcomes.draft_exemplar(practice)

    def shown():
        return [case.title for case in services.library.cases() if case.own and case.id in window.page.shown_cases()]

    qtbot.waitUntil(lambda: shown() == ["当场比对"], timeout=20_000)
    services.outcomes.void(practice, "不宜推广")
    qtbot.waitUntil(lambda: shown() == [], timeout=20_000)


def test_a_start_says_what_a_run_that_was_cut_off_could_not(window, application, qtbot):
    services = application.services
    today = services.ledger.today()
    campaign = services.ledger.open_campaign("临时救助专项", today - timedelta(days=60), today + timedelta(days=60))
    rule = IssuedRule("", campaign, "双签办法", "", today, "第一条　入户核查由两人同到。")
    rule_id = services.outcomes.add_rule(rule)
    path = services.outcomes.publish_rule(rule_id)
    before = path.read_bytes()
    points = ("与救助法第21条一致", "第1条写明双签", "2026年7月有新规定", "抽查20户，19户双签", "3月有1户补签，退回")
    look = RuleLookBack("", campaign, rule_id, "", today, "周某", *points, Verdict.REPEAL, "第1条与新规定不一致")
    services.rule_look_backs.add(look)
    path.write_bytes(before)
    application._reopen()
    qtbot.waitUntil(lambda: b"repealed:" in path.read_bytes(), timeout=20_000)
