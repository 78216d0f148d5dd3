"""首页 reminds of what is due in 改 within five days, or overdue."""

from datetime import date, timedelta

import pytest

from app.domain.ledger.outcome import GoodPractice
from app.ui.home.home_page import HomePage
from app.ui.home.task_row import TaskRow
from app.ui.home.unit_cards import UnitServices
from app.ui.kit.elided_label import ElidedLabel


@pytest.fixture
def home(services, watched, qtbot):
    def opened():
        one = services
        unit = UnitServices(lambda: one.meetings, lambda: one.ledger_dues, lambda: one.ledger, lambda: one.self_checks)
        page = watched(HomePage(one.library, one.study, one.home, lambda: one.exams, one.records, one.profiles, unit))
        qtbot.waitUntil(lambda: page._article_slot.count() > 0)
        return page

    return opened


def titles(page):
    seen = [row for row in page.findChildren(TaskRow) if row.isVisible()]
    rows = sorted(seen, key=lambda row: row.mapTo(page, row.rect().topLeft()).y())
    return [row.findChildren(ElidedLabel)[0].accessibleName() for row in rows]


def test_nothing_is_said_where_there_is_no_ledger(services):
    assert services.ledger_dues.entries() == []


def test_overdue_months_are_one_row_and_what_is_due_soon_another(office, home, went, press, qtbot):
    page = home()
    qtbot.waitUntil(lambda: titles(page)[0].startswith("2 个月"))
    late, soon = titles(page)[:2]
    assert late == "2 个月的整改月报没有报齐：最早的逾期 54 天"
    assert soon == "3 月整改月报 25 日前报送：还有 5 天，办公室、财务股、社会救助股未报"
    press(page, "去看看：2 个月")
    assert went[-1] == ("collection", (office.campaign, "2026-01"))


def test_one_unit_that_owes_a_month_leads_to_its_form(office):
    for month in ("2026-01", "2026-02"):
        for unit in (0, 1, 2):
            office.submit(unit, month, zero="本月没有到期的措施，安排在下月")
    office.submit(0)
    office.submit(1)
    (entry,) = office.services.ledger_dues.entries()
    assert (entry.page, entry.argument) == ("reports", office.key(2)) and not entry.overdue


def test_look_backs_and_measures_are_counted_with_the_earliest(ledger, clock):
    services = ledger.services
    ledger.closed()
    ledger.working("公示栏没有拍照", days=3, unit=1)
    soon = [one for one in services.ledger_dues.entries() if one.page == "ledger"]
    assert [(one.title, one.left) for one in soon] == [("1 个问题的整改措施到期：最早的还有 3 天", 3)]
    clock.jump(timedelta(days=100).total_seconds())
    late = {one.page: one for one in services.ledger_dues.entries()}
    assert late["look_backs"].overdue and late["look_backs"].title.startswith("回头看 1 项到期")
    assert late["ledger"].left == -97


def test_the_longest_overdue_stands_first(office):
    office.on(date(2026, 4, 22))
    left = [one.left for one in office.services.ledger_dues.entries()]
    assert left == sorted(left) and left[0] < 0


def test_a_good_practice_of_the_unit_is_suggested_until_it_was_opened(ledger, home, went, press):
    services = ledger.services
    story = "2026年3月起窗口试行当场比对。\n四月办结21件，最长3天。"
    entry = services.outcomes.add_practice(GoodPractice("", ledger.campaign, "当场比对", "", story))
    assert not any("当场比对" in title for title in titles(home()))
    services.outcomes.draft_exemplar(entry)
    services.library.adopt(services.library.prepare())
    case = next(one for one in services.library.cases() if one.own)
    page = home()
    assert "本单位做法：当场比对" in titles(page)
    press(page, "去读：本单位做法：当场比对")
    assert went[-1] == ("case", case.id)
    services.study.open(services.library.case(case.id))
    assert not any("当场比对" in title for title in titles(home()))


def test_no_row_is_squeezed_however_many_cards_come_later(office, home, qtbot):
    services, campaign = office.services, office.campaign
    entry = services.outcomes.add_practice(GoodPractice("", campaign, "当场比对", "", "窗口试行当场比对。"))
    services.outcomes.draft_exemplar(entry)
    services.library.adopt(services.library.prepare())
    services.self_checks.begin(campaign, office.units[0])
    page = home()
    qtbot.waitUntil(lambda: any(title.startswith("对照自查") for title in titles(page)))
    rows = lambda: [one for one in page.findChildren(TaskRow) if one.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: all(one.height() >= one.sizeHint().height() for one in rows()))
    assert len(rows()) >= 6
