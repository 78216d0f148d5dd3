"""首页 reminds of what is due in 改 within five days, or overdue."""

from datetime import date, timedelta

import pytest

from app.ui.home.home_page import HomePage
from app.ui.home.task_row import TaskRow
from app.ui.kit.elided_label import ElidedLabel


@pytest.fixture
def home(services, watched, qtbot):
    def opened():
        one = services
        page = watched(HomePage(one.library, one.study, one.home, lambda: one.exams, one.records, one.profiles,
                                dues=lambda: one.ledger_dues))  # fmt: skip
        qtbot.waitUntil(lambda: page._article_slot.count() > 0)
        return page

    return opened


def titles(page):
    seen = [row for row in page.findChildren(TaskRow) if row.isVisible()]
    rows = sorted(seen, key=lambda row: row.mapTo(page, row.rect().topLeft()).y())
    return [row.findChildren(ElidedLabel)[0].accessibleName() for row in rows]


def test_nothing_is_said_where_there_is_no_ledger(services):
    assert services.ledger_dues.entries() == []


def test_a_month_that_is_due_is_a_row_that_leads_to_the_grid(office, home, went, press):
    page = home()
    assert titles(page)[0].startswith("1 月整改月报逾期")
    press(page, "去看看：3 月")
    assert went[-1] == ("collection", (office.campaign, "2026-03"))


def test_one_unit_that_owes_a_month_leads_to_its_form(office):
    for month in ("2026-01", "2026-02", "2026-03"):
        for unit in (0, 1):
            office.submit(unit, month, zero="本月没有到期的措施，安排在下月")
    entries = office.services.ledger_dues.entries()
    assert (entries[0].page, entries[0].argument) == ("reports", office.key(2, "2026-01"))


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
